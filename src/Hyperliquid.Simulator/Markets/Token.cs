namespace Hyperliquid.Simulator.Markets;

/// <summary>A spot token; in <c>spotMeta.tokens</c> its position is its index.</summary>
internal sealed record Token(int Index, string Name, int SzDecimals, int WeiDecimals)
{
    /// <summary>0x and 32 hex digits.</summary>
    public string TokenId { get; init; } = $"0x{Index + 1:x32}";

    public string? FullName { get; init; }

    public bool IsCanonical { get; init; }
}
