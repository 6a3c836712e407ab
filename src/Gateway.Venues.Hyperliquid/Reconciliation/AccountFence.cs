using System.Collections.Immutable;
using System.Threading.Channels;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Reconciliation;

/// <summary>
/// Asks the venue what the streams of an account cannot tell: everything since the last known fill after a reconnection, and
/// single orders of unknown outcome. One question at a time; the streams report meanwhile.
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
                var (answers, venueTime, others) = await AskAsync(reconcile.Orders, everything: true, cancellationToken);
                var since = Earlier(reconcile.FillsSince, complete) ?? Earliest(reconcile.Orders) ?? venueTime;
                var fills = await history.ReadAsync(reconcile.Account, account.Address, since - options.FillOverlap, cancellationToken);
                await ReportAsync(fills, answers, venueTime, cancellationToken);
                foreach (var other in others)
                    await account.News.ReportAsync(other, cancellationToken);
                delay.Reset();
                if (account.Link.Epoch != reconcile.Epoch)
                    return;
                complete = venueTime;
                Log.Reconciled(log, reconcile.Account, reconcile.Epoch, answers.Length, fills.Count);
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
            var (answers, venueTime, _) = await AskAsync(settle.Orders, everything: false, cancellationToken);
            IReadOnlyList<UserFill> fills = [];
            if (answers.Where(answer => answer.HasEnded).Select(answer => (DateTimeOffset?)answer.PlacedAt).Min() is { } since)
                fills = await history.ReadAsync(settle.Account, account.Address, since - options.FillOverlap, cancellationToken);
            await ReportAsync(fills, answers.Select(answer => Count(answer, fills)), venueTime, cancellationToken);
        }
        catch (TransportException failure)
        {
            Log.AskingFailed(log, settle.Account, failure.Message);
        }
    }

    private async Task<(ImmutableArray<OrderAnswer> Answers, DateTimeOffset VenueTime, ImmutableArray<OrderReport> Others)> AskAsync(
        ImmutableArray<LiveOrder> orders, bool everything, CancellationToken cancellationToken)
    {
        var (answers, venueTime, others) = await inquiry.AskAsync(account, orders, everything, cancellationToken);
        foreach (var answer in answers)
        {
            if (!answer.Order.IsForeign && (answer.OpenAs ?? answer.Report?.ExchangeOrderId) is { } number)
                account.News.Recognise(number, new(answer.Order.Order, answer.Order.Leg));
        }

        return (answers, venueTime, others);
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
