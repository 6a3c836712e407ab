namespace Hyperliquid.Simulator.Markets;

/// <summary>A spot pair; its asset id is 10000 plus its index, and its lot is that of the base token.</summary>
internal sealed record SpotPair(int Index, Token Base, Token Quote, bool IsCanonical, decimal StartPx)
    : Instrument(FirstAsset + Index, IsCanonical ? $"{Base.Name}/{Quote.Name}" : $"@{Index}", Base.SzDecimals, StartPx)
{
    private const int FirstAsset = 10_000;
    private const int MaxDecimals = 8;

    public override int PriceDecimals => MaxDecimals - SzDecimals;
}
