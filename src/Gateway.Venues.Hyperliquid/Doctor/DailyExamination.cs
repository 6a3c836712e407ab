using System.Globalization;
using Gateway.Venues.Hyperliquid.Accounts;
using Gateway.Venues.Hyperliquid.Connection;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>
/// The same checks while the gateway runs, soon after its start and every day: agents expire, clocks drift, budgets run
/// out. What is not fine is logged, and a key that ends soon is reported.
/// </summary>
internal sealed class DailyExamination(
    IReadOnlyCollection<TradedAccount> accounts, InfoClient info, AccountSummaries summaries, HyperliquidOptions options, TimeProvider time, ILogger log)
{
    // The checks of one account weigh some 250 of a minute's 1200, and the start of the gateway needs some itself.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var account in accounts)
            {
                await Task.Delay(Pause, time, cancellationToken);
                await ExamineAsync(account, cancellationToken);
            }

            await Task.Delay(TimeSpan.FromDays(1), time, cancellationToken);
        }
    }

    private async Task ExamineAsync(TradedAccount account, CancellationToken cancellationToken)
    {
        var patient = new Patient(account.News.Account.Value, account.Address, info, options, time) { Signer = account.Signer };
        foreach (var check in Checks.OfAccount(options, options.Accounts[patient.Name], summaries))
        {
            var finding = await patient.LookAsync(check, cancellationToken);
            if (finding.Kind != FindingKind.Fine)
                Log.NotFine(log, finding.Subject, finding.Text, finding.Cure ?? "");
        }

        if (patient.SignerEnd is { } end && end - time.GetUtcNow() < AgentCheck.Soon)
            await account.News.ReportAsync(new VenueEvent.KeyExpiring(account.News.Account, Ending(account, end), time.GetUtcNow()), cancellationToken);
    }

    private static string Ending(TradedAccount account, DateTimeOffset end) => string.Create(
        CultureInfo.InvariantCulture,
        $"The agent that signs for account {account.News.Account} is valid until {end.UtcDateTime:yyyy-MM-dd HH:mm'Z'}; approve a new one with a key that was never used before, and set it as the account's key.");
}
