using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// A cancel on its way to the venue. Its success is not reported: the order updates tell the end of the order together with
/// how much of it was executed, which the answer does not.
/// </summary>
internal sealed class CancelPost(Instruction.Cancel cancel, AccountNews news) : IPost
{
    public ValueTask SentAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken) => reply switch
    {
        PostReply.Executed { Statuses: [ItemStatus.Success, ..] } => ValueTask.CompletedTask,
        PostReply.Executed { Statuses: [ItemStatus.Error error, ..] } => RejectAsync(error.Text, cancellationToken),
        PostReply.Refused refused => RejectAsync(refused.Reason, cancellationToken),
        PostReply.Unclear unclear => LostAsync(unclear.Cause, cancellationToken),
        _ => LostAsync("The venue's answer cannot be read.", cancellationToken),
    };

    public ValueTask LostAsync(string cause, CancellationToken cancellationToken)
    {
        Log.CancelUnknown(news.Logger, cancel.Order.Order, cancel.Account, cause);
        return news.ReportAsync(new VenueEvent.CancelUnknown(cancel.Account, cancel.Order.Order, cause, news.Now), cancellationToken);
    }

    private ValueTask RejectAsync(string reason, CancellationToken cancellationToken) =>
        news.ReportAsync(new VenueEvent.CancelRejected(cancel.Account, cancel.Order.Order, reason, news.Now), cancellationToken);
}
