using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Open orders in a dex, newest first; those on spot come with the venue's own.</summary>
internal sealed class OpenOrders : InfoRequest
{
    public override string Type => "openOrders";

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        ArrayOf(Of(request, exchange).Select(order => OrderJson.Plain(order, order.Sz)));

    /// <summary>Newest first.</summary>
    public static IEnumerable<Order> Of(Body request, Exchange exchange) =>
        AccountOf(request, exchange) is { } account && DexOf(request, exchange) is { } dex ? Of(account, dex) : [];

    /// <summary>Newest first.</summary>
    public static IEnumerable<Order> Of(Account account, PerpDex dex) => account.OpenOrders
        .Where(order => order.Instrument is Perp perp ? perp.Dex == dex : dex.IsDefault)
        .Reverse();
}
