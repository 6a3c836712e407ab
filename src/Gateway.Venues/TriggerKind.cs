namespace Gateway.Venues;

/// <summary>Why a trigger order waits.</summary>
public enum TriggerKind
{
    /// <summary>Limits a loss.</summary>
    StopLoss = 1,

    /// <summary>Takes a profit.</summary>
    TakeProfit = 2,
}
