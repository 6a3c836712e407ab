namespace Gateway.Orders.Limits;

/// <summary>The most limit dollars of one measure, for one set in one scope; null takes the amount away.</summary>
public sealed record AmountLimit(AmountKind Measure, LimitSet Whose, LimitScope Which, LimitAmount? Amount) : Limit
{
    /// <inheritdoc/>
    public override string Kind => Measure.Name;

    internal override void Set(LimitBook book) => book.SetAmount(this);
}
