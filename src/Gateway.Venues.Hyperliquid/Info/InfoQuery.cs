using System.Text.Json;
using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A question to the venue, and how its answer is read.</summary>
/// <param name="Type">The venue's name of the question, by which it is weighed.</param>
/// <param name="Body">The question as the venue reads it.</param>
/// <param name="Read">Reads the answer; throws <see cref="Wire.UnreadableMessageException"/> where it cannot.</param>
internal sealed record InfoQuery<T>(string Type, string Body, Func<JsonElement, T> Read);

/// <summary>The usual questions.</summary>
internal static class InfoQuery
{
    /// <summary>A question about nobody.</summary>
    public static InfoQuery<T> Of<T>(string type, Func<JsonElement, T> read) => new(type, $$"""{"type":"{{type}}"}""", read);

    /// <summary>A question about an account.</summary>
    public static InfoQuery<T> Of<T>(string type, Address user, Func<JsonElement, T> read) =>
        new(type, $$"""{"type":"{{type}}","user":"{{user}}"}""", read);

    /// <summary>A question about a dex, and about an account where one is named. The venue's own dex, whose name is empty, is left out.</summary>
    public static InfoQuery<T> OfDex<T>(string type, Address? user, string dex, Func<JsonElement, T> read) => new(
        type,
        $$"""{"type":"{{type}}"{{(user is { } account ? $",\"user\":\"{account}\"" : "")}}{{(dex.Length > 0 ? $",\"dex\":\"{JsonEncodedText.Encode(dex)}\"" : "")}}}""",
        read);
}
