using System.Globalization;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Signing;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Signs orders and cancels and posts them over one connection, one action each, without waiting for answers. What is sent
/// is never sent again.
/// </summary>
internal sealed class DirectRoute(
    InstructionQueue queue,
    IReadOnlyDictionary<AccountName, TradedAccount> accounts,
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

    private readonly SignedPost signedPost = new();
    private readonly OrderTerms[] terms = new OrderTerms[1];
    private PostConnection? connection;
    private long lastPost;

    public Task RunAsync(CancellationToken cancellationToken) =>
        Together.RunAsync(cancellationToken, ConnectAsync, SendAsync);

    public void Dispose() => signedPost.Dispose();

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
            var posts = new PostConnection(socket, options, time, queue.Wake, log);
            Volatile.Write(ref connection, posts);
            queue.Wake();
            Log.Connected(log, "order connection", options.WebSocket.Host);
            var cause = await StandAsync(posts, cancellationToken);
            Volatile.Write(ref connection, null);
            // In this order: the engine must not see an order of unknown outcome on an account that looks connected.
            foreach (var account in accounts.Values)
                await account.Link.PostsDownAsync(cause, cancellationToken);
            await posts.AbandonAsync(cause, cancellationToken);
            queue.Wake();
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
        await using var alarm = time.CreateTimer(_ => queue.Wake(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (true)
        {
            var posts = Volatile.Read(ref connection);
            var inFlight = posts?.InFlight ?? 0;
            var wait = budgets.WaitForCancel;
            switch (queue.Take(mayCancel: inFlight < MostInFlight && wait == TimeSpan.Zero, mayPlace: inFlight < MostInFlightBeforeOrdersWait))
            {
                case Instruction.Place place:
                    await PlaceAsync(posts, place, cancellationToken);
                    break;
                case Instruction.Cancel cancel:
                    await CancelAsync(posts, cancel, cancellationToken);
                    break;
                default:
                    if (wait > TimeSpan.Zero)
                        alarm.Change(wait, Timeout.InfiniteTimeSpan);
                    await queue.ChangedAsync(cancellationToken);
                    break;
            }
        }
    }

    private ValueTask PlaceAsync(PostConnection? posts, Instruction.Place place, CancellationToken cancellationToken)
    {
        var account = accounts[place.Account];
        var expiresAfter = place.ValidUntil.ToUnixTimeMilliseconds();
        if (time.GetUtcNow().ToUnixTimeMilliseconds() >= expiresAfter)
            return RejectAsync(account, place, $"Not sent: its last valid moment, {Text(place.ValidUntil)}, had passed.", cancellationToken);
        if (markets.Current.Find(place.Intent.Market.Id) is not { } asset)
            return RejectAsync(account, place, $"Not sent: the venue no longer lists {place.Intent.Market.Id}.", cancellationToken);
        if (posts is null)
            return RejectAsync(account, place, "Not sent: there is no connection to the venue.", cancellationToken);

        terms[0] = TermsOf(place, asset.Id, account.News.CloidOf(place.Order));
        var id = ++lastPost;
        var frame = signedPost.Write(id, new OrderAction(terms), account.Signer, account.Nonces.Next(), (ulong)expiresAfter);
        return posts.SendAsync(id, frame, new PlacePost(place, account.News), cancellationToken);
    }

    private ValueTask CancelAsync(PostConnection? posts, Instruction.Cancel cancel, CancellationToken cancellationToken)
    {
        var account = accounts[cancel.Account];
        var post = new CancelPost(cancel, account.News);
        if (queue.TryWithdraw(cancel.Order.Order))
        {
            return account.News.ReportAsync(
                new VenueEvent.OrderDone(
                    cancel.Account, cancel.Order.Order, DoneCause.Canceled, Quantity.Zero, "canceled before it was sent",
                    ExchangeOrderId: null, time.GetUtcNow()),
                cancellationToken);
        }

        if (posts is null)
            return post.LostAsync("Not sent: there is no connection to the venue.", cancellationToken);
        if (markets.Current.Find(cancel.Order.Market) is not { } asset)
            return post.LostAsync($"Not sent: the venue no longer lists {cancel.Order.Market}.", cancellationToken);

        budgets.SpendOnCancel(cancel.Account);
        var id = ++lastPost;
        var nonce = account.Nonces.Next();
        var frame = ulong.TryParse(cancel.Order.ExchangeOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var exchangeOrderId)
            ? signedPost.Write(id, new CancelAction(asset.Id, exchangeOrderId), account.Signer, nonce, expiresAfter: null)
            : signedPost.Write(
                id, new CancelByCloidAction(asset.Id, account.News.CloidOf(cancel.Order.Order)), account.Signer, nonce, expiresAfter: null);
        return posts.SendAsync(id, frame, post, cancellationToken);
    }

    private ValueTask RejectAsync(TradedAccount account, Instruction.Place place, string reason, CancellationToken cancellationToken) =>
        account.News.ReportAsync(
            new VenueEvent.OrderRejected(place.Account, place.Order, reason, ExchangeOrderId: null, time.GetUtcNow()), cancellationToken);

    private static OrderTerms TermsOf(Instruction.Place place, uint asset, Cloid cloid) => new()
    {
        Asset = asset,
        IsBuy = place.Intent.Side == Side.Buy,
        Price = place.Intent.Price.Value,
        Size = place.Intent.Quantity.Value,
        ReduceOnly = place.Intent.ReduceOnly,
        Lifetime = place.Intent switch
        {
            { PostOnly: true } => OrderLifetime.Alo,
            { TimeInForce: TimeInForce.ImmediateOrCancel } => OrderLifetime.Ioc,
            _ => OrderLifetime.Gtc,
        },
        Trigger = place.Intent.Trigger,
        Cloid = cloid,
    };

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
