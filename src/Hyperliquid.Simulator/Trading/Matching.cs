using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Takes orders in, matches them by price and time, and takes them out.</summary>
internal sealed class Matching(Clearing clearing, Funds funds, Func<Instrument, Market> marketOf, Func<VenueLimits> limits)
{
    private readonly WaitingOrders waiting = new(marketOf);

    // In early 2026 the venue's order ids were near this.
    private long lastOid = 300_000_000_000;

    /// <summary>Checks one order, then matches and rests it, or lets it wait for its trigger.</summary>
    public Placement Place(Account account, OrderTerms terms, Block block)
    {
        if (terms.Trigger is not null)
            return Wait(account, terms, attachment: null, referencePx: null, block);
        var market = marketOf(terms.Instrument);
        funds.Draw(account, terms);
        var refused = OrderRules.CheckRoom(terms, account, limits()) ?? OrderRules.Check(terms, account, market, funds);
        if (refused is { } refusal)
            return Refuse(account, terms, refusal, block);
        return Enter(Open(account, terms, block), market, block);
    }

    /// <summary>Checks one order and lets it wait for its trigger.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="terms">What it asks for.</param>
    /// <param name="attachment">What it belongs to; null: it stands alone.</param>
    /// <param name="referencePx">The price that must not have reached the trigger yet; null: the mark.</param>
    /// <param name="block">Where to note it.</param>
    public Placement Wait(Account account, OrderTerms terms, Attachment? attachment, decimal? referencePx, Block block)
    {
        var refused = OrderRules.CheckRoom(terms, account, limits())
            ?? OrderRules.CheckWaiting(terms, account, referencePx ?? marketOf(terms.Instrument).MarkPx);
        if (refused is { } refusal)
            return Refuse(account, terms, refusal, block);
        var order = Open(account, terms, block);
        attachment?.Add(order);
        waiting.Add(order);
        account.Open(order);
        Step(order, OrderStatus.Open, block);
        return new Placement.Waiting(order);
    }

    /// <summary>Gives a refused order an id and a place in history.</summary>
    public Placement.Refused Refuse(Account account, OrderTerms terms, Refusal refusal, Block block) =>
        Refuse(Open(account, terms, block), refusal, block);

    /// <summary>Lets enter the market what the present marks fire.</summary>
    public void FireTriggers(Block block)
    {
        foreach (var order in waiting.Reached())
        {
            if (order.IsOpen)
                Fire(order, block);
        }
    }

    /// <summary>Ends an open order, and with it those that wait for it to be filled.</summary>
    public void Cancel(Order order, string status, Block block)
    {
        if (order.IsWaiting)
            waiting.Remove(order);
        else
            marketOf(order.Instrument).Book.Remove(order);
        order.Account.Close(order);
        block.NoteChange(order.Instrument);
        Step(order, status, block);
        if (status is OrderStatus.MarginCanceled or OrderStatus.SelfTradeCanceled or OrderStatus.ScheduledCancel or OrderStatus.DelistedCanceled
            or OrderStatus.LiquidatedCanceled)
            block.NoteNonUserCancel(order);

        // What was filled before the margin ran out stays protected.
        if (order.Children is { } children && !(status == OrderStatus.MarginCanceled && order.FilledSz > 0))
            CancelAll(children, status is OrderStatus.ScheduledCancel or OrderStatus.DelistedCanceled or OrderStatus.LiquidatedCanceled ? status : OrderStatus.Canceled, block);
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

    private Order Open(Account account, OrderTerms terms, Block block)
    {
        var order = new Order(++lastOid, account, terms, block.Time);
        account.Remember(order);
        return order;
    }

    private void Fire(Order order, Block block)
    {
        var (account, market) = (order.Account, marketOf(order.Instrument));
        waiting.Remove(order);
        account.Close(order);
        order.Trigger(block.Time);
        if (order is { Attachment.IsToPosition: true, Instrument: Perp perp })
            order.Resize(Math.Abs(account.SziIn(perp)));
        block.Note(new OrderUpdate(order, OrderStatus.Triggered, order.Sz, block.Time));
        if (OrderRules.CheckFired(order.Terms with { Sz = order.Sz }, account, funds) is { } refusal)
            Refuse(order, refusal, block);
        else
            Enter(order, market, block);
    }

    private Placement Enter(Order order, Market market, Block block)
    {
        if (order is { Terms.ReduceOnly: true, Instrument: Perp perp })
            order.ShrinkTo(Math.Abs(order.Account.SziIn(perp)));
        if (order.Terms.IsImmediate && !MeetsSomebody(order, market))
            return Refuse(order, OrderRules.MeetsNobody(order), block);

        var szAtEntry = order.Sz;
        Match(order, market, block);
        return Finish(order, szAtEntry, market, block);
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

            if (maker.Instrument is Perp perp && !funds.MarginOf(maker.Account, perp.Dex).AllowsMatch(maker))
            {
                Cancel(maker, OrderStatus.MarginCanceled, block);
                continue;
            }

            clearing.Settle(taker, maker, Math.Min(taker.Sz, maker.Sz), market, block);
            block.NoteChange(market.Instrument);
            if (maker.Sz == 0)
                Retire(maker, market, block);
            foreach (var order in new[] { maker, taker })
            {
                if (order is { Sz: 0, Attachment: { } siblings })
                    CancelAll(siblings, OrderStatus.SiblingFilledCanceled, block, except: order);
                FitReduceOnly(order.Account, market.Instrument, block);
            }
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
            Step(order, OrderStatus.Open, block);
            return new Placement.Resting(order);
        }

        if (order.FilledSz == 0)
            return Refuse(order, OrderRules.MeetsNobody(order), block);

        block.Note(new OrderUpdate(order, OrderStatus.Open, szAtEntry, block.Time));
        Step(order, OrderStatus.Canceled, block);
        return new Placement.Filled(order);
    }

    private void CancelAll(Attachment attachment, string status, Block block, Order? except = null)
    {
        foreach (var order in attachment.Orders.Where(order => order.IsOpen && order != except).ToList())
            Cancel(order, status, block);
    }

    // Reduce-only orders follow the position: those at rest shrink with it, and all end when it closes or flips.
    private void FitReduceOnly(Account account, Instrument instrument, Block block)
    {
        if (instrument is not Perp perp)
            return;
        var szi = account.SziIn(perp);
        foreach (var order in account.OpenOrders.Where(order => order.Terms.ReduceOnly && order.Instrument == instrument).ToList())
        {
            if (!order.IsOpen || order.Attachment is { AwaitsParent: true })
                continue;
            if (!(order.IsBuy ? szi < 0 : szi > 0))
                Cancel(order, OrderStatus.ReduceOnlyCanceled, block);
            else if (!order.IsWaiting)
                order.ShrinkTo(Math.Abs(szi));
        }
    }
}
