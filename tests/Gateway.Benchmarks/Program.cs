using BenchmarkDotNet.Running;

namespace Gateway.Benchmarks;

internal static class Program
{
    private static void Main(string[] args)
    {
        if (args is ["percentiles"])
            Limits.LimitCheckPercentiles.Run();
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
