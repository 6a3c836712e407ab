using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>What became of one item of an action: strings and objects are mixed in the venue's <c>statuses</c>.</summary>
internal abstract record ItemStatus
{
    private ItemStatus()
    {
    }

    /// <summary>The order is on the book.</summary>
    public sealed record Resting(long ExchangeOrderId) : ItemStatus;

    /// <summary>So much was filled at once, and nothing rests.</summary>
    public sealed record Filled(long ExchangeOrderId, decimal Size) : ItemStatus;

    /// <summary>Taken in, waiting for a trigger or for its parent; its number comes with the order updates.</summary>
    public sealed record Waiting : ItemStatus;

    /// <summary>A cancel was done.</summary>
    public sealed record Success : ItemStatus;

    /// <summary>Refused.</summary>
    public sealed record Error(string Text) : ItemStatus;

    /// <summary>None of the above, or none at all: what became of it cannot be told.</summary>
    public sealed record Unknown(string Cause) : ItemStatus;

    public static ItemStatus Read(JsonElement status)
    {
        if (status.AsText() is { } word)
        {
            return word switch
            {
                "success" => new Success(),
                "waitingForFill" or "waitingForTrigger" => new Waiting(),
                _ => Unreadable(word),
            };
        }

        if (status.Text("error") is { } text)
            return new Error(text);
        if (status.Member("resting")?.Integer("oid") is { } resting)
            return new Resting(resting);
        if (status.Member("filled") is { } filled && filled.Integer("oid") is { } oid && filled.Number("totalSz") is { } size and >= 0)
            return new Filled(oid, size);
        return Unreadable(status.GetRawText());
    }

    private static Unknown Unreadable(string text) => new($"The venue's answer cannot be read: {text}");
}
