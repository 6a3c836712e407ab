using Gateway.Cryptography;
using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>
/// The exchange itself: markets, accounts and their rules; no sockets, no JSON. It is driven by one caller at a time and
/// does everything synchronously, so the same calls under the same clock give the same result.
/// </summary>
internal sealed class Exchange
{
    private readonly SortedDictionary<Address, Account> accounts = [];
    private readonly Dictionary<Instrument, Market> markets;
    private readonly Matching matching;
    private readonly Funding funding;
    private readonly Liquidator liquidator;
    private long height = 800_000_000;

    public Exchange(Universe universe, SimulatorClock clock)
    {
        Universe = universe;
        Clock = clock;
        markets = universe.All.ToDictionary(instrument => instrument, instrument => new Market(instrument));
        Funds = new(universe, MarketOf);
        Clearing = new();
        matching = new(Clearing, Funds, MarketOf, () => Limits);
        Grouping = new(matching);
        Twaps = new(matching, MarketOf);
        funding = new(universe, MarketOf);
        liquidator = new(universe, Funds, matching, MarketOf);
    }

    public Universe Universe { get; }

    public SimulatorClock Clock { get; }

    public Clearing Clearing { get; }

    /// <summary>What accounts have and may use.</summary>
    public Funds Funds { get; }

    /// <summary>Places orders together with those that protect them.</summary>
    public Grouping Grouping { get; }

    /// <summary>Orders that are sent in slices.</summary>
    public TwapDesk Twaps { get; }

    public Agents Agents { get; } = new();

    /// <summary>By address.</summary>
    public IEnumerable<Account> Accounts => accounts.Values;

    /// <summary>How much clients may ask for; without being told, all they like.</summary>
    public VenueLimits Limits { get; set; } = VenueLimits.None;

    /// <summary>Only post-only orders are taken, as right after an upgrade of the venue.</summary>
    public bool IsPostOnly { get; set; }

    /// <summary>A block to be filled by the calls that follow; its time is the clock's.</summary>
    public Block OpenBlock() => new(++height, Clock.Now);

    public Market MarketOf(Instrument instrument) => markets[instrument];

    public Market? FindMarket(string coin) => Universe.Find(coin) is { } instrument ? markets[instrument] : null;

    public Account? Find(Address address) => accounts.GetValueOrDefault(address);

    public Margin MarginOf(Account account, PerpDex dex) => Funds.MarginOf(account, dex);

    public void Add(Account account) => accounts.Add(account.Address, account);

    public Placement Place(Account account, OrderTerms terms, Block block) => matching.Place(account, terms, block);

    public void Cancel(Order order, string status, Block block) => matching.Cancel(order, status, block);

    /// <summary>Lets enter the market what the present marks fire.</summary>
    public void FireTriggers(Block block) => matching.FireTriggers(block);

    /// <summary>Closes the positions that the present marks leave without margin.</summary>
    public void Liquidate(Block block) => liquidator.Run(accounts.Values, block);

    /// <summary>Opens a book for what has been listed in the universe.</summary>
    public void Open(Instrument instrument) => markets.Add(instrument, new(instrument));

    /// <summary>Takes no more orders in a market and ends those that are open.</summary>
    public void Delist(Instrument instrument, Block block)
    {
        instrument.IsDelisted = true;
        foreach (var order in accounts.Values.SelectMany(account => account.OpenOrders).Where(order => order.Instrument == instrument).ToList())
        {
            if (order.IsOpen)
                matching.Cancel(order, OrderStatus.DelistedCanceled, block);
        }
    }

    public void MoveMark(Instrument instrument, decimal px, Block block)
    {
        markets[instrument].MoveMark(px);
        block.NoteChange(instrument);
    }

    /// <summary>Does what has become due.</summary>
    public void RunSchedules(Block block)
    {
        funding.Pay(accounts.Values, block.Time);
        Twaps.Run(block);
        foreach (var account in accounts.Values.Where(account => account.ScheduledCancel <= block.Time))
        {
            account.ScheduledCancel = null;
            account.ScheduledCancelsDone.Add(block.Time);
            foreach (var order in account.OpenOrders.ToList().Where(order => order.IsOpen))
                matching.Cancel(order, OrderStatus.ScheduledCancel, block);
        }
    }
}
