using System.Globalization;

namespace Gateway.Server.Tests.Harness;

/// <summary>Fields of orders that are valid unless a test says otherwise.</summary>
internal static class OrderFields
{
    /// <summary>The market that most tests trade in.</summary>
    public static string Btc => TestMarkets.Btc.Id.Value;

    /// <summary>The fields of a limit order.</summary>
    public static string Limit(decimal price = 50_000, string quantity = "0.1", string account = "DEFAULT", string more = "") =>
        $""" "target":"{Btc}","dir":"Buy","price":"{price.ToString(CultureInfo.InvariantCulture)}","quantity":"{quantity}","account":"{account}"{more} """;
}
