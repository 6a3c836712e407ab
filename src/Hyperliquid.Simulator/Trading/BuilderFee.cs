using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What a builder takes of an order, besides the venue's fee.</summary>
/// <param name="Builder">Who.</param>
/// <param name="Rate">In tenths of a basis point: 1 is 0.001 %.</param>
internal sealed record BuilderFee(Address Builder, long Rate)
{
    private const decimal Unit = 0.00001m;
    private const long MostOnPerps = 100;
    private const long MostOnSpot = 1000;

    /// <summary>Whether it is within 0.1 % on perpetuals and 1 % on spot.</summary>
    public bool IsAllowedOn(Instrument instrument) => Rate <= (instrument is Perp ? MostOnPerps : MostOnSpot);

    /// <summary>The builder's part of a notional, before it is cut to the token's decimals.</summary>
    public decimal Of(decimal notional) => notional * Rate * Unit;
}
