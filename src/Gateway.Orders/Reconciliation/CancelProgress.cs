namespace Gateway.Orders.Reconciliation;

/// <summary>Where the cancel of an order is.</summary>
internal enum CancelProgress
{
    /// <summary>To be sent as soon as it can be.</summary>
    Owed = 0,

    /// <summary>Handed to the venue; its outcome will come.</summary>
    OnItsWay = 1,

    /// <summary>The venue refused it or its answer was lost: to be sent again if the order turns out to be alive.</summary>
    Answered = 2,
}
