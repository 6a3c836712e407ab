using Gateway.Torture.Tests.Clients;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>A cancel is never refused, which the trader watches over, nor forgotten: at the end nothing canceled is open.</summary>
internal static class CancelsPass
{
    public static IEnumerable<string> Broken(World world, Trader trader) =>
        from wish in trader.Wishes
        where wish.IsCancelAccepted && world.Witness.Ledger.Find(wish.Order!.Value) is not { IsOut: true }
        select $"order {wish.Order} was canceled and is {world.Witness.Ledger.Find(wish.Order!.Value)?.State}";
}
