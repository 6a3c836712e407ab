using Gateway.Venues;

namespace Gateway.Orders.Reconciliation;

/// <summary>
/// What remains to be done about single orders, and when: questions to the venue, which grow rarer with every one asked,
/// and cancels. Only orders in doubt or being canceled have an errand.
/// </summary>
internal sealed class Errands(TimeSpan firstDelay, TimeSpan longestDelay)
{
    private readonly Dictionary<OrderId, Errand> errands = [];
    private readonly PriorityQueue<OrderId, DateTimeOffset> queue = new();

    /// <summary>When something is to be done next; null: nothing is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            DropOutdated();
            return queue.TryPeek(out _, out var due) ? due : null;
        }
    }

    public bool IsPlanned(OrderId order) => errands.GetValueOrDefault(order)?.Due is not null;

    public CancelProgress CancelOf(OrderId order) => errands.GetValueOrDefault(order)?.Cancel ?? CancelProgress.Owed;

    public void SetCancel(OrderId order, CancelProgress progress) => Of(order).Cancel = progress;

    /// <summary>Sees to the order at <paramref name="due"/>, or earlier if that was planned already.</summary>
    public void Plan(OrderId order, DateTimeOffset due)
    {
        var errand = Of(order);
        if (errand.Due <= due)
            return;
        errand.Due = due;
        queue.Enqueue(order, due);
    }

    /// <summary>Sees to the order after a while: <paramref name="first"/> at first, longer with each question asked before.</summary>
    public void PlanSoon(OrderId order, DateTimeOffset now, TimeSpan first) =>
        Plan(order, now + (Of(order).Asked == 0 ? first : DelayOf(Of(order))));

    /// <summary>Notes that the venue is being asked, and plans the next question in case no answer comes.</summary>
    public void Ask(OrderId order, DateTimeOffset now)
    {
        var errand = Of(order);
        errand.Asked++;
        errand.Due = null;
        Plan(order, now + DelayOf(errand));
    }

    /// <summary>Nothing is in doubt for now. How often was asked is kept: a doubt that returns is asked about less often.</summary>
    public void Rest(OrderId order)
    {
        if (errands.TryGetValue(order, out var errand))
            errand.Due = null;
    }

    /// <summary>The order is out.</summary>
    public void Forget(OrderId order) => errands.Remove(order);

    /// <summary>Takes the next order that is to be seen to.</summary>
    public bool TryTakeDue(DateTimeOffset now, out OrderId order)
    {
        DropOutdated();
        if (!queue.TryPeek(out order, out var due) || due > now)
            return false;
        queue.Dequeue();
        errands[order].Due = null;
        return true;
    }

    private Errand Of(OrderId order)
    {
        if (!errands.TryGetValue(order, out var errand))
            errands.Add(order, errand = new Errand());
        return errand;
    }

    private TimeSpan DelayOf(Errand errand)
    {
        var delay = firstDelay * Math.Pow(2, Math.Min(errand.Asked, 20));
        return delay < longestDelay ? delay : longestDelay;
    }

    // A plan that was changed leaves its old entry behind.
    private void DropOutdated()
    {
        while (queue.TryPeek(out var order, out var due) && errands.GetValueOrDefault(order)?.Due != due)
            queue.Dequeue();
    }

    private sealed class Errand
    {
        public DateTimeOffset? Due { get; set; }

        public int Asked { get; set; }

        public CancelProgress Cancel { get; set; }
    }
}
