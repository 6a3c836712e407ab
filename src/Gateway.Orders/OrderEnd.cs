using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>How an order ended at the venue, while the fills that the venue counts are not all here yet.</summary>
/// <param name="Cause">How it ended.</param>
/// <param name="Executed">How much was filled in all, by the venue's account.</param>
/// <param name="Words">The venue's word for the end.</param>
/// <param name="IsCounted">Whether the venue has counted; if not, it may be anything up to the whole, which stands in its place.</param>
internal sealed record OrderEnd(DoneCause Cause, Quantity Executed, string Words, bool IsCounted)
{
    /// <summary>The same end, for which the refusal of a change may be the reason.</summary>
    public OrderEnd Because(string refusal) => this with { Words = $"{Words}; {refusal}" };
}
