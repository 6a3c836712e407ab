using System.Collections.Frozen;
using System.Text;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>What a status word of the venue says about an order's life.</summary>
internal enum OrderFate
{
    /// <summary>A word that we do not know; nothing follows from it.</summary>
    Unknown,

    /// <summary>It rests, or waits for its trigger.</summary>
    Live,

    /// <summary>Completely filled.</summary>
    Filled,

    /// <summary>Ended after it had been taken in.</summary>
    Canceled,

    /// <summary>Never taken in.</summary>
    Rejected,
}

/// <summary>
/// The status words of <c>orderUpdates</c>, <c>orderStatus</c> and <c>historicalOrders</c>. New ones appear without notice,
/// but keep to their endings.
/// </summary>
internal static class OrderStatusWord
{
    /// <summary>It rests.</summary>
    public const string Open = "open";

    private static readonly FrozenSet<string> Frequent = FrozenSet.Create(StringComparer.Ordinal, Open, "triggered", "filled", "canceled", "rejected");

    /// <summary>One text for all orders of a frequent word: it is remembered of each of them for a while.</summary>
    public static string Shared(string word) => Frequent.TryGetValue(word, out var one) ? one : word;

    /// <summary>The same of a word in UTF-8, without escapes; null: it is not a frequent one.</summary>
    public static string? Shared(ReadOnlySpan<byte> word)
    {
        foreach (var one in Frequent.Items)
        {
            if (Ascii.Equals(word, one))
                return one;
        }

        return null;
    }

    public static OrderFate Read(string? word) => word switch
    {
        Open or "triggered" => OrderFate.Live,
        "filled" => OrderFate.Filled,
        // These two end otherwise than the rest of their kind.
        "canceled" or "scheduledCancel" => OrderFate.Canceled,
        "rejected" => OrderFate.Rejected,
        null => OrderFate.Unknown,
        _ when word.EndsWith("Canceled", StringComparison.Ordinal) || word.EndsWith("Cancel", StringComparison.Ordinal) => OrderFate.Canceled,
        _ when word.EndsWith("Rejected", StringComparison.Ordinal) => OrderFate.Rejected,
        _ => OrderFate.Unknown,
    };
}
