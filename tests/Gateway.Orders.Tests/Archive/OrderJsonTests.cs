using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Orders.Archive;
using Gateway.Orders.Snapshots;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Archive;

/// <summary>What archive and snapshots keep of an order is all of it.</summary>
public sealed class OrderJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static OrderTerms Terms => OrderTerms.Of(Intent) with { Underlying = new ProductId("BTC Crypto") };

    private static OrderIntent Intent => SampleMarkets.Buy(100_000m, 0.01m) with
    {
        Side = Side.Sell,
        TimeInForce = TimeInForce.ImmediateOrCancel,
        PostOnly = true,
        ReduceOnly = true,
        Trigger = new(new(99.5m), TriggerKind.TakeProfit, Market: true),
        ClientOrderId = "mine \"1\" <é>",
    };

    private static Order Full { get; } = new()
    {
        Id = new(17),
        Terms = Terms,
        Actor = new("demo", "alice", "rates"),
        IsForeign = true,
        State = OrderState.Open | OrderState.Acked | OrderState.Filled,
        Filled = new(0.004m),
        Cost = 399.5m,
        Priced = new(0.003m),
        ExchangeOrderId = "77738308",
        AggregatorOrderId = "a3b5",
        IntentHash = "0x7f",
        RejectReason = "why",
        Times = new() { Received = At, Journaled = At.AddSeconds(1), Sent = At.AddSeconds(2), Acknowledged = At.AddSeconds(3), Out = At.AddSeconds(4) },
        ValidUntil = At.AddSeconds(5),
        Sequence = 123,
        Updated = At.AddSeconds(6),
        End = new(DoneCause.Canceled, new(0.005m), "marginCanceled", IsCounted: true),
        AsPlaced = Terms with { Price = new(99_999m) },
        Leg = 3,
        LastLeg = 5,
        Former = new(0.001m),
        Replacement = new()
        {
            Leg = 4,
            Price = new(99_998m),
            Quantity = new(0.02m),
            Size = new(0.019m),
            ValidUntil = At.AddSeconds(7),
            ExchangeOrderId = "77738309",
            Filled = new(0.002m),
            End = new(DoneCause.Filled, new(0.019m), "filled", IsCounted: true),
        },
    };

    [Fact]
    public void An_order_comes_back_with_everything_that_it_had() => Assert.Equal(Full, Again(Full));

    [Fact]
    public void And_without_what_it_had_not()
    {
        var least = Full with
        {
            Terms = OrderTerms.Of(SampleMarkets.Buy(100_000m, 0.01m)),
            Actor = new("demo", "alice", null),
            IsForeign = false,
            ExchangeOrderId = null,
            AggregatorOrderId = null,
            IntentHash = null,
            RejectReason = null,
            Times = new() { Received = At, Journaled = At },
            End = null,
            AsPlaced = null,
            Replacement = null,
        };
        Assert.Equal(least, Again(least));
    }

    /// <summary>A gateway that is replaced by a newer one leaves orders in this notation: who changes it raises the format too, here and there.</summary>
    [Fact]
    public void Its_notation_is_that_of_this_format() => Assert.Equal(
        (3, "3eb5fe4f17d496bd"),
        (SnapshotWriter.Format, Convert.ToHexStringLower(SHA256.HashData(Written(Full).Span))[..16]));

    /// <summary>Who adds a field to an order and forgets the archive is told here: give it a value in <see cref="Full"/> first.</summary>
    [Fact]
    public void The_order_of_this_test_has_a_value_for_every_field()
    {
        Assert.All<object>([Full, Full.Terms, Full.Times, Full.Actor, Full.End!, Full.Terms.Trigger!, Full.Replacement!], part =>
        {
            foreach (var property in part.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.CanWrite))
            {
                var value = property.GetValue(part);
                Assert.True(
                    value is not null && !value.Equals(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null),
                    $"{part.GetType().Name}.{property.Name} has no value of its own.");
            }
        });
    }

    private static Order Again(Order order)
    {
        using var document = JsonDocument.Parse(Written(order));
        return OrderJson.Read(document.RootElement);
    }

    private static ReadOnlyMemory<byte> Written(Order order)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            OrderJson.Write(json, order);
        return text.WrittenMemory;
    }
}
