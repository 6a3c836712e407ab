using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>What came back for an intent.</summary>
/// <param name="Outcome">What became of the order.</param>
internal sealed record IntentReply(PostReply Outcome)
{
    /// <summary>The HTTP status; 0: there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The aggregator's number of the order; null: none was given.</summary>
    public string? AggregatorOrderId { get; init; }

    /// <summary>The hash of what was asked for; null: none was given.</summary>
    public string? IntentHash { get; init; }

    /// <summary>The wallet that signed; null: none was named.</summary>
    public string? Signer { get; init; }

    /// <summary>
    /// Reads an answer. Only two things end an order here: the venue's own words inside <c>hl_response</c>, and a refusal by
    /// a status 4xx that says why in the API's format. All else leaves its outcome unknown.
    /// </summary>
    public static IntentReply Read(int status, string body) => ReadOutcome(status, body) with { Status = status };

    private static IntentReply ReadOutcome(int status, string body)
    {
        if (Parse(body) is not { } answer)
            return new(new PostReply.Unclear($"HyperETH answered {status} with something that cannot be read."));
        if (status is >= 200 and < 300)
            return ReadSuccess(answer);
        if (ReasonOf(answer) is not { } reason)
            return new(new PostReply.Unclear($"HyperETH answered {status} without saying why."));
        return new(IsRefusal(status) && !TellsOfAnother(reason) ? new PostReply.Refused(reason) : new PostReply.Unclear($"HyperETH answered {status}: {reason}"));
    }

    private static IntentReply ReadSuccess(JsonElement answer) => new(
        answer.Member("hl_response") is { } response
            ? PostReply.ReadAction(response)
            : new PostReply.Unclear("HyperETH's answer has no answer of the venue in it."))
    {
        AggregatorOrderId = answer.Text("agg_order_id"),
        IntentHash = answer.Text("intent_hash"),
        Signer = answer.Text("signer"),
    };

    // In its own words, with its code and details where it gives any.
    private static string? ReasonOf(JsonElement answer)
    {
        if (answer.Text("error") is not { } error)
            return null;
        var code = answer.Member("code") is { } number ? $" (code {number})" : "";
        var details = answer.Member("details") switch
        {
            null => "",
            { ValueKind: JsonValueKind.Object } empty when !empty.EnumerateObject().Any() => "",
            { } said => $": {said.GetRawText()}",
        };
        return error + code + details;
    }

    // The statuses 408, 409 and 425 tell of timing, of a conflict with something that came before, of a replay.
    private static bool IsRefusal(int status) => status is >= 400 and < 500 and not (408 or 409 or 425);

    // We never use a nonce or a cloid twice: whoever finds one used has seen these bytes, or another program's, before.
    private static bool TellsOfAnother(string reason) =>
        reason.Contains("duplicate", StringComparison.OrdinalIgnoreCase) || reason.Contains("already", StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
