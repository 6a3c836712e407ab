using System.Collections.Immutable;
using System.Threading.Channels;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Reconciliation;

/// <summary>
/// Asks the venue what the streams of an account cannot tell: everything since the last known fill after a reconnection, and
/// single orders of unknown outcome. One question at a time; the streams report meanwhile, and are held against what they have not told.
/// </summary>
/// <remarks>
/// The orders are asked about before the fills are read, and the fills reported before the orders: so whoever hears that an
/// order has ended has heard of all its fills.
/// </remarks>
internal sealed class AccountFence(
    ChannelReader<Instruction> instructions,
    TradedAccount account,
    InfoClient info,
    HyperliquidOptions options,
    TimeProvider time,
    ReconnectDelay delay,
    ILogger log)
{
    private readonly OrderInquiry inquiry = new(info);
    private readonly FillHistory history = new(info, log);

    // All fills up to here have been reported by this process. Newer fills reach the engine by the stream before the fence
    // has filled the gap, so the engine's own last fill may lie behind a gap that an interrupted fence has left.
    private DateTimeOffset? complete;

    // Of a connection that stands, only its first look is worth a line in the log.
    private long caughtUp;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Not ReadAllAsync, which would hop to another thread.
            switch (await instructions.ReadAsync(cancellationToken))
            {
                case Instruction.Reconcile reconcile:
                    await ReconcileAsync(reconcile, cancellationToken);
                    break;
                case Instruction.Settle settle:
                    await SettleAsync(settle, cancellationToken);
                    break;
            }
        }
    }

    private async Task ReconcileAsync(Instruction.Reconcile reconcile, CancellationToken cancellationToken)
    {
        while (account.Link.Epoch == reconcile.Epoch)
        {
            try
            {
                // Those that stood before the look, so that they have had time to tell what it shows.
                var feeds = account.Link.Feeds;
                var look = await AskAsync(reconcile.Orders, everything: true, cancellationToken);
                var since = Earlier(reconcile.FillsSince, complete) ?? Earliest(reconcile.Orders) ?? look.VenueTime;
                var fills = await history.ReadAsync(reconcile.Account, account.Address, since - options.FillOverlap, cancellationToken);
                feeds?.Show(look.Open, fills, look.VenueTime);
                await ReportAsync(fills, look.Answers, look.VenueTime, cancellationToken);
                foreach (var other in look.Others)
                    await account.News.ReportAsync(other, cancellationToken);
                delay.Reset();
                if (account.Link.Epoch != reconcile.Epoch)
                    return;
                complete = look.VenueTime;
                if (caughtUp != reconcile.Epoch)
                    Log.Reconciled(log, reconcile.Account, reconcile.Epoch, look.Answers.Length, fills.Count);
                caughtUp = reconcile.Epoch;
                await account.News.ReportAsync(
                    new VenueEvent.AccountReconciled(reconcile.Account, reconcile.Epoch, time.GetUtcNow()), cancellationToken);
                return;
            }
            catch (TransportException failure)
            {
                Log.AskingFailed(log, reconcile.Account, failure.Message);
                await Task.Delay(delay.Next(), time, cancellationToken);
            }
        }
    }

    // Whoever asked asks again when no answer comes.
    private async Task SettleAsync(Instruction.Settle settle, CancellationToken cancellationToken)
    {
        try
        {
            var look = await AskAsync(settle.Orders, everything: false, cancellationToken);
            IReadOnlyList<UserFill> fills = [];
            if (look.Answers.Where(answer => answer.HasEnded).Select(answer => (DateTimeOffset?)answer.PlacedAt).Min() is { } since)
                fills = await history.ReadAsync(settle.Account, account.Address, since - options.FillOverlap, cancellationToken);
            await ReportAsync(fills, look.Answers.Select(answer => Count(answer, fills)), look.VenueTime, cancellationToken);
        }
        catch (TransportException failure)
        {
            Log.AskingFailed(log, settle.Account, failure.Message);
        }
    }

    private async Task<OrderLook> AskAsync(ImmutableArray<LiveOrder> orders, bool everything, CancellationToken cancellationToken)
    {
        var look = await inquiry.AskAsync(account, orders, everything, cancellationToken);
        foreach (var answer in look.Answers)
        {
            if (!answer.Order.IsForeign && (answer.OpenAs ?? answer.Report?.ExchangeOrderId) is { } number)
                account.News.Recognise(number, new(answer.Order.Order, answer.Order.Leg));
        }

        return look;
    }

    private async Task ReportAsync(
        IReadOnlyList<UserFill> fills, IEnumerable<OrderAnswer> answers, DateTimeOffset venueTime, CancellationToken cancellationToken)
    {
        foreach (var fill in fills)
            await account.News.ReportAsync(fill, cancellationToken);
        foreach (var answer in answers)
            await ReportAsync(answer, venueTime, cancellationToken);
    }

    private ValueTask ReportAsync(OrderAnswer answer, DateTimeOffset venueTime, CancellationToken cancellationToken)
    {
        var name = account.News.Account;
        if (answer.OpenAs is { } number)
        {
            return account.News.ReportAsync(
                new VenueEvent.OrderAcknowledged(name, answer.Order.Order, number.ToString(), time.GetUtcNow(), answer.Order.Leg), cancellationToken);
        }

        return answer.Report is { } report
            ? account.News.ReportAsync(report, cancellationToken)
            : account.News.ReportAsync(new VenueEvent.OrderNotFound(name, answer.Order.Order, venueTime, time.GetUtcNow(), answer.Order.Leg), cancellationToken);
    }

    // These fills reach back to before the order was placed.
    private static OrderAnswer Count(OrderAnswer answer, IReadOnlyList<UserFill> fills) =>
        answer is { HasEnded: true, Report: { Executed: null } report }
            ? answer with
            {
                Report = report with
                {
                    Counted = new Quantity(fills.Where(fill => fill.ExchangeOrderId == report.ExchangeOrderId).Sum(fill => fill.Size ?? 0)),
                },
            }
            : answer;

    private static DateTimeOffset? Earliest(IEnumerable<LiveOrder> orders) => orders.Select(order => (DateTimeOffset?)order.PlacedAt).Min();

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other is null ? one ?? other : one < other ? one : other;
}
