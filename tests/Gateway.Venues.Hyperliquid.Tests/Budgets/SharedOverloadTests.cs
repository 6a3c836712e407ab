using System.Globalization;
using Gateway.Cryptography;
using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

/// <summary>
/// Several accounts behind one internet address, each asking for far more than the venue takes, for minutes: whatever the
/// pattern, no minute sees too much weight, and no cancel waits for longer than a second. By a clock of the test's own.
/// </summary>
public sealed class SharedOverloadTests
{
    private const int TicksPerSecond = 20;
    private const int Seconds = 150;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1) / TicksPerSecond;

    /// <summary>
    /// Accounts, whether cancels of both kinds are mixed, and the seed of their pattern. Up to seven streams of cancels find room.
    /// Under even seeds many orders share an action and rest for long, so that far more cancels come, one by one, than there is weight for.
    /// </summary>
    public static TheoryData<int, bool, int> Patterns => new()
    {
        { 1, true, 1 }, { 1, true, 2 }, { 2, true, 3 }, { 2, false, 4 }, { 2, true, 6 }, { 3, true, 5 }, { 3, true, 8 }, { 5, false, 10 }, { 7, false, 7 }, { 7, false, 12 },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_cancel_waits_for_those_of_another_account(int accounts, bool mixed, int seed) => Trading(accounts, world =>
    {
        var bridge = new Weighbridge(world);
        var chance = new Random(seed);
        var orderly = seed % 2 == 1;
        var names = world.Options.Accounts.Keys.Select(name => new AccountName(name)).ToArray();
        // How long each account lets an order rest.
        var patience = names.ToDictionary(name => name, _ => orderly ? chance.Next(1, TicksPerSecond) : chance.Next(8, 20) * TicksPerSecond);
        var accepted = names.ToDictionary(name => name, _ => new Queue<(long Order, int Tick)>());
        var (last, refused) = (0L, 0);
        for (var tick = 0; tick < Seconds * TicksPerSecond; tick++)
        {
            foreach (var name in names)
            {
                // Ten times what a minute has room for, all accounts together.
                for (var attempt = 0; attempt < 10.0 / accounts; attempt++)
                {
                    var intent = world.Intent with { Account = name };
                    if (world.Venue.ReserveBudget(intent) > TimeSpan.Zero)
                    {
                        refused++;
                        continue;
                    }

                    Assert.True(world.Venue.TrySubmit(new Instruction.Place(new OrderId(++last), intent, world.Clock.GetUtcNow().AddSeconds(5))));
                    accepted[name].Enqueue((last, tick));
                    if (chance.Next(orderly ? 3 : 15) == 0)
                        world.Run();
                }

                while (accepted[name].TryPeek(out var oldest) && oldest.Tick <= tick - patience[name])
                    bridge.Cancel(name, accepted[name].Dequeue().Order, byNumber: !mixed || chance.Next(2) == 0);
            }

            bridge.Watch();
            world.Clock.Advance(Tick);
            world.Run();
            bridge.Watch();
        }

        Assert.True(refused > (orderly ? last : 0), $"{refused} of {last} refused");
        Assert.Equal(orderly, bridge.Waits.Max() < TimeSpan.FromMilliseconds(200));
        Assert.InRange(last, 300, int.MaxValue);
        Assert.InRange(bridge.Waits.Count, orderly ? last - 500 : last / 4, last);
        Assert.True(bridge.Waits.Max() <= TimeSpan.FromSeconds(1), $"A cancel waited for {bridge.Waits.Max()}.");
        Assert.All(bridge.Waiting, at => Assert.True(world.Clock.GetUtcNow() - at <= TimeSpan.FromSeconds(1)));
        Assert.True(bridge.MostInAMinute() <= 1200, $"{bridge.MostInAMinute()} in a minute");
    });

    private static void Trading(int accounts, Action<VenueWorld> test) => VenueWorld.Stopped(
        world =>
        {
            var masters = world.Options.Accounts.Values.ToDictionary(
                account =>
                {
                    using var key = PrivateKey.Parse(account.Key!);
                    return key.Address.ToString();
                },
                account => account.Address);
            world.Info.Answers["userRole"] = request => masters.TryGetValue(request.GetProperty("user").GetString()!, out var master)
                ? $$$"""{"role":"agent","data":{"user":"{{{master}}}"}}"""
                : """{"role":"user"}""";
            world.Start();
            Assert.Equal(accounts, world.Of<VenueEvent.AccountConnected>().Count);
            test(world);
            Assert.False(world.Running.IsFaulted, world.Running.Exception?.ToString());
        },
        options =>
        {
            options.RateBudgets = true;
            options.Accounts.Clear();
            for (var number = 1; number <= accounts; number++)
            {
                options.Accounts[$"A{number}"] = new()
                {
                    Address = "0x" + number.ToString(CultureInfo.InvariantCulture).PadLeft(40, '1'),
                    Key = "0x" + number.ToString(CultureInfo.InvariantCulture).PadLeft(64, '7'),
                };
            }
        });
}
