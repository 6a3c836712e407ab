namespace Gateway.Venues;

/// <summary>How an order that the venue had taken in came to its end there.</summary>
public enum DoneCause
{
    /// <summary>Completely filled.</summary>
    Filled = 1,

    /// <summary>Canceled, by us or by the venue, possibly after partial fills.</summary>
    Canceled = 2,
}
