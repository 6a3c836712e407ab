using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// The feed of an account's order updates, held against the open orders that the venue lists: those that have come and those
/// that have gone since the first look. What came and went between two looks is not seen; an order of ours has its answer.
/// </summary>
internal sealed class OrdersFeed(Address account, InfoClient info, HyperliquidOptions options, TimeProvider time, ILogger log)
    : Feed("orderUpdates", options, time, log)
{
    private readonly HashSet<long> come = [];
    private readonly HashSet<long> gone = [];
    private HashSet<long>? open;

    public void Hear(OrderReport report)
    {
        Told(Coming(report.ExchangeOrderId));
        if (report.Fate is not OrderFate.Live)
            Told(Going(report.ExchangeOrderId));
    }

    protected override async Task<IEnumerable<string>> ShownAsync(CancellationToken cancellationToken)
    {
        var query = InfoQuery.Of("openOrders", account, OpenOrder.ReadAll);
        var now = (await info.AskAsync(query, cancellationToken, Share.Queries)).Select(order => order.ExchangeOrderId).ToHashSet();
        var before = open ?? now;
        come.UnionWith(now.Except(before));
        come.RemoveWhere(order => HasTold(Coming(order)) || !now.Contains(order));
        gone.UnionWith(before.Except(now));
        gone.RemoveWhere(order => HasTold(Going(order)));
        open = now;
        return [.. come.Select(Coming), .. gone.Select(Going)];
    }

    private static string Coming(long order) => $"order {order}";

    private static string Going(long order) => $"the end of order {order}";
}
