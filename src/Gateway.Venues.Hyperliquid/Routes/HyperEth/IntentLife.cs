namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>
/// How long an intent whose answer was lost may still come to life.
/// </summary>
/// <remarks>
/// An order of route DIRECT carries <c>expiresAfter</c>, and the venue refuses it after that. An intent carries nothing of
/// the kind: the aggregator may keep it, and sign and send it whenever it likes; it cannot be asked and cannot be told to
/// drop it. What bounds it is the nonce. It is documented as unique for each agent wallet, which is the venue's own rule
/// for a signer's nonces, and we choose it: the venue takes no action whose nonce is two days old or older by its own
/// clock, whoever sends it. Our nonce is never later than the last moment at which the intent may be sent. So once the
/// venue's clock is two days past that moment and the order is unknown there, it never was and never will be; until then
/// it stays of unknown outcome, counts for limits as open, and is looked up again and again. A cancel does not shorten
/// this: the venue refuses to cancel what it does not know, and remembers nothing of it. Neither do a hundred higher
/// nonces, for what the aggregator sends with the wallet is not known to us. The window was measured to be two minutes
/// narrower; the documented one is the longer and the safer.
/// The proof rests on the aggregator signing with the nonce it was given. Were it to choose another, an order might appear
/// later still; its fills would be recognised by the cloid and counted, with a warning that the order was out.
/// </remarks>
internal static class IntentLife
{
    /// <summary>How long after the last moment at which it may be sent.</summary>
    public static TimeSpan AfterSending { get; } = TimeSpan.FromDays(2);
}
