using System.Collections.Concurrent;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Accounts;

/// <summary>Masters, subaccounts and a vault trade at once, with each other and under keys of different firms.</summary>
public sealed class InterleavedAccountsTests
{
    private const int Seed = 20260102;
    private const int StepsOfAFirm = 60;
    private const int Out = 64;

    private readonly ConcurrentDictionary<long, string> accountOf = new();

    [Fact]
    public async Task No_order_no_update_and_no_fill_reaches_the_wrong_account_or_the_wrong_key()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        await using var world = await Trading.StartAsync(patience.Token);
        await using var overseer = await world.ConnectAsync(patience.Token);

        var heard = await Task.WhenAll(Trading.Firms.Select((firm, n) => TradeAsync(world, firm.Key, firm.Value, new Random(Seed + n), patience.Token)));

        foreach (var (firm, seen) in Trading.Firms.Zip(heard))
        {
            Assert.All(seen.Orders, order => Assert.True(
                accountOf.TryGetValue(order, out var account) && firm.Value.Contains(account), $"{firm.Key} heard of order {order} of {accountOf.GetValueOrDefault(order)} (seed {Seed})"));
            Assert.All(seen.Fills, account => Assert.Contains(account, firm.Value));
            Assert.NotEmpty(seen.Fills);
        }

        Assert.Equal(accountOf.Keys.Order(), heard.SelectMany(seen => seen.Orders).Distinct().Order());
        foreach (var (account, address) in Trading.Addresses)
        {
            // To the last digit, with no order and no fill of anybody else among them.
            var orders = await Agreement.AssertAsync(world, overseer, account, address, patience.Token);
            Assert.Equal(accountOf.Where(placed => placed.Value == account).Select(placed => placed.Key).Order(), orders.Keys.Order());
        }
    }

    private async Task<(IReadOnlyCollection<long> Orders, IReadOnlyList<string> Fills)> TradeAsync(
        World world, string key, string[] accounts, Random chance, CancellationToken cancellationToken)
    {
        await using var client = await GatewayClient.ConnectAsync(world.Gateway.WebSocketAddress, key, cancellationToken);
        var updates = await OrderUpdates.SubscribeAsync(client, cancellationToken);
        Assert.Empty(updates.Snapshot);
        var mine = new List<long>();
        for (var step = 0; step < StepsOfAFirm; step++)
        {
            if (mine.Count > 0 && chance.Next(4) == 0)
            {
                await CancelAsync(client, mine[chance.Next(mine.Count)], cancellationToken);
                continue;
            }

            var account = accounts[chance.Next(accounts.Length)];
            var order = await Trading.PlaceAsync(
                client, account, chance.Next(2) == 0 ? "Buy" : "Sell", 100_000 + chance.Next(-5, 6), 0.001m * chance.Next(1, 4), cancellationToken);
            Assert.True(accountOf.TryAdd(order, account));
            mine.Add(order);
        }

        // What nobody takes is canceled, so that every order comes to its end here.
        foreach (var order in mine)
            await CancelAsync(client, order, cancellationToken);
        foreach (var order in mine)
            await updates.UntilAsync(order, state => (state & Out) != 0, cancellationToken);
        return ([.. updates.Heard.Select(update => update.Integer("order_id")).Distinct()], await Trading.AccountsOfFillsAsync(client, cancellationToken));
    }

    private static async Task CancelAsync(GatewayClient client, long order, CancellationToken cancellationToken)
    {
        try
        {
            await client.AskAsync("CancelOrder", new { order_id = order }, cancellationToken);
        }
        catch (GatewayErrorException refusal) when (refusal.Code == "InvalidRequest")
        {
            // It is out already.
        }
    }
}
