using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>Orders, or what is to replace some, on their way to the venue in one action, and what the venue's answer means for each of them.</summary>
internal sealed class PlacesPost : IPost
{
    private readonly ImmutableArray<SentOrder> orders;
    private readonly AccountNews news;

    public PlacesPost(ImmutableArray<SentOrder> orders, AccountNews news)
    {
        this.orders = orders;
        this.news = news;
        foreach (var order in orders)
            news.ExpectAnswer(order.Leg);
    }

    // When a change of an order was sent is not kept.
    public ValueTask SentAsync(CancellationToken cancellationToken) => news.ReportAsync(
        [.. orders.Where(order => order.Leg.Number == 0).Select(order => new VenueEvent.OrderSent(news.Account, order.Leg.Order, news.Now))],
        cancellationToken);

    public async ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken)
    {
        var answers = new List<VenueEvent>(orders.Length);
        for (var item = 0; item < orders.Length; item++)
        {
            if (EventOf(orders[item], reply.StatusOf(item, orders.Length)) is { } answer)
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
        return news.ReportAsync([.. orders.Select(order => Lost(order, cause))], cancellationToken);
    }

    // Null: what the venue says is no news.
    private VenueEvent? EventOf(SentOrder order, ItemStatus status)
    {
        switch (status)
        {
            case ItemStatus.Resting resting:
                return Acknowledged(order, resting.ExchangeOrderId);
            case ItemStatus.Filled filled when filled.Size >= order.Intent.Quantity.Value:
                return Done(order, filled, DoneCause.Filled);
            case ItemStatus.Filled filled when order.Intent.TimeInForce == TimeInForce.ImmediateOrCancel:
                // The venue cancels the rest without another word.
                return Done(order, filled, DoneCause.Canceled);
            case ItemStatus.Filled filled:
                // Whether the rest of a resting kind of order rests is not certain here; the order updates tell.
                return Acknowledged(order, filled.ExchangeOrderId);
            case ItemStatus.Error error:
                return new VenueEvent.OrderRejected(news.Account, order.Leg.Order, error.Text, ExchangeOrderId: null, news.Now, order.Leg.Number);
            case ItemStatus.Waiting:
                // It has no number yet; the order updates bring it, and with it the acknowledgement.
                return null;
            case ItemStatus.Unknown unknown:
                return Lost(order, unknown.Cause);
            default:
                return Lost(order, $"The venue's answer to an order cannot be read: {status}");
        }
    }

    private VenueEvent.OrderAcknowledged Acknowledged(SentOrder order, long exchangeOrderId)
    {
        news.Recognise(exchangeOrderId, order.Leg);
        return new(news.Account, order.Leg.Order, exchangeOrderId.ToString(), news.Now, order.Leg.Number);
    }

    private VenueEvent.OrderDone Done(SentOrder order, ItemStatus.Filled filled, DoneCause cause)
    {
        news.Recognise(filled.ExchangeOrderId, order.Leg);
        return new(news.Account, order.Leg.Order, cause, new Quantity(filled.Size), "filled", filled.ExchangeOrderId.ToString(), news.Now, order.Leg.Number);
    }

    private VenueEvent.PlaceUnknown Lost(SentOrder order, string cause)
    {
        Log.PlaceUnknown(news.Logger, order.Leg.Order, news.Account, cause);
        return new(news.Account, order.Leg.Order, cause, news.Now, order.Leg.Number);
    }
}
