using BenchmarkDotNet.Running;
using Gateway.Benchmarks.EndToEnd;

namespace Gateway.Benchmarks;

internal static class Program
{
    private static async Task Main(string[] args)
    {
        switch (args)
        {
            case ["percentiles"]:
                Limits.LimitCheckPercentiles.Run();
                break;
            case ["ledger"]:
                await OrderPath.LedgerGrowth.RunAsync();
                break;
            case ["start", .. var arguments]:
                await Start.StartBench.RunAsync(arguments);
                break;
            case ["steady", .. var arguments]:
                await SteadyLoad.RunAsync(arguments);
                break;
            case ["flush"]:
                await FlushBench.RunAsync();
                break;
            case ["end-to-end", .. var arguments]:
                await EndToEndBench.RunAsync(arguments);
                break;

            // What the end-to-end bench starts in processes of their own.
            case ["mock-venue", var port]:
                await MockVenue.RunAsync(int.Parse(port));
                break;
            case ["bare-pipe", var port, var venue]:
                await BarePipe.RunAsync(int.Parse(port), new Uri(venue));
                break;
            case ["stamped-gateway", .. var arguments]:
                await StampedGateway.RunAsync(arguments);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                break;
        }
    }
}
