using System.Collections.Frozen;
using System.Text.Json;
using Gateway.Orders.Journal.Events;

namespace Gateway.Orders.Journal;

/// <summary>Every kind of event by its frozen name. It only grows.</summary>
public static class JournalEvents
{
    private static readonly FrozenDictionary<string, Func<JsonElement, JournalEvent>> Readers =
        new Dictionary<string, Func<JsonElement, JournalEvent>>(StringComparer.Ordinal)
        {
            [AccountDisconnected.FrozenName] = AccountDisconnected.Read,
            [AccountReconciled.FrozenName] = AccountReconciled.Read,
            [AlertRaised.FrozenName] = AlertRaised.Read,
            [CancelRejected.FrozenName] = CancelRejected.Read,
            [CancelRequested.FrozenName] = CancelRequested.Read,
            [ForeignOrderFound.FrozenName] = ForeignOrderFound.Read,
            [ForeignOrderTraded.FrozenName] = ForeignOrderTraded.Read,
            [GatewayStarted.FrozenName] = GatewayStarted.Read,
            [IntentConfirmed.FrozenName] = IntentConfirmed.Read,
            [JournalOpened.FrozenName] = JournalOpened.Read,
            [LimitsSet.FrozenName] = LimitsSet.Read,
            [ModifyRejected.FrozenName] = ModifyRejected.Read,
            [ModifyRequested.FrozenName] = ModifyRequested.Read,
            [OrderAcknowledged.FrozenName] = OrderAcknowledged.Read,
            [OrderDone.FrozenName] = OrderDone.Read,
            [OrderFilled.FrozenName] = OrderFilled.Read,
            [OrderNumbersSkipped.FrozenName] = OrderNumbersSkipped.Read,
            [OrderPlaced.FrozenName] = OrderPlaced.Read,
            [OrderRefused.FrozenName] = OrderRefused.Read,
            [OrderRejected.FrozenName] = OrderRejected.Read,
            [OrderSent.FrozenName] = OrderSent.Read,
            [OrderVanished.FrozenName] = OrderVanished.Read,
            [OutcomeUnknown.FrozenName] = OutcomeUnknown.Read,
            [TradingHalted.FrozenName] = TradingHalted.Read,
            [TradingResumed.FrozenName] = TradingResumed.Read,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all events.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It is of an unknown kind or its fields are not readable.</exception>
    public static JournalEvent Read(string name, JsonElement data)
    {
        if (!Readers.TryGetValue(name, out var read))
            throw new JsonException($"'{name}' is an event that this version does not know; it was written by a newer one.");
        try
        {
            return read(data);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or OverflowException)
        {
            throw new JsonException($"The fields of '{name}' cannot be read: {failure.Message}", failure);
        }
    }
}
