using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Wire;

/// <summary>A funding payment as <c>userFunding</c> and the feed <c>userFundings</c> print it.</summary>
internal static class FundingJson
{
    private const string NoTransaction = "0x0000000000000000000000000000000000000000000000000000000000000000";

    public static JsonObject Of(FundingPayment payment)
    {
        var delta = new JsonObject { ["type"] = "funding" };
        Describe(delta, payment);
        return new() { ["time"] = payment.Time, ["hash"] = NoTransaction, ["delta"] = delta };
    }

    public static JsonObject Flat(FundingPayment payment)
    {
        var json = new JsonObject { ["time"] = payment.Time };
        Describe(json, payment);
        return json;
    }

    private static void Describe(JsonObject json, FundingPayment payment)
    {
        json["coin"] = payment.Perp.Coin;
        json["usdc"] = Numbers.Usd(payment.Amount);
        json["szi"] = Numbers.Sent(payment.Szi);
        json["fundingRate"] = Numbers.Sent(payment.Rate);
        json["nSamples"] = 1;
    }
}
