using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Everything the exchange keeps for one address.</summary>
internal sealed class Account(Address address)
{
    private readonly Dictionary<Perp, Position> positions = [];
    private readonly Dictionary<PerpDex, decimal> cash = [];
    private readonly Dictionary<Perp, Leverage> leverages = [];
    private readonly SortedDictionary<Address, long> builderFees = [];
    private readonly SortedDictionary<int, SpotBalance> balances = [];
    private readonly SortedDictionary<long, Order> openOrders = [];
    private readonly Dictionary<long, Order> byOid = [];
    private readonly Dictionary<string, Order> byCloid = [];
    private readonly List<Order> history = [];
    private readonly List<Fill> fills = [];
    private readonly List<LedgerEntry> ledger = [];
    private readonly List<FundingPayment> fundings = [];
    private readonly List<Twap> twaps = [];

    public Address Address { get; } = address;

    /// <summary>The account that signs for this one if it is a subaccount.</summary>
    public Address? Master { get; init; }

    /// <summary>What its master calls it if it is a subaccount.</summary>
    public string Name { get; set; } = "sub";

    /// <summary>The account that signs for this one if it is a vault.</summary>
    public Address? Leader { get; init; }

    /// <summary>Who owns it if it is a vault.</summary>
    public VaultShares Shares { get; } = new();

    /// <summary>Trades without margin and balance checks: a robot that must never run dry.</summary>
    public bool IsHouse { get; init; }

    /// <summary>How its money is pooled.</summary>
    public AccountMode Mode { get; set; }

    /// <summary>Whether margin moves to builders' dexs by itself; null: never asked for.</summary>
    public bool? DexAbstraction { get; set; }

    /// <summary>Whether spot balances stand behind its perpetuals.</summary>
    public bool IsPooled => Mode is AccountMode.UnifiedAccount or AccountMode.PortfolioMargin;

    /// <summary>USD traded since the account began; feeds the request budget and the right to schedule cancels.</summary>
    public decimal CumVlm { get; set; }

    /// <summary>Requests counted against the address budget.</summary>
    public long RequestsUsed { get; set; }

    /// <summary>When the latest request was taken, ms.</summary>
    public long? LastRequest { get; set; }

    /// <summary>Requests bought beyond those that the volume earned.</summary>
    public long ReservedRequests { get; set; }

    /// <summary>When the dead man's switch cancels everything, ms.</summary>
    public long? ScheduledCancel { get; set; }

    /// <summary>When the dead man's switch went off, ms, oldest first.</summary>
    public List<long> ScheduledCancelsDone { get; } = [];

    /// <summary>By asset id.</summary>
    public IEnumerable<Position> Positions =>
        positions.Values.Where(position => position.Szi != 0).OrderBy(position => position.Perp.Asset);

    public IEnumerable<SpotBalance> Balances => balances.Values;

    /// <summary>Oldest first.</summary>
    public IEnumerable<Order> OpenOrders => openOrders.Values;

    public int OpenOrderCount => openOrders.Count;

    /// <summary>Every order there ever was, refused ones included, oldest first.</summary>
    public IReadOnlyList<Order> History => history;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Fill> Fills => fills;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => ledger;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FundingPayment> Fundings => fundings;

    /// <summary>Every TWAP order there ever was, oldest first.</summary>
    public IReadOnlyList<Twap> Twaps => twaps;

    /// <summary>Whether there is anything to trade with.</summary>
    public bool IsFunded => cash.Values.Any(amount => amount != 0) || Positions.Any() || balances.Values.Any(balance => balance.Total != 0);

    /// <summary>Signed position; zero if there is none.</summary>
    public decimal SziIn(Perp perp) => positions.TryGetValue(perp, out var position) ? position.Szi : 0;

    /// <summary>What the account chose, or what it has until it chooses.</summary>
    public Leverage LeverageIn(Perp perp) => leverages.GetValueOrDefault(perp) ?? new(perp.InitialLeverage, IsCross: true);

    public void SetLeverage(Perp perp, Leverage leverage) => leverages[perp] = leverage;

    /// <summary>What a builder may charge, in tenths of a basis point; zero without approval.</summary>
    public long MaxBuilderFee(Address builder) => builderFees.GetValueOrDefault(builder);

    /// <summary>By address.</summary>
    public IEnumerable<Address> ApprovedBuilders => builderFees.Where(approval => approval.Value > 0).Select(approval => approval.Key);

    public void ApproveBuilder(Address builder, long maxRate) => builderFees[builder] = maxRate;

    /// <summary>The position to change, made if there is none.</summary>
    public Position PositionIn(Perp perp)
    {
        if (!positions.TryGetValue(perp, out var position))
            positions.Add(perp, position = new Position(perp));
        return position;
    }

    /// <summary>Cash in a dex: deposits, plus what was sold, minus what was bought and fees. Negative for levered longs.</summary>
    public decimal CashIn(PerpDex dex) => cash.GetValueOrDefault(dex);

    /// <summary>Adds to the cash in a dex, or takes from it if negative.</summary>
    public void Credit(PerpDex dex, decimal amount) => cash[dex] = CashIn(dex) + amount;

    /// <summary>Moves the cash in a dex to the spot balance of its collateral.</summary>
    public void Sweep(PerpDex dex)
    {
        if (!cash.Remove(dex, out var amount) || amount == 0)
            return;
        BalanceOf(dex.Collateral).Deposit(amount);
    }

    /// <summary>The spot balance of a token.</summary>
    public decimal TotalOf(Token token) => balances.TryGetValue(token.Index, out var balance) ? balance.Total : 0;

    /// <summary>The spot balance to change, made if there is none.</summary>
    public SpotBalance BalanceOf(Token token)
    {
        if (!balances.TryGetValue(token.Index, out var balance))
            balances.Add(token.Index, balance = new SpotBalance(token));
        return balance;
    }

    public Order? Find(long oid) => byOid.GetValueOrDefault(oid);

    /// <summary>The latest order that carries this cloid; a cloid may be used again once its order is out.</summary>
    public Order? Find(string cloid) => byCloid.GetValueOrDefault(cloid);

    public void Remember(Order order)
    {
        order.Ordinal = history.Count;
        history.Add(order);
        byOid.Add(order.Oid, order);
        if (order.Terms.Cloid is { } cloid)
            NameByCloid(cloid, order);
    }

    public void Remember(Fill fill) => fills.Add(fill);

    public void Remember(Twap twap) => twaps.Add(twap);

    public void Remember(LedgerEntry entry) => ledger.Add(entry);

    /// <summary>Takes or pays funding of a position.</summary>
    public void Pay(FundingPayment payment)
    {
        if (LeverageIn(payment.Perp).IsCross)
            Credit(payment.Perp.Dex, payment.Amount);
        else
            PositionIn(payment.Perp).Credit(payment.Amount);
        PositionIn(payment.Perp).Pay(payment.Amount);
        fundings.Add(payment);
    }

    public void Open(Order order) => openOrders.Add(order.Oid, order);

    public void Close(Order order) => openOrders.Remove(order.Oid);

    /// <summary>What open orders lock of a token.</summary>
    public decimal Hold(Token token)
    {
        decimal hold = 0;
        foreach (var order in openOrders.Values)
        {
            if (order.Instrument is not SpotPair pair || order.IsWaiting)
                continue;
            if (order.IsBuy && pair.Quote == token)
                hold += order.Sz * order.LimitPx;
            else if (!order.IsBuy && pair.Base == token)
                hold += order.Sz;
        }

        return hold;
    }

    // A refused order does not hide the open one whose cloid it wanted.
    private void NameByCloid(string cloid, Order order)
    {
        if (!byCloid.TryGetValue(cloid, out var known) || !known.IsOpen)
            byCloid[cloid] = order;
    }
}
