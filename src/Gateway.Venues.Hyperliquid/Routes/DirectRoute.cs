using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Posts orders and cancels over one connection without waiting for answers. An action carries what had gathered while the one
/// before was signed and sent, while too many were in flight, or while the rate limits held it back; a lone order leaves at once, alone.
/// </summary>
internal sealed class DirectRoute(
    InstructionQueue queue,
    IReadOnlyDictionary<AccountName, SigningAccount> accounts,
    HyperliquidMarkets markets,
    RateBudgets budgets,
    HyperliquidOptions options,
    IDialer dialer,
    TimeProvider time,
    ReconnectDelay delay,
    ILogger log) : IDisposable
{
    // The venue takes at most 100 posts in flight over all connections. The difference is kept for cancels.
    private const int MostInFlight = 95;
    private const int MostInFlightBeforeOrdersWait = 80;

    private static readonly TimeSpan Well = TimeSpan.FromSeconds(30);

    private readonly ActionPosting posting = new(queue, accounts, markets, budgets, time);
    private PostConnection? connection;

    // How long until the next of those that wait may leave; zero: none waits for the budget.
    private TimeSpan nextDeparture;

    public Task RunAsync(CancellationToken cancellationToken) =>
        Together.RunAsync(cancellationToken, ConnectAsync, SendAsync, SignAheadAsync);

    public void Dispose() => posting.Dispose();

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var start = time.GetTimestamp();
            var cause = await StandAsync(cancellationToken);
            if (time.GetElapsedTime(start) >= Well)
                delay.Reset();
            var pause = delay.Next();
            Log.Disconnected(log, "order connection", cause, pause);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Connects and stays connected as long as it can; answers with why it cannot any longer.</summary>
    private async Task<string> StandAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var socket = await VenueSocket.ConnectAsync(dialer, options, time, cancellationToken);
            var posts = new PostConnection(socket, options, time, WakeForWhatWaits, log);
            Volatile.Write(ref connection, posts);
            queue.Changed.Set();
            Log.Connected(log, "order connection", options.WebSocket.Host);
            var cause = await StandAsync(posts, cancellationToken);
            Volatile.Write(ref connection, null);
            // In this order: the engine must not see an order of unknown outcome on an account that looks connected.
            foreach (var account in accounts.Values)
                await account.Link.PostsDownAsync(cause, cancellationToken);
            await posts.AbandonAsync(cause, cancellationToken);
            queue.Changed.Set();
            return cause;
        }
        catch (TransportException failure)
        {
            return failure.Message;
        }
    }

    private async Task<string> StandAsync(PostConnection posts, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var account in accounts.Values)
                await account.Link.PostsUpAsync(cancellationToken);
            await posts.RunAsync(cancellationToken);
            return "The connection ended.";
        }
        catch (TransportException failure)
        {
            return failure.Message;
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        Func<Company, int, bool> mayLeave = MayLeave;
        await using var alarm = time.CreateTimer(_ => queue.Changed.Set(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var canceled = cancellationToken.Register(queue.Changed.Set);
        while (true)
        {
            var posts = Volatile.Read(ref connection);
            var inFlight = posts?.InFlight ?? 0;
            nextDeparture = TimeSpan.Zero;
            if (inFlight < MostInFlight && queue.TakeCancels(mayLeave) is { IsEmpty: false } cancels)
            {
                await posting.CancelAsync(posts, cancels, cancellationToken);
            }
            else if (inFlight < MostInFlightBeforeOrdersWait && queue.TakeModifies(mayLeave) is { IsEmpty: false } modifies)
            {
                // One change of an order is on its way at most, so these cannot keep new orders waiting for long.
                await posting.ModifyAsync(posts, modifies, cancellationToken);
            }
            else if (inFlight < MostInFlightBeforeOrdersWait && queue.TakePlaces(mayLeave) is { IsEmpty: false } places)
            {
                await posting.PlaceAsync(posts, places, cancellationToken);
            }
            else
            {
                if (nextDeparture > TimeSpan.Zero)
                    alarm.Change(nextDeparture, Timeout.InfiniteTimeSpan);
                await queue.Changed.WaitAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task SignAheadAsync(CancellationToken cancellationToken)
    {
        await using var canceled = cancellationToken.Register(queue.Announced.Set);
        while (true)
        {
            if (queue.TakeAnnounced() is { IsEmpty: false } places)
                posting.SignAhead(places);
            await queue.Announced.WaitAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private bool MayLeave(Company company, int waiting)
    {
        var wait = company.IsOfCancels ? budgets.WaitForCancels(company, waiting) : budgets.Orders.WaitFor(company);
        if (wait > TimeSpan.Zero && (nextDeparture == TimeSpan.Zero || wait < nextDeparture))
            nextDeparture = wait;
        return wait == TimeSpan.Zero;
    }

    private void WakeForWhatWaits()
    {
        if (!queue.IsEmpty)
            queue.Changed.Set();
    }
}
