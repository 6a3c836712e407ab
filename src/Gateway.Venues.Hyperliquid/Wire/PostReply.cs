using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>What the venue answers to a posted action.</summary>
internal abstract record PostReply
{
    private PostReply()
    {
    }

    /// <summary>It was executed; one status per item, or one for all of them.</summary>
    public sealed record Executed(ImmutableArray<ItemStatus> Statuses) : PostReply;

    /// <summary>It was not executed.</summary>
    public sealed record Refused(string Reason) : PostReply;

    /// <summary>It cannot be told whether it was executed.</summary>
    public sealed record Unclear(string Cause) : PostReply;

    /// <summary>What it says about one of the action's items.</summary>
    /// <param name="item">Which, from 0.</param>
    /// <param name="items">How many there were.</param>
    public ItemStatus StatusOf(int item, int items) => this switch
    {
        Executed executed when executed.Statuses.Length == items => executed.Statuses[item],
        // A check that failed before anything was executed answers for all of them.
        Executed { Statuses: [ItemStatus.Error error] } => error,
        Executed executed => new ItemStatus.Unknown($"The venue's answer has {executed.Statuses.Length} statuses for {items} items."),
        Refused refused => new ItemStatus.Error(refused.Reason),
        Unclear unclear => new ItemStatus.Unknown(unclear.Cause),
        _ => throw new InvalidOperationException($"No such answer: {this}"),
    };

    /// <summary>Reads <c>data</c> of a frame on channel <c>post</c>; false where not even the post's number can be read.</summary>
    public static bool TryRead(JsonElement data, out long id, out PostReply reply)
    {
        reply = new Unclear("The venue's answer could not be read.");
        id = data.Integer("id") ?? 0;
        if (data.Member("response") is { } response)
            reply = Read(response);
        return data.Integer("id") is not null;
    }

    private static PostReply Read(JsonElement response) => response.Text("type") switch
    {
        "action" when response.Member("payload") is { } payload => ReadAction(payload),
        "error" => ReadError(response.Text("payload") ?? ""),
        _ => new Unclear("The venue's answer is of no known type."),
    };

    /// <summary>Reads the venue's answer to an action, as it comes over HTTP.</summary>
    public static PostReply ReadAction(JsonElement payload) => payload.Text("status") switch
    {
        "ok" when payload.Member("response") is { } response => new Executed(
            [.. (response.Member("data") ?? default).Items("statuses").Select(ItemStatus.Read)]),
        "err" => ReadRefusal(payload.Text("response") ?? ""),
        _ => new Unclear("The venue's answer has no known status."),
    };

    // We never use a nonce twice, so a used one says that these bytes, or another program's under the same key, came
    // first. It does not say which: whether this order exists has to be asked.
    private static PostReply ReadRefusal(string text) => text.Contains("duplicate nonce", StringComparison.OrdinalIgnoreCase)
        ? new Unclear(text)
        : new Refused(text);

    // The text mirrors an HTTP status. 4xx was not admitted; anything else is trouble on a road whose end is not known.
    private static PostReply ReadError(string text) => text.StartsWith('4') ? new Refused(text) : new Unclear(text);
}
