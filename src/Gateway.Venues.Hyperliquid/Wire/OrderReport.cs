using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>An order and its status: an element of <c>orderUpdates</c>, and what <c>orderStatus</c> answers.</summary>
internal sealed record OrderReport(
    long ExchangeOrderId, string? Cloid, string Coin, decimal? OriginalSize, decimal? RemainingSize, bool ReduceOnly, string Status)
{
    public OrderFate Fate => OrderStatusWord.Read(Status);

    /// <summary>
    /// How much of an ended order was filled, as far as its sizes tell. The venue shrinks a reduce-only order along with the
    /// position while its original size stays as asked, so there they tell nothing and its fills have to be counted.
    /// </summary>
    public Quantity? Executed => (Fate, ReduceOnly) switch
    {
        _ when Counted is not null => Counted,
        (_, true) => null,
        (OrderFate.Filled, _) when OriginalSize is { } size and >= 0 => new Quantity(size),
        (OrderFate.Canceled, _) when OriginalSize - RemainingSize is { } size and >= 0 => new Quantity(size),
        _ => null,
    };

    /// <summary>When it was placed, by the venue's clock.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>How much of it was filled by all its fills, where these were read.</summary>
    public Quantity? Counted { get; init; }

    /// <summary>Null where the members without which it means nothing are missing.</summary>
    public static OrderReport? Read(JsonElement report) =>
        report.Member("order") is { } order && order.Integer("oid") is { } oid && report.Text("status") is { } status
            ? new(
                oid,
                order.Text("cloid"),
                order.Text("coin") ?? "",
                order.Number("origSz"),
                order.Number("sz"),
                order.Flag("reduceOnly"),
                status)
            {
                PlacedAt = order.Time("timestamp"),
            }
            : null;
}
