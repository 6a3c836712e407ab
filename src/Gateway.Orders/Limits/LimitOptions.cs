using System.ComponentModel.DataAnnotations;

namespace Gateway.Orders.Limits;

/// <summary>What of limits is decided by whoever runs the gateway. Amounts are state, which clients set and the journal keeps.</summary>
public sealed class LimitOptions
{
    /// <summary>What to do with an order for whose trader or account no amount is found; the right choice for real money is to refuse.</summary>
    [EnumDataType(typeof(WhenUnset))]
    public WhenUnset WhenUnset { get; set; } = WhenUnset.Allow;

    /// <summary>Products whose mark price is not to be used.</summary>
    public IList<PinnedPrice> PinnedPrices { get; } = [];

    /// <summary>The desk that fills on an account count for when nobody of ours ordered them, by account.</summary>
    public IDictionary<string, string> AccountDesks { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
