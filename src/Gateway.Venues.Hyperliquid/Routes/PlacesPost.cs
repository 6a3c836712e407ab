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

    public async ValueTask SentAsync(CancellationToken cancellationToken)
    {
        foreach (var place in places)
            await news.ReportAsync(new VenueEvent.OrderSent(place.Account, place.Order, news.Now), cancellationToken);
    }

    public async ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken)
    {
        for (var item = 0; item < places.Length; item++)
        {
            await AnsweredAsync(places[item], reply.StatusOf(item, places.Length), cancellationToken);
            news.EndAnswer(new(places[item].Order));
        }
    }

    public async ValueTask LostAsync(string cause, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            news.EndAnswer(new(place.Order));
            await LostAsync(place, cause, cancellationToken);
        }
    }

    private ValueTask AnsweredAsync(Instruction.Place place, ItemStatus status, CancellationToken cancellationToken)
    {
        switch (status)
        {
            case ItemStatus.Resting resting:
                return AcknowledgeAsync(place, resting.ExchangeOrderId, cancellationToken);
            case ItemStatus.Filled filled when filled.Size >= place.Intent.Quantity.Value:
                return DoneAsync(place, filled, DoneCause.Filled, cancellationToken);
            case ItemStatus.Filled filled when place.Intent.TimeInForce == TimeInForce.ImmediateOrCancel:
                // The venue cancels the rest without another word.
                return DoneAsync(place, filled, DoneCause.Canceled, cancellationToken);
            case ItemStatus.Filled filled:
                // Whether the rest of a resting kind of order rests is not certain here; the order updates tell.
                return AcknowledgeAsync(place, filled.ExchangeOrderId, cancellationToken);
            case ItemStatus.Error error:
                return news.ReportAsync(
                    new VenueEvent.OrderRejected(place.Account, place.Order, error.Text, ExchangeOrderId: null, news.Now), cancellationToken);
            case ItemStatus.Waiting:
                // It has no number yet; the order updates bring it, and with it the acknowledgement.
                return ValueTask.CompletedTask;
            case ItemStatus.Unknown unknown:
                return LostAsync(place, unknown.Cause, cancellationToken);
            default:
                return LostAsync(place, $"The venue's answer to an order cannot be read: {status}", cancellationToken);
        }
    }

    private ValueTask AcknowledgeAsync(Instruction.Place place, long exchangeOrderId, CancellationToken cancellationToken)
    {
        news.Recognise(exchangeOrderId, new(place.Order));
        return news.ReportAsync(
            new VenueEvent.OrderAcknowledged(place.Account, place.Order, exchangeOrderId.ToString(), news.Now), cancellationToken);
    }

    private ValueTask DoneAsync(Instruction.Place place, ItemStatus.Filled filled, DoneCause cause, CancellationToken cancellationToken)
    {
        news.Recognise(filled.ExchangeOrderId, new(place.Order));
        return news.ReportAsync(
            new VenueEvent.OrderDone(
                place.Account, place.Order, cause, new Quantity(filled.Size), "filled", filled.ExchangeOrderId.ToString(), news.Now),
            cancellationToken);
    }

    private ValueTask LostAsync(Instruction.Place place, string cause, CancellationToken cancellationToken)
    {
        Log.PlaceUnknown(news.Logger, place.Order, place.Account, cause);
        return news.ReportAsync(new VenueEvent.PlaceUnknown(place.Account, place.Order, cause, news.Now), cancellationToken);
    }
}
