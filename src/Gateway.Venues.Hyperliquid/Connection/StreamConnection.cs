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
    private readonly UsualUpdates updates = new();
    private readonly List<VenueEvent> told = [];

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
            if (updates.TryRead(frame.Span))
                await ReportAsync(EventsOf(updates.Reports), cancellationToken);
            else
                await ReceiveAsync(frame, cancellationToken);
            if (awaited.Count > 0 || stands)
                continue;
            // Here, so that it takes its place in the order of what is received.
            stands = true;
            await standing(feeds, cancellationToken);
        }
    }

    private async ValueTask ReceiveAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var parsed = VenueFrame.Parse(frame);
        if (parsed?.RootElement is not { } message)
            return;
        var data = message.Member("data") ?? default;
        switch (message.Text("channel"))
        {
            case "subscriptionResponse":
                Confirm(data);
                break;
            case "orderUpdates" when data.ValueKind == JsonValueKind.Array:
                await ReportAsync(EventsOf([.. data.EnumerateArray().Select(ReadUpdate).OfType<OrderReport>()]), cancellationToken);
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

    private ValueTask ReportAsync(List<VenueEvent> events, CancellationToken cancellationToken) =>
        events.Count > 0 ? news.ReportAsync(events, cancellationToken) : ValueTask.CompletedTask;

    // The list is used again for the next message.
    private List<VenueEvent> EventsOf(ReadOnlySpan<OrderReport> reports)
    {
        told.Clear();
        for (var next = 0; next < reports.Length; next++)
        {
            ref readonly var report = ref reports[next];
            feeds.Hear(report);

            // What came and went within one message never stood, such as the order by which the venue closes a position: nobody is
            // told of an order of somebody else's that it stands and can be canceled.
            var order = news.OrderOf(report.Cloid, report.ExchangeOrderId);
            if (order is null && report.Fate == OrderFate.Live && Ends(report.ExchangeOrderId, reports[(next + 1)..]))
                continue;
            if (news.ToldOf(order, report) is { } happened)
                told.Add(happened);
        }

        return told;
    }

    private static bool Ends(long exchangeOrderId, ReadOnlySpan<OrderReport> later)
    {
        foreach (ref readonly var report in later)
        {
            if (report.ExchangeOrderId == exchangeOrderId && report.Fate is OrderFate.Filled or OrderFate.Canceled or OrderFate.Rejected)
                return true;
        }

        return false;
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
