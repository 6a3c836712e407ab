using System.Text;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// The private feeds of one account. Each account has a connection of its own, because the venue's order updates do not say
/// whose they are.
/// </summary>
internal sealed class StreamConnection(
    VenueSocket socket, Address account, AccountNews news, HyperliquidOptions options, TimeProvider time, ILogger log)
{
    // A snapshot reaches back over the account's whole life; older fills have long been counted and let go. What the gateway
    // has missed is the fence's to find, but a fence that was interrupted by a crash leaves what only the snapshot shows.
    private static readonly TimeSpan SnapshotDepth = TimeSpan.FromDays(1);

    private readonly AccountFeeds feeds = new(options.FillOverlap, time);
    private readonly HashSet<string> awaited = new(AccountFeeds.Names, StringComparer.Ordinal);

    private volatile bool stands;

    private string Name => $"stream of {news.Account}";

    /// <summary>Which stream no longer told what happened, and how that came to light; null: none, as far as is known.</summary>
    public (string Stream, string Cause)? Silence =>
        feeds.Missed is { } missed ? missed
        : socket.IsSilent && stands ? ("The connection", $"nothing has come in for {options.SilenceDeadline}.")
        : null;

    /// <summary>Subscribes, calls <paramref name="standing"/> once the venue has confirmed all feeds, and reports until the connection ends.</summary>
    /// <exception cref="TransportException">It has ended, a feed has missed something, or the venue has refused one.</exception>
    public async Task RunAsync(Func<AccountFeeds, CancellationToken, Task> standing, CancellationToken cancellationToken) => await Together.RunAsync(
        cancellationToken, end => ReceiveAsync(standing, end), SubscribeAsync, socket.PingAsync, socket.AwaitSilenceAsync, feeds.WatchAsync);

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        foreach (var feed in AccountFeeds.Names)
        {
            var frame = $$$"""{"method":"subscribe","subscription":{"type":"{{{feed}}}","user":"{{{account}}}"}}""";
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), cancellationToken);
        }

        await Task.Delay(options.ConnectTimeout, time, cancellationToken);
        if (!stands)
            throw new TransportException($"The venue has not confirmed the subscriptions within {options.ConnectTimeout}.");
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
    }

    private async Task ReceiveAsync(Func<AccountFeeds, CancellationToken, Task> standing, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await socket.ReceiveAsync(cancellationToken);
            using var message = VenueFrame.Parse(frame);
            if (message is not null)
                await ReceiveAsync(message.RootElement, cancellationToken);
            if (awaited.Count > 0 || stands)
                continue;
            // Here, so that it takes its place in the order of what is received.
            stands = true;
            await standing(feeds, cancellationToken);
        }
    }

    private async ValueTask ReceiveAsync(JsonElement message, CancellationToken cancellationToken)
    {
        var data = message.Member("data") ?? default;
        switch (message.Text("channel"))
        {
            case "subscriptionResponse":
                Confirm(data);
                break;
            case "orderUpdates" when data.ValueKind == JsonValueKind.Array:
                await ReceiveUpdatesAsync([.. data.EnumerateArray().Select(ReadUpdate).OfType<OrderReport>()], cancellationToken);
                break;
            case "userFills":
                var oldest = data.Flag("isSnapshot") ? (news.Now - SnapshotDepth).ToUnixTimeMilliseconds() : 0;
                foreach (var fill in data.Items("fills").Select(UserFill.Read))
                {
                    feeds.Hear(fill);
                    if (fill.Time is null || fill.Time >= oldest)
                        await news.ReportAsync(fill, cancellationToken);
                }

                break;
            case "error":
                // Nothing but our two subscriptions can be in error here, and without them the account is blind.
                throw new TransportException($"The venue refused a subscription: {message.Text("data")}");
        }
    }

    private async ValueTask ReceiveUpdatesAsync(OrderReport[] reports, CancellationToken cancellationToken)
    {
        for (var next = 0; next < reports.Length; next++)
        {
            var report = reports[next];
            feeds.Hear(report);

            // What came and went within one message never stood, such as the order by which the venue closes a position: nobody is
            // told of an order of somebody else's that it stands and can be canceled.
            if (news.OrderOf(report.Cloid, report.ExchangeOrderId) is null && report.Fate == OrderFate.Live && reports[(next + 1)..].Any(Ends))
                continue;
            await news.ReportAsync(report, cancellationToken);

            bool Ends(OrderReport later) =>
                later.ExchangeOrderId == report.ExchangeOrderId && later.Fate is (OrderFate.Filled or OrderFate.Canceled or OrderFate.Rejected);
        }
    }

    private OrderReport? ReadUpdate(JsonElement update)
    {
        var report = OrderReport.Read(update);
        if (report is null)
            Log.Unreadable(log, Name, update.GetRawText());
        return report;
    }

    // The venue echoes a subscription with members added and addresses respelled; its type is enough, since a connection
    // carries one account.
    private void Confirm(JsonElement data)
    {
        if (data.Text("method") == "subscribe" && data.Member("subscription")?.Text("type") is { } feed)
            awaited.Remove(feed);
    }
}
