using Gateway.Venues;

namespace Gateway.Testing.Venues;

/// <summary>Instructions that a test gives one at a time.</summary>
public static class LoneSubmission
{
    /// <summary>Submits one instruction by itself.</summary>
    /// <returns>False if the venue has no room for it.</returns>
    public static bool TrySubmit(this IVenue venue, Instruction instruction) => venue.Submit([instruction]).Count == 0;
}
