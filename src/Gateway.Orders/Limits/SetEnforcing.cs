namespace Gateway.Orders.Limits;

/// <summary>
/// Whether the amounts of one set refuse orders. Where they do not, their counters run on and a breach only raises an alert.
/// A set of which nothing is said follows its default set, and is enforced if nothing is said of that either.
/// </summary>
public sealed record SetEnforcing(LimitSet Whose, bool Enforcing) : Limit
{
    /// <inheritdoc/>
    public override string Kind => nameof(SetEnforcing);

    internal override void Set(LimitBook book) => book.SetEnforced(this);
}
