namespace Hyperliquid.Simulator.Trading;

/// <summary>Places take-profit and stop-loss orders together with what they protect.</summary>
internal sealed class Grouping(Matching matching)
{
    private const int MostChildren = 2;

    /// <summary>What is wrong with the make-up of a group whose first order is the parent; null if nothing.</summary>
    public static string? CheckParented(IReadOnlyList<OrderTerms> orders)
    {
        var (parent, children) = (orders[0], orders.Skip(1).ToList());
        if (children.Count is 0 or > MostChildren || parent.Trigger is not null || children.Exists(child => child.Trigger is null))
            return "Unexpected number of trigger orders";
        return children.TrueForAll(child => child.ReduceOnly && child.IsBuy != parent.IsBuy && child.Instrument == parent.Instrument)
            ? null
            : "TP/SL orders must be reduce-only and on the other side.";
    }

    /// <summary>What is wrong with a group that is to follow the position; null if nothing.</summary>
    public static string? CheckToPosition(IReadOnlyList<OrderTerms> orders)
    {
        if (orders.Count > MostChildren || orders.Any(order => order.Trigger is null))
            return "Unexpected number of trigger orders";
        return orders.All(order => order.ReduceOnly) ? null : "TP/SL orders must be reduce-only and on the other side.";
    }

    /// <summary>Places a parent and the orders that wait for it; if it is refused, they are refused for the same reason.</summary>
    public IReadOnlyList<Placement> PlaceParented(Account account, IReadOnlyList<OrderTerms> orders, Block block)
    {
        var placed = matching.Place(account, orders[0], block);
        if (placed is not (Placement.Resting or Placement.Filled))
            return [.. orders.Select(_ => placed)];

        var parent = placed is Placement.Resting(var resting) ? resting : ((Placement.Filled)placed).Order;
        parent.Children = new(parent);
        var reference = parent.FilledSz > 0 ? parent.FilledNtl / parent.FilledSz : parent.LimitPx;
        return [placed, .. orders.Skip(1).Select(child => matching.Wait(account, child, parent.Children, reference, block))];
    }

    /// <summary>Places orders that take the position's size; an earlier one of the same sort is canceled.</summary>
    public IReadOnlyList<Placement> PlaceToPosition(Account account, IReadOnlyList<OrderTerms> orders, Block block)
    {
        var attachment = new Attachment(parent: null);
        return [.. orders.Select(order => Replace(account, order, attachment, block))];
    }

    private Placement Replace(Account account, OrderTerms terms, Attachment attachment, Block block)
    {
        var earlier = account.OpenOrders.FirstOrDefault(order =>
            order.Attachment is { IsToPosition: true } && order.Attachment != attachment && order.Instrument == terms.Instrument
            && order.Terms.Trigger!.IsTakeProfit == terms.Trigger!.IsTakeProfit);
        if (!OrderRules.Reduces(terms, account))
            return matching.Refuse(account, terms, OrderRules.WouldIncrease(terms), block);
        var placed = matching.Wait(account, terms, attachment, referencePx: null, block);
        if (placed is Placement.Waiting && earlier is not null)
            matching.Cancel(earlier, OrderStatus.Canceled, block);
        return placed;
    }
}
