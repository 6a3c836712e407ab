using System.Runtime.CompilerServices;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Accounts;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Looks at everything that keeps a set-up from trading on Hyperliquid, without trading; each finding says the cure.</summary>
/// <param name="options">The set-up.</param>
/// <param name="dialer">Opens the WebSocket.</param>
/// <param name="http">Carries the questions; stays the caller's.</param>
/// <param name="time">Our clock, which is compared with the venue's.</param>
public sealed class HyperliquidExamination(HyperliquidOptions options, IDialer dialer, HttpMessageHandler http, TimeProvider time)
{
    /// <summary>Examines, finding by finding.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isSound = true;
        foreach (var problem in options.Problems())
        {
            isSound = false;
            yield return new(FindingKind.Problem, "configuration", problem, "Correct it under Venues:Hyperliquid.");
        }

        if (!isSound)
            yield break;

        using var invoker = new HttpMessageInvoker(http, disposeHandler: false);
        var info = new InfoClient(invoker, options, new WeightBudget(perMinute: null, time), socket: null, time);
        yield return await ReachCheck.SocketAsync(dialer, options, time, cancellationToken);
        var reach = await ReachCheck.InfoAsync(info, options, cancellationToken);
        yield return reach;
        var summaries = new AccountSummaries(info, new HyperliquidMarkets(info, options, time, NullLogger.Instance), time);
        if (options.HyperEth.IsConfigured)
            yield return await HyperEthCheck.ReachAsync(invoker, options, time, cancellationToken);
        foreach (var (name, account) in options.Accounts)
        {
            var patient = new Patient(name, Address.Parse(account.Address), info, options, time);
            yield return await KeyCheck.LookAsync(patient, account, cancellationToken);
            if (reach.Kind == FindingKind.Problem)
                continue;
            foreach (var check in Checks.OfAccount(options, account, summaries))
                yield return await patient.LookAsync(check, cancellationToken);
        }
    }
}
