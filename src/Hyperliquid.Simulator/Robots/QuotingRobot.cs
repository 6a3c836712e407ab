using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Robots;

/// <summary>
/// Keeps a ladder of bids and asks around the mark: it replaces the ladder when the mark moves and fills it up when somebody
/// took from it. Sizes vary by a seed, so runs repeat.
/// </summary>
internal sealed class QuotingRobot(Exchange exchange, Account account, Instrument instrument, Ladder ladder)
{
    private readonly Random chance = new(instrument.Serial);
    private decimal quotedMark;
    private decimal quotedSz;

    /// <summary>Whether the ladder no longer stands as it was put up.</summary>
    public bool IsStale => quotedMark != exchange.MarketOf(instrument).MarkPx || quotedSz != account.OpenOrders.Sum(order => order.Sz);

    /// <summary>Takes the old ladder down and puts a new one up.</summary>
    public void Quote(Block block)
    {
        Withdraw(block);
        quotedMark = exchange.MarketOf(instrument).MarkPx;
        for (var level = 0; level < ladder.Levels; level++)
        {
            var distance = quotedMark * ((ladder.SpreadBps / 2) + (level * ladder.StepBps)) / 10_000;
            Quote(isBuy: true, instrument.PriceAtOrBelow(quotedMark - distance), block);
            Quote(isBuy: false, instrument.PriceAtOrAbove(quotedMark + distance), block);
        }

        quotedSz = account.OpenOrders.Sum(order => order.Sz);
    }

    /// <summary>Takes the ladder down.</summary>
    public void Withdraw(Block block)
    {
        foreach (var order in account.OpenOrders.ToList())
            exchange.Cancel(order, OrderStatus.Canceled, block);
    }

    private void Quote(bool isBuy, decimal px, Block block)
    {
        var varied = ladder.SizeFor(instrument, quotedMark) * chance.Next(50, 151) / 100;
        var sz = Decimals.Floor(varied, instrument.SzDecimals);
        if (px > 0 && sz > 0)
            exchange.Place(account, new(instrument, isBuy, px, sz, ReduceOnly: false, TimeInForce.Gtc, Cloid: null), block);
    }

    /// <summary>The robot's own address: recognisable, and nobody has its key.</summary>
    public static Address AddressFor(Instrument instrument) => Address.Parse($"0x0b07{instrument.Serial:x36}");
}
