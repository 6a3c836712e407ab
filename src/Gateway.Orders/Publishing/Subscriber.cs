using Gateway.Venues;

namespace Gateway.Orders.Publishing;

/// <summary>Somebody who listens to the changes of orders.</summary>
/// <param name="subscription">Where they are put.</param>
/// <param name="visible">Of whose orders.</param>
/// <param name="start">After which sequence number: a snapshot that was taken in the middle of a batch holds what came before.</param>
internal sealed class Subscriber(OrderSubscription subscription, Func<AccountName, bool> visible, long start)
{
    /// <summary>Where they are put.</summary>
    public OrderSubscription Subscription => subscription;

    /// <summary>Up to which of the news it has been told; for <see cref="Tour"/>.</summary>
    public long Told { get; set; }

    /// <summary>Hands over what may be seen of it.</summary>
    public void Offer(Stretch stretch)
    {
        if (stretch.For(visible, start) is { Length: > 0 } batches)
            subscription.Offer(batches);
    }
}
