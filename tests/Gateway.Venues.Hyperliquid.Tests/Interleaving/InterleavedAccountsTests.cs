using Gateway.Testing;

namespace Gateway.Venues.Hyperliquid.Tests.Interleaving;

/// <summary>
/// Accounts that share an adapter, connections and even a key, whatever the order in which their messages arrive: nothing of
/// one is ever told of another.
/// </summary>
public sealed class InterleavedAccountsTests
{
    private const int Worlds = 20;

    [Fact]
    public void No_event_ever_reaches_the_wrong_account()
    {
        var fills = 0;
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var world = seed;
            SingleThread.Run(thread =>
            {
                using var floor = new TradingFloor(thread, world);
                floor.Trade(steps: 250);
                var owners = floor.Owners;

                foreach (var (order, told) in floor.Heard.Select(heard => (OrderOf(heard), heard)).Where(one => one.Item1 is not null))
                    Assert.True(owners[order!.Value] == told.Account, $"Order {order} of {owners[order.Value]}: {told} (seed {world})");
                foreach (var account in TradingFloor.Accounts)
                {
                    var atVenue = floor.FillsAtVenue(account);
                    Assert.All(atVenue, fill => Assert.True(fill.Owner == account, $"{account} traded {fill} (seed {world})"));
                    var here = floor.Heard.OfType<VenueEvent.OrderFilled>()
                        .Where(filled => filled.Account == account)
                        .Select(filled => $"{filled.Fill.ExchangeFillId}/{filled.Fill.ExchangeOrderId}")
                        .Distinct(StringComparer.Ordinal);
                    Assert.Equal(atVenue.Select(fill => fill.Fill).Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
                    Assert.Equal(0, floor.OpenAtVenue(account));
                    fills += atVenue.Count;
                }

                return Task.CompletedTask;
            });
        }

        // Otherwise nothing would have been shown.
        Assert.InRange(fills, Worlds * 20, int.MaxValue);
    }

    private static OrderId? OrderOf(VenueEvent told) => told switch
    {
        VenueEvent.OrderSent sent => sent.Order,
        VenueEvent.OrderAcknowledged acknowledged => acknowledged.Order,
        VenueEvent.OrderRejected rejected => rejected.Order,
        VenueEvent.OrderDone done => done.Order,
        VenueEvent.OrderFilled filled => filled.Order,
        VenueEvent.CancelRejected rejected => rejected.Order,
        VenueEvent.PlaceUnknown unknown => unknown.Order,
        VenueEvent.CancelUnknown unknown => unknown.Order,
        VenueEvent.OrderNotFound missing => missing.Order,
        _ => null,
    };
}
