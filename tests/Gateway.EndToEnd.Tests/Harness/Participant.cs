using System.Collections.Immutable;
using System.Globalization;
using Gateway.Testing.Venues;
using Gateway.Venues;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>Somebody else who trades at the venue, past the gateway under test.</summary>
internal sealed class Participant : IAsyncDisposable
{
    private readonly AccountName account = new("SOMEBODY");
    private readonly SocketsHttpHandler handler = new();
    private readonly CancellationTokenSource stop = new();
    private readonly VenueNews news = new();
    private readonly HyperliquidVenue venue;
    private readonly Task trading;
    private long lastOrder;

    private Participant(Uri simulator, string address, string agentKey)
    {
        var options = new HyperliquidOptions
        {
            InfoUrl = simulator,
            WebSocketUrl = simulator,
            RateBudgets = false,
            Accounts = { [account.Value] = new HyperliquidAccountOptions { Address = address, Key = agentKey } },
        };
        venue = new HyperliquidVenue(options, new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 2);
        // An instance of its own: its client order ids must not look like the gateway's.
        trading = venue.RunAsync(new GatewayInstance(0xbeef), news, stop.Token);
    }

    public static async Task<Participant> JoinAsync(Uri simulator, string address, string agentKey, CancellationToken cancellationToken)
    {
        var participant = new Participant(simulator, address, agentKey);
        var connected = await participant.news.AwaitAsync<VenueEvent.AccountConnected>(up => true, cancellationToken);
        participant.Submit(new Instruction.Reconcile(participant.account, connected.Epoch, ImmutableArray<LiveOrder>.Empty, null));
        await participant.news.AwaitAsync<VenueEvent.AccountReconciled>(up => true, cancellationToken);
        return participant;
    }

    /// <summary>Sells into what rests and waits until that is over.</summary>
    public async Task SellAsync(string market, string quantity, string price, CancellationToken cancellationToken)
    {
        var order = new OrderId(++lastOrder);
        var intent = new OrderIntent
        {
            Account = account,
            Market = venue.MarketData.Universe.Markets.Single(listed => listed.Id.Value == market),
            Side = Side.Sell,
            Price = new Price(decimal.Parse(price, CultureInfo.InvariantCulture)),
            Quantity = new Quantity(decimal.Parse(quantity, CultureInfo.InvariantCulture)),
            TimeInForce = TimeInForce.ImmediateOrCancel,
        };
        Submit(new Instruction.Place(order, intent, TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await news.AwaitAsync<VenueEvent.OrderDone>(done => done.Order == order, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await trading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        venue.Dispose();
        handler.Dispose();
        stop.Dispose();
    }

    private void Submit(Instruction instruction) => Assert.True(venue.TrySubmit(instruction));
}
