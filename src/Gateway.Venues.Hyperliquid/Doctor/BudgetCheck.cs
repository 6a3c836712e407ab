using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>How many more actions the venue takes of the account.</summary>
internal static class BudgetCheck
{
    private const long Few = 1000;

    public static async Task<Finding> LookAsync(Patient patient, CancellationToken cancellationToken)
    {
        var limit = await patient.Info.AskAsync(UserRateLimit.Of(patient.Address), cancellationToken);
        var left = limit.RequestsCap + limit.RequestsSurplus - limit.RequestsUsed;
        const string Cure = "Trade (each USDC of volume adds one), or buy more with reserveRequestWeight.";
        if (left <= 0)
            return patient.Problem("rate budget", $"All {limit.RequestsCap + limit.RequestsSurplus} actions are used up; one order in 10 s is taken.", Cure);
        return left < Few
            ? patient.Warning("rate budget", $"The venue takes only {left} more actions.", Cure)
            : patient.Fine("rate budget", $"The venue takes {left} more actions.");
    }
}
