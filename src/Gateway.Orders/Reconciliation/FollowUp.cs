using System.Collections.Immutable;
using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Orders.Reconciliation;

/// <summary>
/// What the gateway does by itself after news, so that no order stays in doubt and no cancel is forgotten. A cancel that was
/// asked for is sent until the order is out; what is in doubt is asked about until the venue has answered.
/// </summary>
internal static class FollowUp
{
    /// <summary>Sends the cancel now, or when the account is back.</summary>
    public static void SendCancel(Workbench bench, Order order)
    {
        if (bench.LinkOf(order.Terms.Account) is not { IsConnected: true })
        {
            bench.Errands.SetCancel(order.Id, CancelProgress.Owed);
            return;
        }

        bench.Errands.SetCancel(order.Id, CancelProgress.OnItsWay);
        foreach (var leg in order.LiveLegs())
            bench.Instruct(new Instruction.Cancel(order.Terms.Account, leg));
    }

    /// <summary>
    /// Asks for everything that happened before this connection; where that is known, for what it may not have told. What the venue
    /// may not have answered yet is left out then: it will, and under load each of these would take a question of its own.
    /// </summary>
    public static void AskForFence(Workbench bench, AccountLink link)
    {
        link.FenceDue = null;
        var through = bench.Ledger.FillsOf(link.Account).Through;
        var orders = OpenOrdersOf(bench, link).Where(order => !link.HasCaughtUp || !MayBeOnItsWay(bench, order));
        bench.Instruct(new Instruction.Reconcile(link.Account, link.Epoch, [.. orders.SelectMany(OrderLegs.LiveLegs)], through));
    }

    /// <summary>
    /// Everything was looked up. A single update that is lost while its connection stands shows nowhere, so it is done again after
    /// a while, by the same questions.
    /// </summary>
    public static void LookAgain(Workbench bench, AccountLink link) => link.FenceDue = bench.Steady + bench.Options.LookAgainAfter;

    /// <summary>The account is live again: what was left undone in the meantime is done.</summary>
    public static void AfterFence(Workbench bench, AccountLink link)
    {
        LookAgain(bench, link);
        foreach (var order in OpenOrdersOf(bench, link))
        {
            if (order.State.HasFlag(OrderState.Canceling) && bench.Errands.CancelOf(order.Id) == CancelProgress.Owed)
                SendCancel(bench, order);
            if (IsInDoubt(order) && !bench.Errands.IsPlanned(order.Id))
                bench.Errands.PlanSoon(order.Id, bench.Steady, bench.Options.FirstSettleDelay);
        }
    }

    /// <summary>Whatever was on its way to the venue may never have arrived.</summary>
    public static void AfterDisconnect(Workbench bench, AccountLink link)
    {
        foreach (var order in OpenOrdersOf(bench, link))
        {
            if (order.State.HasFlag(OrderState.Canceling))
                bench.Errands.SetCancel(order.Id, CancelProgress.Owed);
        }
    }

    /// <summary>Follows news about an order, after it was applied.</summary>
    public static void After(Workbench bench, VenueEvent news)
    {
        if (OrderOf(news) is not { } id)
            return;
        if (bench.Ledger.FindOpen(id) is not { } order)
        {
            if (news is VenueEvent.OrderAcknowledged && bench.Ledger.Find(id) is { } ended && ended.Terms.Account == news.Account)
                bench.Log.AliveAfterOut(id, ended.State);
            return;
        }

        if (order.Terms.Account != news.Account)
            return;

        if (news is VenueEvent.OrderAcknowledged { Leg: var leg } && leg > order.Leg && leg != order.Replacement?.Leg)
            bench.Log.AliveAfterOut(id, order.State);

        var errands = bench.Errands;
        var options = bench.Options;
        switch (news)
        {
            case VenueEvent.OrderAcknowledged when order.State.HasFlag(OrderState.Canceling) && errands.CancelOf(id) == CancelProgress.Answered:
                errands.Rest(id);
                SendCancel(bench, order);
                break;
            case VenueEvent.OrderAcknowledged when !IsInDoubt(order):
                errands.Rest(id);
                break;
            case VenueEvent.OrderAcknowledged or VenueEvent.OrderFilled when order.Replacement is { IsKnown: true }:
                // The leg before it has ended; how much that had traded is told apart.
                errands.PlanSoon(id, bench.Steady, options.FillPatience);
                break;
            case VenueEvent.OrderRejected when IsInDoubt(order):
                errands.PlanSoon(id, bench.Steady, options.FirstSettleDelay);
                break;
            case VenueEvent.OrderDone:
                errands.PlanSoon(id, bench.Steady, options.FillPatience);
                break;
            case VenueEvent.PlaceUnknown when IsInDoubt(order):
                errands.PlanSoon(id, bench.Steady, options.FirstSettleDelay);
                break;
            case VenueEvent.CancelRejected:
                errands.SetCancel(id, CancelProgress.Answered);
                errands.PlanSoon(id, bench.Steady, TimeSpan.Zero);
                break;
            case VenueEvent.CancelUnknown:
                errands.SetCancel(id, CancelProgress.Answered);
                errands.PlanSoon(id, bench.Steady, options.FirstSettleDelay);
                break;
            case VenueEvent.OrderNotFound:
                // Before its last moment has passed at the venue, its absence proves nothing. Where that is far off, it may still turn up.
                errands.Rest(id);
                errands.PlanSoon(
                    id,
                    bench.Steady + Within((order.Replacement?.ValidUntil ?? order.ValidUntil) + options.ProofMargin - bench.Now, options.LongestSettleDelay),
                    options.FirstSettleDelay);
                break;
            default:
                break;
        }
    }

    /// <summary>Does what is due.</summary>
    public static void RunErrands(Workbench bench)
    {
        foreach (var link in bench.Links)
        {
            if (link.FenceDue <= bench.Steady)
                AskForFence(bench, link);
        }

        // Nothing else tells that a venue has fallen silent about a cancel.
        while (bench.CancelDeadlines.TryTakeDue(bench.Steady, out var silent))
        {
            if (bench.Ledger.FindOpen(silent) is not { } canceling || canceling.State.HasFlag(OrderState.Stale))
                continue;
            bench.Record(new OutcomeUnknown(silent, "its cancel has brought no end in good time."));
            bench.Errands.PlanSoon(silent, bench.Steady, bench.Options.FirstSettleDelay);
        }

        Dictionary<AccountName, ImmutableArray<LiveOrder>.Builder>? asked = null;
        while (bench.Errands.TryTakeDue(bench.Steady, out var id))
        {
            // While the account is away nothing can be asked; the fence asks about every order when it is back.
            if (bench.Ledger.FindOpen(id) is not { } order || bench.LinkOf(order.Terms.Account) is not { IsConnected: true })
                continue;

            if (order.State.HasFlag(OrderState.Canceling) && bench.Errands.CancelOf(id) == CancelProgress.Owed)
            {
                SendCancel(bench, order);
                if (!IsInDoubt(order))
                    continue;
            }

            bench.Errands.Ask(id, bench.Steady);
            asked ??= [];
            if (!asked.TryGetValue(order.Terms.Account, out var orders))
                asked.Add(order.Terms.Account, orders = ImmutableArray.CreateBuilder<LiveOrder>());
            orders.AddRange(order.LiveLegs());
        }

        if (asked is null)
            return;
        foreach (var (account, orders) in asked)
            bench.Instruct(new Instruction.Settle(account, orders.ToImmutable()));
    }

    private static bool IsInDoubt(Order order) =>
        order.State.HasFlag(OrderState.Stale) || order.End is not null || order.Replacement is { IsKnown: true };

    // An order of later than now tells of a clock that was set back, and nothing of its age.
    private static bool MayBeOnItsWay(Workbench bench, Order order) =>
        (order.State & (OrderState.Acked | OrderState.Stale)) == OrderState.None
        && order.Times.Journaled <= bench.Now && bench.Now < order.Times.Journaled + bench.Options.SendWindow;

    private static IEnumerable<Order> OpenOrdersOf(Workbench bench, AccountLink link) =>
        bench.Ledger.Open.Where(order => order.Terms.Account == link.Account);

    private static TimeSpan Within(TimeSpan wait, TimeSpan most) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait < most ? wait : most;

    private static OrderId? OrderOf(VenueEvent news) => news switch
    {
        VenueEvent.OrderAcknowledged acknowledged => acknowledged.Order,
        VenueEvent.OrderDone done => done.Order,
        VenueEvent.OrderFilled filled => filled.Order,
        VenueEvent.OrderRejected rejected => rejected.Order,
        VenueEvent.PlaceUnknown unknown => unknown.Order,
        VenueEvent.CancelRejected rejected => rejected.Order,
        VenueEvent.CancelUnknown unknown => unknown.Order,
        VenueEvent.OrderNotFound missing => missing.Order,
        _ => null,
    };
}
