namespace Gateway.Orders;

/// <summary>Moments in the journal's precision: a state that was replayed equals the one that was lived.</summary>
internal static class Microseconds
{
    /// <summary>The moment in whole microseconds of UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The moment in whole microseconds of UTC, if there is one.</summary>
    public static DateTimeOffset? Of(DateTimeOffset? moment) => moment is { } known ? Of(known) : null;
}
