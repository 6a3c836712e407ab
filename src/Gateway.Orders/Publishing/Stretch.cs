using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Publishing;

/// <summary>News that follow each other, to be told to somebody at once.</summary>
/// <param name="news">The updates of each; never empty, and none is.</param>
internal sealed class Stretch(ImmutableArray<ImmutableArray<OrderUpdate>> news)
{
    private readonly AccountName[] accounts = [.. news.SelectMany(updates => updates).Select(update => update.Account).Distinct()];

    /// <summary>What of it somebody is told, batch by batch; no batch is empty.</summary>
    /// <param name="visible">Of whose orders.</param>
    /// <param name="start">After which sequence number.</param>
    public ImmutableArray<ImmutableArray<OrderUpdate>> For(Func<AccountName, bool> visible, long start)
    {
        var seesAll = news[0][0].Sequence > start;
        foreach (var account in accounts)
            seesAll = seesAll && visible(account);
        if (seesAll)
            return news;
        return
        [
            .. from updates in news
               let seen = updates.RemoveAll(update => update.Sequence <= start || !visible(update.Account))
               where !seen.IsEmpty
               select seen,
        ];
    }
}
