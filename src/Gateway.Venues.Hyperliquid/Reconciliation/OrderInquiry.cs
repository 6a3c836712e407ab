using System.Collections.Immutable;
using System.Globalization;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Reconciliation;

/// <summary>What the venue says about an order when asked.</summary>
/// <param name="Order">The order.</param>
/// <param name="OpenAs">Its number at the venue if it was among the open orders.</param>
/// <param name="Report">Its status if it had to be asked for; null with <paramref name="OpenAs"/> null: the venue does not know it.</param>
internal sealed record OrderAnswer(LiveOrder Order, long? OpenAs, OrderReport? Report)
{
    /// <summary>Whether it may have fills that no stream will tell any more.</summary>
    public bool HasEnded => Report is { Fate: OrderFate.Filled or OrderFate.Canceled };

    /// <summary>
    /// A moment before all its fills: our clock may be ahead of the venue's when it was written down, and behind when it is asked.
    /// </summary>
    public DateTimeOffset PlacedAt => Report?.PlacedAt is { } placed && placed < Order.PlacedAt ? placed : Order.PlacedAt;
}

/// <summary>What one look at an account has shown.</summary>
/// <param name="Answers">What became of the orders that were asked about, in their order.</param>
/// <param name="VenueTime">A moment before it, by the venue's clock.</param>
/// <param name="Others">The orders of others that stand.</param>
/// <param name="Open">The numbers of all open orders, for each dex that was asked about.</param>
internal sealed record OrderLook(
    ImmutableArray<OrderAnswer> Answers, DateTimeOffset VenueTime, ImmutableArray<OrderReport> Others, IReadOnlyDictionary<string, IReadOnlySet<long>> Open);

/// <summary>Asks what became of orders: one look at the open orders of each dex concerned, then one question for each that is not among them.</summary>
internal sealed class OrderInquiry(InfoClient info)
{
    // Enough to be quick, little enough to leave the connection pool to others.
    private const int AtOnce = 8;

    /// <param name="account">The account.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="everything">Whether to look for orders of others, too: on the venue's own dex in any case, on another where one of the orders is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OrderLook> AskAsync(
        TradedAccount account, ImmutableArray<LiveOrder> orders, bool everything, CancellationToken cancellationToken)
    {
        var venueTime = await info.TimeAsync(account.Address, cancellationToken);
        var open = new Dictionary<string, IReadOnlySet<long>>(StringComparer.Ordinal);
        if (orders.IsEmpty && !everything)
            return new([], venueTime, [], open);

        var openByOrder = new Dictionary<OrderLeg, long>();
        var others = ImmutableArray.CreateBuilder<OrderReport>();
        // Each dex tells its own open orders only.
        var dexs = orders.Select(order => account.News.DexOf(order.Market)).Concat(everything ? [""] : Array.Empty<string>());
        foreach (var dex in dexs.Distinct(StringComparer.Ordinal))
        {
            var numbers = new HashSet<long>();
            open.Add(dex, numbers);
            foreach (var order in await info.OpenOrdersAsync(account.Address, dex, cancellationToken))
            {
                numbers.Add(order.ExchangeOrderId);
                if (account.News.OrderOf(order.Cloid, order.ExchangeOrderId) is { } ours)
                    openByOrder[ours] = order.ExchangeOrderId;
                else
                    others.Add(order);
            }
        }

        var answers = ImmutableArray.CreateBuilder<OrderAnswer>(orders.Length);
        foreach (var some in orders.Chunk(AtOnce))
            answers.AddRange(await Task.WhenAll(some.Select(AskOneAsync)));
        return new(answers.ToImmutable(), venueTime, others.ToImmutable(), open);

        async Task<OrderAnswer> AskOneAsync(LiveOrder order)
        {
            if (openByOrder.TryGetValue(new(order.Order, order.Leg), out var number))
                return new OrderAnswer(order, number, Report: null);
            if (NumberOf(order) is { } known && open.Values.Any(numbers => numbers.Contains(known)))
                return new OrderAnswer(order, known, Report: null);
            // By number where it is known: only that names one order for certain.
            var reply = NumberOf(order) is { } exchangeOrderId
                ? await info.OrderStatusAsync(account.Address, exchangeOrderId, cancellationToken)
                : await info.OrderStatusAsync(account.Address, account.News.CloidOf(new(order.Order, order.Leg)), cancellationToken);
            return new OrderAnswer(order, OpenAs: null, reply.Order);
        }
    }

    private static long? NumberOf(LiveOrder order) =>
        long.TryParse(order.ExchangeOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
