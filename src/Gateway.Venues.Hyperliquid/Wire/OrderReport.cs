using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// An order and its status: an element of <c>orderUpdates</c>, and what <c>orderStatus</c> answers. A value, because every order is told of
/// several times.
/// </summary>
/// <param name="ExchangeOrderId">The venue's number of it.</param>
/// <param name="Cloid">What whoever placed it calls it; null: nothing, or nothing that could be ours.</param>
/// <param name="Coin">The venue's name of the market; empty: that is missing.</param>
/// <param name="OriginalSize">How much was asked for.</param>
/// <param name="RemainingSize">How much of it has not traded.</param>
/// <param name="ReduceOnly">Whether it may only bring a position nearer to zero.</param>
/// <param name="Status">The venue's word for how it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderReport(
    long ExchangeOrderId, Cloid? Cloid, string Coin, decimal? OriginalSize, decimal? RemainingSize, bool ReduceOnly, string Status)
{
    /// <summary>What the status means.</summary>
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

    /// <summary>Buy or sell; null: that cannot be read.</summary>
    public Side? Side { get; init; }

    /// <summary>The worst acceptable price; null: that cannot be read.</summary>
    public decimal? Price { get; init; }

    /// <summary>How much of it was filled by all its fills, where these were read.</summary>
    public Quantity? Counted { get; init; }

    /// <summary>Null where the members without which it means nothing are missing.</summary>
    public static OrderReport? Read(JsonElement report) =>
        report.Member("order") is { } order && report.Text("status") is { } status ? Read(order, status) : null;

    /// <summary>An order of that status; null where it has no number.</summary>
    public static OrderReport? Read(JsonElement order, string status) =>
        order.Integer("oid") is { } oid
            ? new(
                oid,
                Hyperliquid.Cloid.TryParse(order.Text("cloid"), out var cloid) ? cloid : null,
                order.Text("coin") ?? "",
                order.Number("origSz"),
                order.Number("sz"),
                order.Flag("reduceOnly"),
                OrderStatusWord.Shared(status))
            {
                PlacedAt = order.Time("timestamp"),
                Side = order.Text("side") switch
                {
                    "B" => Venues.Side.Buy,
                    "A" => Venues.Side.Sell,
                    _ => null,
                },
                Price = order.Number("limitPx"),
            }
            : null;
}
