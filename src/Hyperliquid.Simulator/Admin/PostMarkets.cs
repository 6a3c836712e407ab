using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Lists a perpetual or a spot pair. With <c>at</c>, it takes the place of another, which moves up: the venue never does that.</summary>
internal sealed class PostMarkets : AdminRequest
{
    private const int MostPerpDecimals = 5;
    private const int MostLeverage = 50;

    public override string Method => "POST";

    public override string Path => "/sim/markets";

    public override string Usage =>
        """{"coin","px","szDecimals"?,"maxLeverage"?,"at"?} for a perpetual such as NEW or xyz:NEW, {"base","quote","px","at"?} for a spot pair""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "coin", "px", "szDecimals", "maxLeverage", "base", "quote", "at");
        var universe = simulation.Exchange.Universe;
        Instrument instrument;
        if (request.Has("coin"))
            universe.List((Perp)(instrument = PerpOf(request, universe)), request.Has("at") ? PlaceOf(request, (Perp)instrument) : null);
        else
            universe.List((SpotPair)(instrument = PairOf(request, simulation)));
        simulation.Exchange.Open(instrument);
        return new JsonObject { ["coin"] = instrument.Coin, ["asset"] = instrument.Asset };
    }

    private static Perp PerpOf(AdminBody request, Universe universe)
    {
        var coin = request.Text("coin");
        var colon = coin.IndexOf(':', StringComparison.Ordinal);
        var dex = universe.FindDex(colon < 0 ? "" : coin[..colon])
            ?? throw new AdminException($"There is no dex \"{coin[..colon]}\"; POST /sim/dexs opens one.");
        if (universe.Find(coin) is not null || colon == coin.Length - 1)
            throw new AdminException($"\"coin\" must be one that is not listed; \"{coin}\" is not.");
        return new(dex, coin[(colon + 1)..], Within(request, "szDecimals", 2, 0, MostPerpDecimals), Within(request, "maxLeverage", 10, 1, MostLeverage), request.Positive("px"));
    }

    private static int PlaceOf(AdminBody request, Perp perp) => Within(request, "at", perp.Dex.Perps.Count, 0, perp.Dex.Perps.Count);

    private static SpotPair PairOf(AdminBody request, Simulation simulation)
    {
        var pairs = simulation.Exchange.Universe.SpotPairs;
        var next = pairs.Max(pair => pair.Index) + 1;
        return new(
            Within(request, "at", next, 0, next),
            request.Token("base", simulation.Exchange),
            request.Token("quote", simulation.Exchange),
            isCanonical: false,
            request.Positive("px"));
    }

    private static int Within(AdminBody request, string name, int otherwise, int least, int most)
    {
        if (!request.Has(name))
            return otherwise;
        var number = request.Integer(name);
        return number >= least && number <= most ? (int)number : throw new AdminException($"\"{name}\" must be within {least} … {most}.");
    }
}
