namespace Hyperliquid.Simulator.Markets;

/// <summary>A spot pair; its asset id is 10000 plus its index, and its lot is that of the base token.</summary>
internal sealed class SpotPair(int index, Token @base, Token quote, bool isCanonical, decimal startPx) : Instrument(@base.SzDecimals, startPx)
{
    private const int FirstAsset = 10_000;
    private const int MaxDecimals = 8;

    public int Index { get; private set; } = index;

    public Token Base { get; } = @base;

    public Token Quote { get; } = quote;

    /// <summary>Whether it is known by the names of its tokens instead of its index.</summary>
    public bool IsCanonical { get; } = isCanonical;

    public override int Asset => FirstAsset + Index;

    public override string Coin => IsCanonical ? $"{Base.Name}/{Quote.Name}" : $"@{Index}";

    public override int PriceDecimals => MaxDecimals - SzDecimals;

    public void Renumber(int number) => Index = number;
}
