using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>An account's deposits and transfers.</summary>
internal sealed class LedgerFeed(Address user) : GrowingFeed<LedgerEntry>("userNonFundingLedgerUpdates", "nonFundingLedgerUpdates", user)
{
    public static LedgerFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override IReadOnlyList<LedgerEntry> Of(Account account) => account.Ledger;

    protected override JsonNode Json(LedgerEntry entry) => LedgerJson.Of(entry);
}
