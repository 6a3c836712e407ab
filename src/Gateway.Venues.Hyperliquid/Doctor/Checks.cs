using Gateway.Venues.Hyperliquid.Accounts;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>The checks of an account, in the order in which they build on each other.</summary>
internal static class Checks
{
    public static IEnumerable<Func<Patient, CancellationToken, Task<Finding>>> OfAccount(AccountSummaries summaries) =>
    [
        RoleCheck.LookAsync,
        AgentCheck.LookAsync,
        (patient, cancellationToken) => CollateralCheck.LookAsync(patient, summaries, cancellationToken),
        ClockCheck.LookAsync,
        BudgetCheck.LookAsync,
    ];
}
