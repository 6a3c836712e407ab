namespace Hyperliquid.Simulator.Markets;

/// <summary>Tiers of leverage by size of position. The simulator margins by the first tier only; the rest is for reading.</summary>
internal sealed record MarginTable(int Id, string Description, IReadOnlyList<(decimal LowerBound, int MaxLeverage)> Tiers)
{
    public const int Bitcoin = 56;
    public const int Ether = 55;
    public const int Solana = 54;

    public static IReadOnlyList<MarginTable> All { get; } =
    [
        new(Solana, "tiered 20x", [(0, 20), (70_000_000, 10)]),
        new(Ether, "tiered 25x", [(0, 25), (100_000_000, 15)]),
        new(Bitcoin, "tiered 40x", [(0, 40), (150_000_000, 20)]),
    ];
}
