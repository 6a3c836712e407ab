using System.Threading.Channels;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Testing.Venues;

/// <summary>
/// A venue that a test plays itself: it keeps what it was told, and says what the test lets it say. With
/// <see cref="IsObliging"/> it connects, reconciles, acknowledges and cancels by itself.
/// </summary>
public sealed class FakeVenue(TimeProvider time) : IVenue, IMarketData
{
    private readonly Channel<VenueEvent> news = Channel.CreateBounded<VenueEvent>(1 << 16);
    private long epoch;

    public VenueId Id { get; init; } = SampleMarkets.Venue;

    public IReadOnlyList<RouteId> Routes { get; init; } = [SampleMarkets.Route];

    public IReadOnlyList<AccountName> Accounts { get; init; } = [SampleMarkets.Account];

    public IMarketData MarketData => this;

    public Universe Universe { get; set; } = SampleMarkets.Universe;

    /// <summary>The marks; a product that is not among them has the mark of its sample, of this moment.</summary>
    public Dictionary<ProductId, Mark?> Marks { get; } = [];

    /// <summary>Whether it does what a good day's venue does.</summary>
    public bool IsObliging { get; init; }

    /// <summary>Whether instructions find room.</summary>
    public bool HasRoom { get; set; } = true;

    /// <summary>How long its rate budgets ask a new order to wait.</summary>
    public TimeSpan BudgetWait { get; set; }

    /// <summary>Why it refuses every order by its route; null: it does not.</summary>
    public string? Refusal { get; set; }

    /// <summary>Why it changes no orders; null: it does.</summary>
    public string? ModifyRefusal { get; set; }

    /// <summary>How long past their last moment to be sent it may still take orders in.</summary>
    public TimeSpan Linger { get; set; }

    /// <summary>Everything it was told, in order.</summary>
    public List<Instruction> Told { get; } = [];

    /// <summary>Called with each instruction before it is kept.</summary>
    public Action<Instruction>? Telling { get; set; }

    /// <summary>The gateway it was run for.</summary>
    public GatewayInstance? Instance { get; private set; }

    public IEnumerable<Instruction.Place> Placed => Told.OfType<Instruction.Place>();

    public Mark? MarkOf(ProductId product) =>
        Marks.TryGetValue(product, out var mark) ? mark
        : product == SampleMarkets.Btc.Quote.Id ? null
        : new(SampleMarkets.MarkOf(product), Now);

    public async Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken)
    {
        Instance = instance;
        if (IsObliging)
        {
            foreach (var account in Accounts)
                Connect(account);
        }

        try
        {
            // Not ReadAllAsync: it leaves the scheduler it began on.
            while (true)
                await listener.ReportAsync(await news.Reader.ReadAsync(cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to end.
        }
    }

    public TimeSpan ReserveBudget(OrderIntent intent, bool replaces = false) => BudgetWait;

    public string? RefusalOf(OrderIntent intent) => Refusal;

    public string? ModifyRefusalOf(RouteId route) => ModifyRefusal;

    public TimeSpan LingerOf(RouteId route) => Linger;

    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions)
    {
        if (!HasRoom)
            return instructions;
        foreach (var instruction in instructions)
        {
            Telling?.Invoke(instruction);
            Told.Add(instruction);
            if (IsObliging)
                Oblige(instruction);
        }

        return [];
    }

    /// <summary>Says something to whoever listens.</summary>
    public void Report(VenueEvent item)
    {
        if (!news.Writer.TryWrite(item))
            throw new InvalidOperationException("The fake venue has more to say than it can hold.");
    }

    /// <summary>Says that an account's connection stands; a reconciliation will be asked for.</summary>
    public void Connect(AccountName? account = null) =>
        Report(new VenueEvent.AccountConnected(account ?? Accounts[0], ++epoch, Now));

    /// <summary>Says that the newest connection has been caught up.</summary>
    public void Reconciled(AccountName? account = null) =>
        Report(new VenueEvent.AccountReconciled(account ?? Accounts[0], epoch, Now));

    public void Disconnect(string cause = "the peer closed the connection", AccountName? account = null) =>
        Report(new VenueEvent.AccountDisconnected(account ?? Accounts[0], cause, Now));

    public void Acknowledge(OrderId order, int leg = 0) =>
        Report(new VenueEvent.OrderAcknowledged(Accounts[0], order, NumberOf(order, leg), Now, leg));

    public void Reject(OrderId order, string reason, int leg = 0) =>
        Report(new VenueEvent.OrderRejected(Accounts[0], order, reason, null, Now, leg));

    public void Done(OrderId order, DoneCause cause, decimal? executed, string words, int leg = 0) => Report(
        new VenueEvent.OrderDone(Accounts[0], order, cause, executed is { } some ? new Quantity(some) : null, words, NumberOf(order, leg), Now, leg));

    public void Fill(OrderId? order, string key, decimal price, decimal quantity, int leg = 0) =>
        Report(new VenueEvent.OrderFilled(order, FillOf(key, price, quantity), leg));

    /// <summary>What it calls a leg of an order.</summary>
    public static string NumberOf(OrderId order, int leg = 0) => $"x{new OrderLeg(order, leg)}";

    public Fill FillOf(string key, decimal price, decimal quantity) => new()
    {
        Account = Accounts[0],
        Key = key,
        Market = SampleMarkets.Btc.Id,
        Side = Side.Buy,
        Price = new(price),
        Quantity = new(quantity),
        ExchangeFillId = key,
        TradeTime = Now,
        ReceivedTime = Now,
    };

    private DateTimeOffset Now => time.GetUtcNow();

    private void Oblige(Instruction instruction)
    {
        switch (instruction)
        {
            case Instruction.Place place:
                Report(new VenueEvent.OrderSent(place.Account, place.Order, Now));
                Report(new VenueEvent.OrderAcknowledged(place.Account, place.Order, $"x{place.Order}", Now));
                break;
            case Instruction.Modify modify:
                Report(new VenueEvent.OrderDone(
                    modify.Account, modify.Order.Order, DoneCause.Canceled, Quantity.Zero, "canceled", modify.Order.ExchangeOrderId, Now, modify.Order.Leg));
                Report(new VenueEvent.OrderAcknowledged(modify.Account, modify.Order.Order, NumberOf(modify.Order.Order, modify.Leg), Now, modify.Leg));
                break;
            case Instruction.Cancel cancel:
                Report(new VenueEvent.OrderDone(
                    cancel.Account, cancel.Order.Order, DoneCause.Canceled, Quantity.Zero, "canceled", cancel.Order.ExchangeOrderId, Now, cancel.Order.Leg));
                break;
            case Instruction.Reconcile reconcile:
                Report(new VenueEvent.AccountReconciled(reconcile.Account, reconcile.Epoch, Now));
                break;
            default:
                break;
        }
    }
}
