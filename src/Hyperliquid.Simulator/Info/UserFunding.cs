using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Funding that an account paid and got, oldest first.</summary>
internal sealed class UserFunding : InfoRequest
{
    public override string Type => "userFunding";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        TimePage.Of(request, AccountOf(request, exchange)?.Fundings ?? [], payment => payment.Time, FundingJson.Of);
}
