using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>An unsigned read. One file per kind, named as on the wire.</summary>
internal abstract class InfoRequest
{
    /// <summary>Name on the wire.</summary>
    public abstract string Type { get; }

    /// <summary>What it costs of the weight that an IP address has per minute.</summary>
    public virtual int Weight => 20;

    /// <summary>How many items of the answer weigh one more; zero: its length does not count.</summary>
    public virtual int ItemsPerWeight => 0;

    /// <summary>Answers from the present state; a null is sent as JSON null.</summary>
    /// <exception cref="UnreadableException">A member is missing or ill-typed.</exception>
    public abstract JsonNode? Answer(Body request, Exchange exchange);

    /// <summary>The account asked about; null for an address that has none, as for an API wallet.</summary>
    protected static Account? AccountOf(Body request, Exchange exchange) => exchange.Find(request.Address("user"));

    /// <summary>The perp dex asked about, the venue's own if none is named; null for one that there is not.</summary>
    protected static PerpDex? DexOf(Body request, Exchange exchange) =>
        exchange.Universe.FindDex(request.Has("dex") ? request.Text("dex") : "");

    /// <summary>An array of the parts.</summary>
    protected static JsonArray ArrayOf(IEnumerable<JsonNode?> parts) => new([.. parts]);
}
