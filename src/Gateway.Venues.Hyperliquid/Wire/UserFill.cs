using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// A trade on an account, as <c>userFills</c> and <c>userFillsByTime</c> tell it. Members that cannot be read are null;
/// <see cref="Raw"/> is the venue's text.
/// </summary>
internal sealed record UserFill
{
    public string? Coin { get; init; }

    public decimal? Price { get; init; }

    public decimal? Size { get; init; }

    public Side? Side { get; init; }

    /// <summary>Unix ms.</summary>
    public long? Time { get; init; }

    public long? ExchangeOrderId { get; init; }

    /// <summary>Shared by both sides of a trade, and 0 for dust conversions: not a key by itself.</summary>
    public long? TradeId { get; init; }

    public string? Cloid { get; init; }

    /// <summary>True: taker.</summary>
    public bool? Crossed { get; init; }

    public decimal? Fee { get; init; }

    public string? FeeToken { get; init; }

    /// <summary>Whether a liquidation caused it; both sides of the trade say so.</summary>
    public bool IsOfLiquidation { get; init; }

    /// <summary>The address that was liquidated, where that is said.</summary>
    public string? LiquidatedUser { get; init; }

    public required string Raw { get; init; }

    /// <summary>Tells it from every other fill of the account: time, coin, trade and order together.</summary>
    public string Key => Time is { } time && Coin is { } coin && TradeId is { } trade && ExchangeOrderId is { } order
        ? string.Create(CultureInfo.InvariantCulture, $"{time}:{coin}:{trade}:{order}")
        // The text itself, so that the same unreadable fill is counted once on whatever road it comes.
        : $"raw:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Raw)))}";

    /// <summary>Fills from a moment (Unix ms, inclusive) on.</summary>
    public static InfoQuery<ImmutableArray<UserFill>> Since(Address user, long since) => new(
        "userFillsByTime", $$"""{"type":"userFillsByTime","user":"{{user}}","startTime":{{since}}}""", ReadAll);

    public static UserFill Read(JsonElement fill) => new()
    {
        Coin = fill.Text("coin"),
        Price = fill.Number("px"),
        Size = fill.Number("sz"),
        Side = fill.Text("side") switch
        {
            "B" => Venues.Side.Buy,
            "A" => Venues.Side.Sell,
            _ => null,
        },
        Time = fill.Integer("time"),
        ExchangeOrderId = fill.Integer("oid"),
        TradeId = fill.Integer("tid"),
        Cloid = fill.Text("cloid"),
        Crossed = fill.Member("crossed") switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => null,
        },
        Fee = fill.Number("fee"),
        FeeToken = fill.Text("feeToken"),
        IsOfLiquidation = fill.Member("liquidation") is { ValueKind: JsonValueKind.Object },
        LiquidatedUser = fill.Member("liquidation")?.Text("liquidatedUser"),
        Raw = fill.GetRawText(),
    };

    public static ImmutableArray<UserFill> ReadAll(JsonElement fills) => fills.ValueKind == JsonValueKind.Array
        ? [.. fills.EnumerateArray().Select(Read)]
        : throw new UnreadableMessageException("Fills are not an array.");
}
