namespace Hyperliquid.Simulator.Markets;

/// <summary>A spot token; in <c>spotMeta.tokens</c> its position is its index.</summary>
internal sealed class Token(int index, string name, int szDecimals, int weiDecimals)
{
    public int Index { get; } = index;

    public string Name { get; private set; } = name;

    public int SzDecimals { get; } = szDecimals;

    public int WeiDecimals { get; } = weiDecimals;

    /// <summary>0x and 32 hex digits.</summary>
    public string TokenId { get; init; } = $"0x{index + 1:x32}";

    public string? FullName { get; init; }

    public bool IsCanonical { get; init; }

    /// <summary>How much of its value may be borrowed against it under portfolio margin, from 0 to 1.</summary>
    public decimal LoanToValue { get; init; }

    /// <summary>The only thing about a token that may change.</summary>
    public void Rename(string newName) => Name = newName;
}
