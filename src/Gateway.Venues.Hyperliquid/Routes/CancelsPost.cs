using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Cancels on their way to the venue in one action. Their success is not reported: the order updates tell the end of an order
/// together with how much of it was executed, which the answer does not.
/// </summary>
internal sealed class CancelsPost(ImmutableArray<Instruction.Cancel> cancels, AccountNews news) : IPost
{
    public ValueTask SentAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken)
    {
        for (var item = 0; item < cancels.Length; item++)
        {
            await (reply.StatusOf(item, cancels.Length) switch
            {
                ItemStatus.Success => ValueTask.CompletedTask,
                ItemStatus.Error error => RejectAsync(cancels[item], error.Text, cancellationToken),
                ItemStatus.Unknown unknown => LostAsync(cancels[item], unknown.Cause, cancellationToken),
                var other => LostAsync(cancels[item], $"The venue's answer to a cancel cannot be read: {other}", cancellationToken),
            });
        }
    }

    public async ValueTask LostAsync(string cause, CancellationToken cancellationToken)
    {
        foreach (var cancel in cancels)
            await LostAsync(cancel, cause, cancellationToken);
    }

    private ValueTask LostAsync(Instruction.Cancel cancel, string cause, CancellationToken cancellationToken)
    {
        Log.CancelUnknown(news.Logger, cancel.Order.Order, cancel.Account, cause);
        return news.ReportAsync(new VenueEvent.CancelUnknown(cancel.Account, cancel.Order.Order, cause, news.Now), cancellationToken);
    }

    private ValueTask RejectAsync(Instruction.Cancel cancel, string reason, CancellationToken cancellationToken) =>
        news.ReportAsync(new VenueEvent.CancelRejected(cancel.Account, cancel.Order.Order, reason, news.Now), cancellationToken);
}
