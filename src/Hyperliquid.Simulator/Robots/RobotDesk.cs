using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Robots;

/// <summary>The robots at work, at most one for each market.</summary>
internal sealed class RobotDesk(Exchange exchange)
{
    private readonly SortedDictionary<int, QuotingRobot> robots = []; // by the market's serial

    /// <summary>Puts a robot to work; an earlier one in the same market is replaced.</summary>
    public Block Employ(Instrument instrument, Ladder ladder)
    {
        var block = Dismiss(instrument);
        var address = QuotingRobot.AddressFor(instrument);
        if (exchange.Find(address) is not { } account)
            exchange.Add(account = new(address) { IsHouse = true });
        robots.Add(instrument.Serial, new(exchange, account, instrument, ladder));
        return block;
    }

    /// <summary>Sends a market's robot home; its orders are canceled.</summary>
    public Block Dismiss(Instrument instrument)
    {
        var block = exchange.OpenBlock();
        if (robots.Remove(instrument.Serial, out var robot))
            robot.Withdraw(block);
        return block;
    }

    /// <summary>Lets every robot whose ladder is stale quote again, each in a block of its own.</summary>
    public IEnumerable<Block> Quote()
    {
        foreach (var robot in robots.Values.Where(robot => robot.IsStale).ToList())
        {
            var block = exchange.OpenBlock();
            robot.Quote(block);
            yield return block;
        }
    }
}
