using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>An order on its way to the venue, and what the venue's answer means for it.</summary>
internal sealed class PlacePost : IPost
{
    private readonly Instruction.Place place;
    private readonly AccountNews news;

    public PlacePost(Instruction.Place place, AccountNews news)
    {
        this.place = place;
        this.news = news;
        news.ExpectAnswer(place.Order);
    }

    public ValueTask SentAsync(CancellationToken cancellationToken) =>
        news.ReportAsync(new VenueEvent.OrderSent(place.Account, place.Order, news.Now), cancellationToken);

    public async ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken)
    {
        await (reply switch
        {
            // One status for the whole action where it failed a check before execution, else one per order.
            PostReply.Executed { Statuses: [var status, ..] } => AnsweredAsync(status, cancellationToken),
            PostReply.Refused refused => RejectAsync(refused.Reason, cancellationToken),
            PostReply.Unclear unclear => LostAsync(unclear.Cause, cancellationToken),
            _ => LostAsync("The venue's answer has no status.", cancellationToken),
        });
        news.EndAnswer(place.Order);
    }

    public async ValueTask LostAsync(string cause, CancellationToken cancellationToken)
    {
        Log.PlaceUnknown(news.Logger, place.Order, place.Account, cause);
        news.EndAnswer(place.Order);
        await news.ReportAsync(new VenueEvent.PlaceUnknown(place.Account, place.Order, cause, news.Now), cancellationToken);
    }

    private ValueTask AnsweredAsync(ItemStatus status, CancellationToken cancellationToken)
    {
        switch (status)
        {
            case ItemStatus.Resting resting:
                return AcknowledgeAsync(resting.ExchangeOrderId, cancellationToken);
            case ItemStatus.Filled filled when filled.Size >= place.Intent.Quantity.Value:
                return DoneAsync(filled, DoneCause.Filled, cancellationToken);
            case ItemStatus.Filled filled when place.Intent.TimeInForce == TimeInForce.ImmediateOrCancel:
                // The venue cancels the rest without another word.
                return DoneAsync(filled, DoneCause.Canceled, cancellationToken);
            case ItemStatus.Filled filled:
                // Whether the rest of a resting kind of order rests is not certain here; the order updates tell.
                return AcknowledgeAsync(filled.ExchangeOrderId, cancellationToken);
            case ItemStatus.Error error:
                return RejectAsync(error.Text, cancellationToken);
            case ItemStatus.Waiting:
                // It has no number yet; the order updates bring it, and with it the acknowledgement.
                return ValueTask.CompletedTask;
            default:
                return LostAsync($"The venue's answer cannot be read: {status}", cancellationToken);
        }
    }

    private ValueTask AcknowledgeAsync(long exchangeOrderId, CancellationToken cancellationToken)
    {
        news.Recognise(exchangeOrderId, place.Order);
        return news.ReportAsync(
            new VenueEvent.OrderAcknowledged(place.Account, place.Order, exchangeOrderId.ToString(), news.Now), cancellationToken);
    }

    private ValueTask DoneAsync(ItemStatus.Filled filled, DoneCause cause, CancellationToken cancellationToken)
    {
        news.Recognise(filled.ExchangeOrderId, place.Order);
        return news.ReportAsync(
            new VenueEvent.OrderDone(
                place.Account, place.Order, cause, new Quantity(filled.Size), "filled", filled.ExchangeOrderId.ToString(), news.Now),
            cancellationToken);
    }

    private ValueTask RejectAsync(string reason, CancellationToken cancellationToken) =>
        news.ReportAsync(new VenueEvent.OrderRejected(place.Account, place.Order, reason, ExchangeOrderId: null, news.Now), cancellationToken);
}
