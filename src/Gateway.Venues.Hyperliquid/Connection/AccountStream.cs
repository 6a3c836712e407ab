using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>Keeps the stream of one account up, connection after connection.</summary>
internal sealed class AccountStream(
    TradedAccount account, HyperliquidOptions options, IDialer dialer, TimeProvider time, ReconnectDelay delay, ILogger log)
{
    private static readonly TimeSpan Well = TimeSpan.FromSeconds(30);

    private string Name => $"stream of {account.News.Account}";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var start = time.GetTimestamp();
            var cause = await StandAsync(cancellationToken);
            await account.Link.StreamDownAsync(cause, cancellationToken);
            if (time.GetElapsedTime(start) >= Well)
                delay.Reset();
            var pause = delay.Next();
            Log.Disconnected(log, Name, cause, pause);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task<string> StandAsync(CancellationToken cancellationToken)
    {
        StreamConnection? stream = null;
        try
        {
            await using var socket = await VenueSocket.ConnectAsync(dialer, options, time, cancellationToken);
            stream = new StreamConnection(socket, account.Address, account.News, options, time, log);
            await stream.RunAsync(StandingAsync, cancellationToken);
            return "The connection ended.";
        }
        catch (TransportException failure)
        {
            if (stream?.Silence is var (name, cause))
                await account.News.ReportAsync(new VenueEvent.StreamSilent(account.News.Account, name, cause, account.News.Now), cancellationToken);
            return failure.Message;
        }
    }

    private Task StandingAsync(AccountFeeds feeds, CancellationToken cancellationToken)
    {
        Log.Connected(log, Name, options.WebSocket.Host);
        return account.Link.StreamUpAsync(feeds, cancellationToken);
    }
}
