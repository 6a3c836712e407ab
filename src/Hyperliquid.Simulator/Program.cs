namespace Hyperliquid.Simulator;

internal static class Program
{
    private static void Main()
    {
    }
}
