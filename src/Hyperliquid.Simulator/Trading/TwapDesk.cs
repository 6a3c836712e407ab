using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Takes TWAP orders and sends their slices to the market, each immediate-or-cancel and at most 3 % from the mark.</summary>
internal sealed class TwapDesk(Matching matching, Func<Instrument, Market> marketOf)
{
    private const long LeastMinutes = 5;
    private const long MostMinutes = 24 * 60;
    private const decimal MinNotional = 100;
    private const decimal MostSlippage = 0.03m;

    private readonly List<Twap> running = [];
    private long lastId;

    /// <summary>Starts one; its first slice leaves with the next step of the clock.</summary>
    /// <returns>Why it is refused; null: it runs.</returns>
    public (Twap? Twap, string? Refusal) Start(Account account, OrderTerms terms, long minutes, bool randomize, Block block)
    {
        if (minutes is < LeastMinutes or > MostMinutes)
            return (null, $"Invalid TWAP duration: {minutes} min(s)");
        if (terms.Sz <= 0 || !terms.Instrument.AcceptsSize(terms.Sz))
            return (null, "Order has invalid size.");
        if (terms.ReduceOnly && !OrderRules.Reduces(terms, account))
            return (null, "Reduce-only TWAP order would increase position.");
        if (terms.Sz * marketOf(terms.Instrument).MarkPx < MinNotional)
            return (null, $"TWAP order must have minimum value of ${MinNotional}.");
        var twap = new Twap(++lastId, account, terms, minutes, randomize, block.Time);
        account.Remember(twap);
        running.Add(twap);
        Step(twap, Twap.Activated, block);
        return (twap, null);
    }

    /// <summary>Ends one of an account in a market; false: none of that number runs there.</summary>
    public bool Cancel(Account account, Instrument instrument, long id, Block block)
    {
        if (running.Find(twap => twap.Id == id && twap.Account == account && twap.Terms.Instrument == instrument) is not { } twap)
            return false;
        End(twap, Twap.Terminated, block);
        return true;
    }

    /// <summary>Sends what is due.</summary>
    public void Run(Block block)
    {
        foreach (var twap in running.ToList())
        {
            if (twap.TakeSlice(block.Time) is { } sz and > 0)
                Send(twap, sz, block);
            if (twap.IsOver)
                End(twap, Twap.Finished, block);
        }
    }

    private void Send(Twap twap, decimal sz, Block block)
    {
        var (terms, mark) = (twap.Terms, marketOf(twap.Terms.Instrument).MarkPx);
        var limit = terms.IsBuy
            ? terms.Instrument.PriceAtOrBelow(mark * (1 + MostSlippage))
            : terms.Instrument.PriceAtOrBelow(mark * (1 - MostSlippage));
        if (matching.Place(twap.Account, terms with { LimitPx = limit, Sz = sz, Twap = twap.Id }, block) is Placement.Filled(var order))
            twap.Count(order.FilledSz, order.FilledNtl);
    }

    private void End(Twap twap, string status, Block block)
    {
        running.Remove(twap);
        Step(twap, status, block);
    }

    private static void Step(Twap twap, string status, Block block)
    {
        twap.Become(status, block.Time);
        block.Note(twap);
    }
}
