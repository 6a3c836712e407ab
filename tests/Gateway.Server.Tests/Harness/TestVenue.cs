using System.Collections.Concurrent;
using System.Threading.Channels;
using Gateway.Venues;

namespace Gateway.Server.Tests.Harness;

/// <summary>
/// A venue that does as the test says: it takes instructions in and reports what it is told to. Its accounts are live at once;
/// cancels are confirmed at once.
/// </summary>
internal sealed class TestVenue(params string[] accounts) : IVenue, IMarketData
{
    private readonly Channel<VenueEvent> news = Channel.CreateUnbounded<VenueEvent>();

    public static DateTimeOffset Noon { get; } = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public VenueId Id { get; } = new("HYPERLIQUID");

    public IReadOnlyList<RouteId> Routes { get; init; } = [new("DIRECT")];

    public IReadOnlyList<AccountName> Accounts { get; } = [.. accounts.Select(account => new AccountName(account))];

    public IMarketData MarketData => this;

    public Universe Universe { get; set; } = TestMarkets.Universe;

    /// <summary>The marks, always of this moment; a product that is not among them has none.</summary>
    public ConcurrentDictionary<ProductId, decimal> Marks { get; } = new()
    {
        [TestMarkets.Btc.Base.Id] = 100_000,
        [TestMarkets.Eth.Base.Id] = 4_000,
        [TestMarkets.UBtc.Base.Id] = 100_000,
        [TestMarkets.Hype.Base.Id] = 40,
    };

    /// <summary>Whether the accounts come up by themselves.</summary>
    public bool Connects { get; init; } = true;

    public IVenueQueries? Queries { get; init; }

    /// <summary>How long its rate budgets ask a new order to wait.</summary>
    public TimeSpan BudgetWait { get; set; }

    /// <summary>Whether orders are acknowledged at once.</summary>
    public bool Acknowledges { get; init; }

    /// <summary>Whether cancels are confirmed.</summary>
    public bool Confirms { get; set; } = true;

    /// <summary>What breaks the venue, once set.</summary>
    public TaskCompletionSource Broken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was asked of it.</summary>
    public Channel<Instruction> Instructions { get; } = Channel.CreateUnbounded<Instruction>();

    public string? ModifyRefusalOf(RouteId route) => null;

    public Mark? MarkOf(ProductId product) =>
        Marks.TryGetValue(product, out var mark) ? new(new(mark), TimeProvider.System.GetUtcNow()) : null;

    public async Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken)
    {
        if (Connects)
        {
            foreach (var account in Accounts)
                Report(new VenueEvent.AccountConnected(account, 1, Noon));
        }

        var reporting = ReportAsync(listener, cancellationToken);
        await await Task.WhenAny(reporting, Broken.Task);
        await reporting;
    }

    public TimeSpan ReserveBudget(OrderIntent intent, bool replaces = false) => BudgetWait;

    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions)
    {
        foreach (var instruction in instructions)
            Take(instruction);
        return [];
    }

    private void Take(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Reconcile reconcile:
                Report(new VenueEvent.AccountReconciled(reconcile.Of, reconcile.Epoch, Noon));
                break;
            case Instruction.Place place:
                Report(new VenueEvent.OrderSent(place.Account, place.Order, Noon));
                if (Acknowledges)
                    Acknowledge(place.Order.Value, place.Account.Value);
                break;
            case Instruction.Cancel cancel when Confirms:
                // Whatever it has carried out has a number there.
                End(cancel.Order.Order.Value, cancel.Order.Leg, cancel.Account.Value);
                break;
            default:
                break;
        }

        Instructions.Writer.TryWrite(instruction);
    }

    public void Report(VenueEvent venueEvent) => news.Writer.TryWrite(venueEvent);

    public void Acknowledge(long order, string account = "DEFAULT", int leg = 0) =>
        Report(new VenueEvent.OrderAcknowledged(new(account), new(order), $"x{new OrderLeg(new(order), leg)}", Noon, leg));

    /// <summary>Ends a leg that traded nothing.</summary>
    public void End(long order, int leg = 0, string account = "DEFAULT") =>
        Report(new VenueEvent.OrderDone(new(account), new(order), DoneCause.Canceled, Quantity.Zero, "canceled", $"x{new OrderLeg(new(order), leg)}", Noon, leg));

    public void Reject(long order, string reason, string account = "DEFAULT") =>
        Report(new VenueEvent.OrderRejected(new(account), new(order), reason, null, Noon));

    public void Fill(long? order, string key, decimal quantity, decimal price, string account = "DEFAULT", int minute = 0) =>
        Report(new VenueEvent.OrderFilled(order is null ? null : new OrderId(order.Value), new Fill
        {
            Account = new(account),
            Key = key,
            Market = TestMarkets.Btc.Id,
            Side = Side.Buy,
            Price = new Price(price),
            Quantity = new Quantity(quantity),
            ExchangeFillId = key,
            ExchangeOrderId = order is null ? "foreign" : $"x{order}",
            Fee = 0.45m,
            FeeProduct = TestMarkets.Btc.Quote.Id,
            Liquidity = Liquidity.Taker,
            TradeTime = Noon.AddMinutes(minute),
            ReceivedTime = Noon.AddMinutes(minute),
        }));

    private async Task ReportAsync(IVenueListener listener, CancellationToken cancellationToken)
    {
        await foreach (var venueEvent in news.Reader.ReadAllAsync(cancellationToken))
            await listener.ReportAsync(venueEvent, cancellationToken);
    }
}
