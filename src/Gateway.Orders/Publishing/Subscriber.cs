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
    /// <param name="changes">All changes.</param>
    /// <param name="all">Their updates; who sees everything shares this array with all others who do.</param>
    public void Offer(List<(AccountName Account, OrderUpdate Update)> changes, ImmutableArray<OrderUpdate> all)
    {
        if (changes.TrueForAll(Sees))
            Subscription.Offer(all);
        else if (changes.Exists(Sees))
            Subscription.Offer([.. changes.Where(Sees).Select(change => change.Update)]);
    }

    // The snapshot was taken in the middle of a batch and holds what came before.
    private bool Sees((AccountName Account, OrderUpdate Update) change) => change.Update.Sequence > Start && Visible(change.Account);
}
