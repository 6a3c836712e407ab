using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>Orders, or what is to replace some, on their way to the venue in one action, and what the venue's answer means for each of them.</summary>
internal sealed class PlacesPost : IPost
{
    private readonly SentOrder[] orders;
    private readonly AccountNews news;

    /// <param name="orders">At least one; either new orders or changes.</param>
    /// <param name="news">Who hears of them.</param>
    public PlacesPost(SentOrder[] orders, AccountNews news)
    {
        this.orders = orders;
        this.news = news;
        foreach (var order in orders)
            news.ExpectAnswer(order.Leg);
    }

    public ValueTask SentAsync(CancellationToken cancellationToken)
    {
        // When a change of an order was sent is not kept.
        if (orders[0].Leg.Number != 0)
            return ValueTask.CompletedTask;
        var now = news.Now;
        var sent = new VenueEvent[orders.Length];
        for (var item = 0; item < sent.Length; item++)
            sent[item] = new VenueEvent.OrderSent(news.Account, orders[item].Leg.Order, now);
        return news.ReportAsync(sent, cancellationToken);
    }

    public async ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken)
    {
        var now = news.Now;
        var answers = new List<VenueEvent>(orders.Length);
        for (var item = 0; item < orders.Length; item++)
        {
            if (EventOf(orders[item], reply.StatusOf(item, orders.Length), now) is { } answer)
                answers.Add(answer);
        }

        await news.ReportAsync(answers, cancellationToken);
        foreach (var order in orders)
            news.EndAnswer(order.Leg);
    }

    public ValueTask LostAsync(string cause, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
            news.EndAnswer(order.Leg);
        var now = news.Now;
        return news.ReportAsync([.. orders.Select(order => Lost(order, cause, now))], cancellationToken);
    }

    // Null: what the venue says is no news.
    private VenueEvent? EventOf(SentOrder order, ItemStatus status, DateTimeOffset now)
    {
        switch (status)
        {
            case ItemStatus.Resting resting:
                return Acknowledged(order, resting.ExchangeOrderId, now);
            case ItemStatus.Filled filled when filled.Size >= order.Intent.Quantity.Value:
                return Done(order, filled, DoneCause.Filled, now);
            case ItemStatus.Filled filled when order.Intent.TimeInForce == TimeInForce.ImmediateOrCancel:
                // The venue cancels the rest without another word.
                return Done(order, filled, DoneCause.Canceled, now);
            case ItemStatus.Filled filled:
                // Whether the rest of a resting kind of order rests is not certain here; the order updates tell.
                return Acknowledged(order, filled.ExchangeOrderId, now);
            case ItemStatus.Error error:
                return new VenueEvent.OrderRejected(news.Account, order.Leg.Order, error.Text, ExchangeOrderId: null, now, order.Leg.Number);
            case ItemStatus.Waiting:
                // It has no number yet; the order updates bring it, and with it the acknowledgement.
                return null;
            case ItemStatus.Unknown unknown:
                return Lost(order, unknown.Cause, now);
            default:
                return Lost(order, $"The venue's answer to an order cannot be read: {status}", now);
        }
    }

    private VenueEvent.OrderAcknowledged Acknowledged(SentOrder order, long exchangeOrderId, DateTimeOffset now)
    {
        news.Recognise(exchangeOrderId, order.Leg, isAnswered: true);
        return new(news.Account, order.Leg.Order, exchangeOrderId.ToString(), now, order.Leg.Number);
    }

    private VenueEvent.OrderDone Done(SentOrder order, ItemStatus.Filled filled, DoneCause cause, DateTimeOffset now)
    {
        news.Recognise(filled.ExchangeOrderId, order.Leg);
        return new(news.Account, order.Leg.Order, cause, new Quantity(filled.Size), "filled", filled.ExchangeOrderId.ToString(), now, order.Leg.Number);
    }

    private VenueEvent.PlaceUnknown Lost(SentOrder order, string cause, DateTimeOffset now)
    {
        Log.PlaceUnknown(news.Logger, order.Leg.Order, news.Account, cause);
        return new(news.Account, order.Leg.Order, cause, now, order.Leg.Number);
    }
}
