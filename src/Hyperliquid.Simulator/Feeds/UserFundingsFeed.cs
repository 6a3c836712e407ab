using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Funding that an account pays and gets.</summary>
internal sealed class UserFundingsFeed(Address user) : GrowingFeed<FundingPayment>("userFundings", "fundings", user)
{
    public static UserFundingsFeed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override IReadOnlyList<FundingPayment> Of(Account account) => account.Fundings;

    protected override JsonNode Json(FundingPayment payment) => FundingJson.Flat(payment);
}
