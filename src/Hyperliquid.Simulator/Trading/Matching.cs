using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Takes orders in, matches them by price and time, and takes them out.</summary>
internal sealed class Matching(Clearing clearing, Func<Instrument, Market> marketOf)
{
    // In early 2026 the venue's order ids were near this.
    private long lastOid = 300_000_000_000;

    /// <summary>Checks, matches and rests one order.</summary>
    public Placement Place(Account account, OrderTerms terms, Block block)
    {
        var market = marketOf(terms.Instrument);
        var refusal = OrderRules.Check(terms, account, market, marketOf);
        var order = new Order(++lastOid, account, terms, block.Time);
        account.Remember(order);
        if (refusal is not null)
            return Refuse(order, refusal, block);

        if (terms is { ReduceOnly: true, Instrument: Perp perp })
            order.ShrinkTo(Math.Abs(account.SziIn(perp)));
        if (terms.IsImmediate && !MeetsSomebody(order, market))
            return Refuse(order, new($"Order could not immediately match against any resting orders. asset={terms.Instrument.Asset}", "iocCancelRejected"), block);

        var szAtEntry = order.Sz;
        Match(order, market, block);
        return Finish(order, szAtEntry, market, block);
    }

    /// <summary>Ends an open order.</summary>
    public void Cancel(Order order, string status, Block block)
    {
        var market = marketOf(order.Instrument);
        market.Book.Remove(order);
        order.Account.Close(order);
        block.NoteChange(order.Instrument);
        Step(order, status, block);
        if (status is OrderStatus.MarginCanceled or OrderStatus.SelfTradeCanceled or OrderStatus.ScheduledCancel)
            block.NoteNonUserCancel(order);
    }

    private static Placement.Refused Refuse(Order order, Refusal refusal, Block block)
    {
        Step(order, refusal.Status ?? OrderStatus.Rejected, block);
        return new(refusal.Text);
    }

    private static void Step(Order order, string status, Block block)
    {
        order.Become(status, block.Time);
        block.Note(new OrderUpdate(order, status, order.Sz, block.Time));
    }

    // An order that would meet only orders of its own account cancels them and finds nobody; that is learnt by matching.
    private static bool MeetsSomebody(Order order, Market market) =>
        market.Book.Best(!order.IsBuy) is { } best && order.Crosses(best.LimitPx);

    private void Match(Order taker, Market market, Block block)
    {
        while (taker.Sz > 0 && market.Book.Best(!taker.IsBuy) is { } maker && taker.Crosses(maker.LimitPx))
        {
            if (maker.Account == taker.Account)
            {
                Cancel(maker, OrderStatus.SelfTradeCanceled, block);
                continue;
            }

            if (!new Margin(maker.Account, marketOf).AllowsMatch(maker))
            {
                Cancel(maker, OrderStatus.MarginCanceled, block);
                continue;
            }

            clearing.Settle(taker, maker, Math.Min(taker.Sz, maker.Sz), market, block);
            block.NoteChange(market.Instrument);
            if (maker.Sz == 0)
                Retire(maker, market, block);
            FitReduceOnly(maker.Account, market.Instrument, block);
            FitReduceOnly(taker.Account, market.Instrument, block);
        }
    }

    private static void Retire(Order maker, Market market, Block block)
    {
        market.Book.Remove(maker);
        maker.Account.Close(maker);
        Step(maker, OrderStatus.Filled, block);
    }

    private static Placement Finish(Order order, decimal szAtEntry, Market market, Block block)
    {
        if (order.Sz == 0)
        {
            block.Note(new OrderUpdate(order, OrderStatus.Open, szAtEntry, block.Time));
            Step(order, OrderStatus.Filled, block);
            return new Placement.Filled(order);
        }

        if (!order.Terms.IsImmediate)
        {
            market.Book.Add(order);
            order.Account.Open(order);
            block.NoteChange(order.Instrument);
            block.Note(new OrderUpdate(order, OrderStatus.Open, order.Sz, block.Time));
            return new Placement.Resting(order);
        }

        if (order.FilledSz == 0)
            return Refuse(order, new($"Order could not immediately match against any resting orders. asset={order.Instrument.Asset}", "iocCancelRejected"), block);

        block.Note(new OrderUpdate(order, OrderStatus.Open, szAtEntry, block.Time));
        Step(order, OrderStatus.Canceled, block);
        return new Placement.Filled(order);
    }

    // Resting reduce-only orders follow the position: they shrink with it and end when it closes or flips.
    private void FitReduceOnly(Account account, Instrument instrument, Block block)
    {
        if (instrument is not Perp perp)
            return;
        var szi = account.SziIn(perp);
        foreach (var order in account.OpenOrders.Where(order => order.Terms.ReduceOnly && order.Instrument == instrument).ToList())
        {
            if (order.IsBuy ? szi < 0 : szi > 0)
                order.ShrinkTo(Math.Abs(szi));
            else
                Cancel(order, OrderStatus.ReduceOnlyCanceled, block);
        }
    }
}
