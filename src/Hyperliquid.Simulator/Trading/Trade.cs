using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>A match as the public sees it.</summary>
/// <param name="Instrument">What was traded.</param>
/// <param name="TakerBuys">The aggressor's side.</param>
/// <param name="Px">The resting order's price.</param>
/// <param name="Sz">How much.</param>
/// <param name="Time">Block time, ms.</param>
/// <param name="Hash">The taker's transaction.</param>
/// <param name="Tid">Trade id, shared by both fills.</param>
/// <param name="Buyer">Who bought.</param>
/// <param name="Seller">Who sold.</param>
internal sealed record Trade(
    Instrument Instrument, bool TakerBuys, decimal Px, decimal Sz, long Time, string Hash, long Tid, Address Buyer, Address Seller);
