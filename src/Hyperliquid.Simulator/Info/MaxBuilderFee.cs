using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What a builder may charge an account at most, in tenths of a basis point; zero without approval.</summary>
internal sealed class MaxBuilderFee : InfoRequest
{
    public override string Type => "maxBuilderFee";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var builder = request.Address("builder");
        return JsonValue.Create(AccountOf(request, exchange)?.MaxBuilderFee(builder) ?? 0);
    }
}
