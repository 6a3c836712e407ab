using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Deposits and transfers of an account, oldest first.</summary>
internal sealed class UserNonFundingLedgerUpdates : InfoRequest
{
    public override string Type => "userNonFundingLedgerUpdates";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        TimePage.Of(request, AccountOf(request, exchange)?.Ledger ?? [], entry => entry.Time, LedgerJson.Of);
}
