using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Tests.Trading;

public sealed class ConservationTests
{
    private static readonly string[] Coins = ["BTC", "DYDX", "@107", "xyz:SILVER", "km:US500"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Neither_makes_nor_loses_anything(int seed)
    {
        var exchange = new TestVenue().Exchange;
        var chance = new Random(seed);
        var accounts = Enumerable.Range(1, 6).Select(number => Funded(exchange, number)).ToList();
        for (var step = 0; step < 1_500; step++)
        {
            var block = exchange.OpenBlock();
            var account = accounts[chance.Next(accounts.Count)];
            if (chance.Next(5) == 0 && account.OpenOrders.Any())
                exchange.Cancel(account.OpenOrders.ElementAt(chance.Next(account.OpenOrderCount)), OrderStatus.Canceled, block);
            else
                exchange.Place(account, RandomOrder(exchange, chance), block);
            CheckBooks(exchange);
        }

        Assert.True(accounts.Sum(account => account.Fills.Count) > 500);
        CheckMoney(exchange, accounts);
    }

    private static Account Funded(Exchange exchange, int number)
    {
        var account = new Account(Address.Parse($"0x{number:x40}"));
        foreach (var dex in exchange.Universe.Dexs)
            account.Credit(dex, 1_000_000);
        account.BalanceOf(exchange.Universe.FindToken("USDC")!).Deposit(100_000);
        account.BalanceOf(exchange.Universe.FindToken("HYPE")!).Deposit(1_000);
        exchange.Add(account);
        return account;
    }

    private static OrderTerms RandomOrder(Exchange exchange, Random chance)
    {
        var instrument = exchange.Universe.Find(Coins[chance.Next(Coins.Length)])!;
        var px = instrument.PriceAtOrBelow(instrument.StartPx * (1 + (chance.Next(-20, 21) / 1_000m)));
        var sz = Decimals.Floor(chance.Next(20, 2_000) / instrument.StartPx, instrument.SzDecimals);
        var tif = chance.Next(4) switch
        {
            0 => TimeInForce.Ioc,
            1 => TimeInForce.Alo,
            _ => TimeInForce.Gtc,
        };
        return new(instrument, chance.Next(2) == 0, px, sz, ReduceOnly: instrument is Perp && chance.Next(5) == 0, tif, Cloid: null);
    }

    private static void CheckBooks(Exchange exchange)
    {
        foreach (var market in Coins.Select(coin => exchange.FindMarket(coin)!))
        {
            if (market.Book is { BestBid: { } bid, BestAsk: { } ask })
                Assert.True(bid.LimitPx < ask.LimitPx, $"{market.Instrument.Coin} is crossed.");
            Assert.All(market.Book.Side(bidSide: true).Concat(market.Book.Side(bidSide: false)), order =>
            {
                Assert.True(order.IsOpen && order.Sz > 0);
                Assert.Same(order, order.Account.Find(order.Oid));
            });
        }
    }

    private static void CheckMoney(Exchange exchange, List<Account> accounts)
    {
        var fees = exchange.Clearing.FeesCollected;
        foreach (var perp in exchange.Universe.Perps)
            Assert.Equal(0, accounts.Sum(account => account.SziIn(perp)));

        // Perp and spot fees in USDC leave several purses, so what is missing from all together is what was collected.
        Assert.Equal(6 * 2_100_000m, Money("USDC") + fees["USDC"]);
        Assert.Equal(6 * 1_000_000m, Money("USDH") + fees["USDH"]);
        Assert.Equal(6 * 1_000m, Money("HYPE") + fees["HYPE"]);
        Assert.All(accounts, account =>
        {
            Assert.All(account.Balances, balance => Assert.InRange(account.Hold(balance.Token), 0, balance.Total));
            Assert.All(account.History, order => Assert.Equal(
                order.FilledSz, account.Fills.Where(fill => fill.Order == order).Sum(fill => fill.Sz)));
            Assert.All(account.History.Where(order => !order.Terms.ReduceOnly), order => Assert.Equal(order.Terms.Sz, order.Sz + order.FilledSz));
        });

        decimal Money(string name)
        {
            var token = exchange.Universe.FindToken(name)!;
            var dexs = exchange.Universe.Dexs.Where(dex => dex.Collateral == token).ToList();
            return accounts.Sum(account => account.TotalOf(token) + dexs.Sum(account.CashIn));
        }
    }
}
