using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Accounts;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>The checks of an account, in the order in which they build on each other.</summary>
internal static class Checks
{
    public static IEnumerable<Func<Patient, CancellationToken, Task<Finding>>> OfAccount(
        HyperliquidOptions options, HyperliquidAccountOptions account, AccountSummaries summaries)
    {
        yield return RoleCheck.LookAsync;
        yield return AgentCheck.LookAsync;
        yield return (patient, cancellationToken) => CollateralCheck.LookAsync(patient, summaries, cancellationToken);
        yield return ClockCheck.LookAsync;
        yield return BudgetCheck.LookAsync;
        if (account.DeadManSwitch is { } delay)
            yield return (patient, cancellationToken) => SwitchCheck.LookAsync(patient, delay, cancellationToken);
        if (!Address.TryParse(account.HyperEthWallet, out var wallet))
            yield break;
        yield return (patient, cancellationToken) => HyperEthCheck.WalletAsync(patient, wallet, cancellationToken);
        if (Address.TryParse(options.HyperEth.Builder, out var builder))
            yield return (patient, cancellationToken) => BuilderCheck.LookAsync(patient, builder, cancellationToken);
    }
}
