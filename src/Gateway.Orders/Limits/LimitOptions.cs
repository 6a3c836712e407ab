using System.ComponentModel.DataAnnotations;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>What of limits is decided by whoever runs the gateway. Amounts are state, which clients set and the journal keeps.</summary>
public sealed class LimitOptions : IValidatableObject
{
    /// <summary>What to do with an order for whose trader or account no amount is found; the right choice for real money is to refuse.</summary>
    [EnumDataType(typeof(WhenUnset))]
    public WhenUnset WhenUnset { get; set; } = WhenUnset.Allow;

    /// <summary>Products whose mark price is not to be used.</summary>
    public IList<PinnedPrice> PinnedPrices { get; } = [];

    /// <summary>The desk that fills on an account count for when nobody of ours ordered them, by account.</summary>
    public IDictionary<string, string> AccountDesks { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (place, pin) in PinnedPrices.Index())
        {
            if (string.IsNullOrWhiteSpace(pin.Product))
                yield return new($"Limits:PinnedPrices:{place}:Product is missing; name a product, such as \"PURR Crypto\".");
            if (pin.Dollars is < PinnedPrice.Least or > PinnedPrice.Most)
                yield return new($"Limits:PinnedPrices:{place}:Dollars of '{pin.Product}' must be within {Plain.Format(PinnedPrice.Least)} … {Plain.Format(PinnedPrice.Most)}.");
        }

        foreach (var twice in PinnedPrices.GroupBy(pin => pin.Product, StringComparer.Ordinal).Where(pins => pins.Count() > 1))
            yield return new($"Limits:PinnedPrices names '{twice.Key}' more than once; give it one price.");
        foreach (var (account, desk) in AccountDesks)
        {
            if (string.IsNullOrWhiteSpace(desk))
                yield return new($"Limits:AccountDesks:{account} names no desk; name one, or leave the account out.");
        }
    }
}
