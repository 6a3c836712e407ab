using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Tests;

/// <summary>Signs and sends actions in process.</summary>
internal sealed class Trader(TestVenue venue, int number)
{
    private readonly PrivateKey key = PrivateKey.Parse($"0x{number:x64}");
    private long lastNonce;

    public string Address => key.Address.ToString();

    /// <summary>Places one order and returns its entry in <c>statuses</c>.</summary>
    public JsonNode Order(
        int asset, bool buy, decimal px, decimal sz, string tif = "Gtc", bool reduceOnly = false, string? cloid = null) =>
        Act(OrderAction(asset, buy, px, sz, tif, reduceOnly, cloid))["response"]!["data"]!["statuses"]![0]!;

    public long Resting(int asset, bool buy, decimal px, decimal sz, string tif = "Gtc", bool reduceOnly = false) =>
        (long)Order(asset, buy, px, sz, tif, reduceOnly)["resting"]!["oid"]!;

    public long NextNonce() => lastNonce = Math.Max(venue.Now, lastNonce + 1);

    public JsonNode Cancel(int asset, long oid) =>
        Act($$"""{"type":"cancel","cancels":[{"a":{{asset}},"o":{{oid}}}]}""")["response"]!["data"]!["statuses"]![0]!;

    public JsonNode Act(string action, long? nonce = null, string? vault = null, long? expiresAfter = null)
    {
        var reply = venue.Simulation.AnswerAction(Sign(action, nonce, vault, expiresAfter)).Reply!;
        Assert.Equal(200, reply.Status);
        return JsonNode.Parse(reply.Body)!;
    }

    /// <summary>The body of an <c>/exchange</c> request.</summary>
    public string Sign(string action, long? nonce = null, string? vault = null, long? expiresAfter = null)
    {
        var used = nonce ?? NextNonce();
        var read = ActionCatalogue.Read(Body.Parse(action));
        var vaultAddress = vault is null ? (Address?)null : Gateway.Cryptography.Address.Parse(vault);
        var digest = read.SigningDigest(read.Hash(used, vaultAddress, expiresAfter), venue.Chain);
        var signature = new byte[65];
        key.Sign(digest, signature);
        return new JsonObject
        {
            ["action"] = JsonNode.Parse(action),
            ["nonce"] = used,
            ["signature"] = new JsonObject
            {
                ["r"] = $"0x{Convert.ToHexStringLower(signature[..32])}",
                ["s"] = $"0x{Convert.ToHexStringLower(signature[32..64])}",
                ["v"] = 27 + signature[64],
            },
            ["vaultAddress"] = vault,
            ["expiresAfter"] = expiresAfter,
        }.ToJsonString();
    }

    public static string OrderAction(
        int asset, bool buy, decimal px, decimal sz, string tif = "Gtc", bool reduceOnly = false, string? cloid = null) =>
        new JsonObject
        {
            ["type"] = "order",
            ["orders"] = new JsonArray(OrderJson(asset, buy, px, sz, tif, reduceOnly, cloid)),
            ["grouping"] = "na",
        }.ToJsonString();

    public static JsonObject OrderJson(int asset, bool buy, decimal px, decimal sz, string tif, bool reduceOnly, string? cloid)
    {
        var order = new JsonObject
        {
            ["a"] = asset,
            ["b"] = buy,
            ["p"] = px.ToString(CultureInfo.InvariantCulture),
            ["s"] = sz.ToString(CultureInfo.InvariantCulture),
            ["r"] = reduceOnly,
            ["t"] = new JsonObject { ["limit"] = new JsonObject { ["tif"] = tif } },
        };
        if (cloid is not null)
            order["c"] = cloid;
        return order;
    }

    /// <summary>A batch under a grouping; returns its <c>statuses</c>.</summary>
    public JsonArray Group(string grouping, params JsonObject[] orders) => Act(new JsonObject
    {
        ["type"] = "order",
        ["orders"] = new JsonArray(orders),
        ["grouping"] = grouping,
    }.ToJsonString())["response"]!["data"]!["statuses"]!.AsArray();

    public static JsonObject TriggerJson(
        int asset, bool buy, decimal px, decimal sz, string tpsl, decimal triggerPx, bool isMarket = true, bool reduceOnly = true, string? cloid = null)
    {
        var order = OrderJson(asset, buy, px, sz, "Gtc", reduceOnly, cloid);
        order["t"] = new JsonObject
        {
            ["trigger"] = new JsonObject
            {
                ["isMarket"] = isMarket,
                ["triggerPx"] = triggerPx.ToString(CultureInfo.InvariantCulture),
                ["tpsl"] = tpsl,
            },
        };
        return order;
    }
}
