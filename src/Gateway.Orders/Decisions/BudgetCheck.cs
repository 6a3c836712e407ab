using Gateway.Venues;

namespace Gateway.Orders.Decisions;

/// <summary>Whether a venue can be sent one more order now. Asked last, because what is granted is taken.</summary>
internal static class BudgetCheck
{
    /// <summary>Why not; null: the order's share of the venue's budgets is set aside.</summary>
    public static Rejection? Refusal(IVenue venue, OrderIntent intent, bool replaces = false)
    {
        var wait = venue.ReserveBudget(intent, replaces);
        return wait <= TimeSpan.Zero
            ? null
            : new(
                RejectCode.RateLimited,
                $"The rate budget of account {intent.Account} at {venue.Id} is used up for now; nothing was sent. Try again in {Plain.Format(Milliseconds(wait) / 1000m)} s.",
                RetryAfter: TimeSpan.FromMilliseconds(Milliseconds(wait)));
    }

    // Rounded up, so that who waits that long does not come too early.
    private static long Milliseconds(TimeSpan wait) => (long)Math.Ceiling(wait.TotalMilliseconds);
}
