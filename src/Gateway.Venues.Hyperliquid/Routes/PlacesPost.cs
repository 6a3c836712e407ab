using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>Orders on their way to the venue in one action, and what the venue's answer means for each of them.</summary>
internal sealed class PlacesPost : IPost
{
    private readonly ImmutableArray<Instruction.Place> places;
    private readonly AccountNews news;

    public PlacesPost(ImmutableArray<Instruction.Place> places, AccountNews news)
    {
        this.places = places;
        this.news = news;
        foreach (var place in places)
            news.ExpectAnswer(new(place.Order));
    }

    public ValueTask SentAsync(CancellationToken cancellationToken) =>
        news.ReportAsync([.. places.Select(place => new VenueEvent.OrderSent(place.Account, place.Order, news.Now))], cancellationToken);

    public async ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken)
    {
        var answers = new List<VenueEvent>(places.Length);
        for (var item = 0; item < places.Length; item++)
        {
            if (EventOf(places[item], reply.StatusOf(item, places.Length)) is { } answer)
                answers.Add(answer);
        }

        await news.ReportAsync(answers, cancellationToken);
        foreach (var place in places)
            news.EndAnswer(new(place.Order));
    }

    public ValueTask LostAsync(string cause, CancellationToken cancellationToken)
    {
        foreach (var place in places)
            news.EndAnswer(new(place.Order));
        return news.ReportAsync([.. places.Select(place => Lost(place, cause))], cancellationToken);
    }

    // Null: what the venue says is no news.
    private VenueEvent? EventOf(Instruction.Place place, ItemStatus status)
    {
        switch (status)
        {
            case ItemStatus.Resting resting:
                return Acknowledged(place, resting.ExchangeOrderId);
            case ItemStatus.Filled filled when filled.Size >= place.Intent.Quantity.Value:
                return Done(place, filled, DoneCause.Filled);
            case ItemStatus.Filled filled when place.Intent.TimeInForce == TimeInForce.ImmediateOrCancel:
                // The venue cancels the rest without another word.
                return Done(place, filled, DoneCause.Canceled);
            case ItemStatus.Filled filled:
                // Whether the rest of a resting kind of order rests is not certain here; the order updates tell.
                return Acknowledged(place, filled.ExchangeOrderId);
            case ItemStatus.Error error:
                return new VenueEvent.OrderRejected(place.Account, place.Order, error.Text, ExchangeOrderId: null, news.Now);
            case ItemStatus.Waiting:
                // It has no number yet; the order updates bring it, and with it the acknowledgement.
                return null;
            case ItemStatus.Unknown unknown:
                return Lost(place, unknown.Cause);
            default:
                return Lost(place, $"The venue's answer to an order cannot be read: {status}");
        }
    }

    private VenueEvent.OrderAcknowledged Acknowledged(Instruction.Place place, long exchangeOrderId)
    {
        news.Recognise(exchangeOrderId, new(place.Order));
        return new(place.Account, place.Order, exchangeOrderId.ToString(), news.Now);
    }

    private VenueEvent.OrderDone Done(Instruction.Place place, ItemStatus.Filled filled, DoneCause cause)
    {
        news.Recognise(filled.ExchangeOrderId, new(place.Order));
        return new(place.Account, place.Order, cause, new Quantity(filled.Size), "filled", filled.ExchangeOrderId.ToString(), news.Now);
    }

    private VenueEvent.PlaceUnknown Lost(Instruction.Place place, string cause)
    {
        Log.PlaceUnknown(news.Logger, place.Order, place.Account, cause);
        return new(place.Account, place.Order, cause, news.Now);
    }
}
