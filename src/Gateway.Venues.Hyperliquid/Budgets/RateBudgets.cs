using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Routes;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Budgets;

/// <summary>The venue's rate limits as we model them, so that what would be refused there is refused here and says when to retry.</summary>
internal sealed class RateBudgets(HyperliquidOptions options, WeightBudget weight, InfoClient info, TimeProvider time, ILogger log)
{
    private const long Few = 1000;

    // As long as fewer than 40 orders or cancels travel in it.
    private const int ActionWeight = 1;

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rarely = TimeSpan.FromMinutes(5);

    private readonly Dictionary<AccountName, (Address Address, AddressBudget Budget)> accounts = options.Accounts.ToDictionary(
        account => new AccountName(account.Key), account => (Address.Parse(account.Value.Address), new AddressBudget(time)));

    /// <summary>Which orders have room at our internet address, and when they may leave.</summary>
    public Departures Orders { get; } = new(weight, time);

    // When the last cancels of each stream left. Only their sender reads and writes it.
    private readonly Dictionary<Company, long> lastCancels = [];

    /// <summary>Takes what one order needs. What others send for us counts for the account as ours does, but not for our internet address.</summary>
    /// <returns>Zero: taken; else nothing is, and this long until it is worth asking again.</returns>
    public TimeSpan TakeForOrder(Company company, RouteId route)
    {
        var own = accounts[company.Account].Budget;
        var wait = own.Wait;
        if (wait == TimeSpan.Zero && route == HyperliquidNames.Direct)
            wait = Orders.Admit(company);
        if (wait == TimeSpan.Zero)
            own.SpendOnOrder();
        return wait;
    }

    /// <summary>
    /// How long until cancels of this company may leave; zero: now. Where the weight runs short they leave together in fewer
    /// actions, some hundred milliseconds apart: an action of its own for each would use it up, and then cancels would wait for
    /// a minute. Nobody waits for the cancels of another account, other than by the number of those who cancel. Those that fill an
    /// action leave at once: no later one could make better use of the weight.
    /// </summary>
    public TimeSpan WaitForCancels(Company company, int waiting)
    {
        var wait = weight.Wait(ActionWeight, Share.Cancels);
        if (waiting >= InstructionQueue.MostInAction || !lastCancels.TryGetValue(company, out var at))
            return wait;
        var pace = weight.PaceOfCancels(lastCancels.Values.Count(last => time.GetElapsedTime(last) < WeightBudget.Counts)) - time.GetElapsedTime(at);
        return wait > pace ? wait : pace > TimeSpan.Zero ? pace : TimeSpan.Zero;
    }

    /// <summary>Counts a cancel that the venue is told to do later, by itself.</summary>
    public void SpendOnSwitch(AccountName account)
    {
        weight.Spend(ActionWeight);
        accounts[account].Budget.SpendOnCancels(1);
    }

    /// <summary>Counts cancels that leave in one action.</summary>
    public void SpendOnCancels(Company company, int cancels)
    {
        weight.Spend(ActionWeight);
        lastCancels[company] = time.GetTimestamp();
        accounts[company.Account].Budget.SpendOnCancels(cancels);
    }

    /// <summary>Reads, again and again, what the venue counts for each account, more often where little is left.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        while (options.KeepsRateBudgets)
        {
            foreach (var (name, (address, budget)) in accounts)
                await ReadAsync(name, address, budget, cancellationToken);
            await Task.Delay(accounts.Values.Any(account => account.Budget.Left < Few) ? Often : Rarely, time, cancellationToken);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
    }

    private async Task ReadAsync(AccountName name, Address address, AddressBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            var sent = budget.Sent;
            budget.Learn(await info.AskAsync(UserRateLimit.Of(address), cancellationToken), sent);
            if (budget.Left < Few)
                Log.FewActionsLeft(log, name, budget.Left.Value);
        }
        catch (TransportException failure)
        {
            Log.BudgetUnread(log, name, failure.Message);
        }
    }
}
