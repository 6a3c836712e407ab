using Gateway.Venues.Hyperliquid.Accounts;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>How the account keeps its collateral, and where there is some.</summary>
internal static class CollateralCheck
{
    public static async Task<Finding> LookAsync(Patient patient, AccountSummaries summaries, CancellationToken cancellationToken)
    {
        var summary = await summaries.ReadAsync(new AccountName(patient.Name), patient.Address, cancellationToken);
        if (summary.Equity <= 0)
        {
            return patient.Warning(
                "collateral", $"The account ({summary.Mode}) is worth nothing; every order will be refused.", $"Deposit to {patient.Address}.");
        }

        var pools = summary.Pools.Where(pool => pool.Equity != 0).Select(pool =>
            $"{Plain.Format(pool.Available)} of {Plain.Format(pool.Equity)} {pool.Collateral}{(pool.Dex is { Length: > 0 } dex ? $" on {dex}" : "")}").ToArray();
        return pools.Length == 0
            ? patient.Warning(
                "collateral", $"No dex of the account ({summary.Mode}) has collateral; only spot can be traded.", "Transfer collateral from spot to perps to trade those.")
            : patient.Fine("collateral", $"{summary.Mode}; free: {string.Join(", ", pools)}.");
    }
}
