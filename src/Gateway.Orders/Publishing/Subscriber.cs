using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Publishing;

/// <summary>Somebody who listens to the changes of orders.</summary>
/// <param name="Subscription">Where they are put.</param>
/// <param name="Visible">Of whose orders.</param>
/// <param name="Start">After which sequence number; what came before is known.</param>
internal sealed record Subscriber(OrderSubscription Subscription, Func<AccountName, bool> Visible, long Start)
{
    /// <summary>Hands over what may be seen.</summary>
    /// <param name="all">All updates; who sees everything shares this array with all others who do.</param>
    public void Offer(ImmutableArray<OrderUpdate> all)
    {
        var seen = 0;
        foreach (var update in all)
        {
            if (Sees(update))
                seen++;
        }

        if (seen == all.Length)
            Subscription.Offer(all);
        else if (seen > 0)
            Subscription.Offer([.. all.Where(Sees)]);
    }

    // The snapshot was taken in the middle of a batch and holds what came before.
    private bool Sees(OrderUpdate update) => update.Sequence > Start && Visible(update.Account);
}
