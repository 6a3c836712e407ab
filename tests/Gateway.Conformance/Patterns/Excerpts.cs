using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>JSON cut to what a person reads in one glance.</summary>
internal static class Excerpts
{
    private const int Longest = 400;

    public static string Excerpt(this JsonElement value) => Excerpt(value.GetRawText());

    public static string Excerpt(this string text) =>
        text.Length <= Longest ? text : $"{text.AsSpan(0, Longest)}… ({text.Length} characters)";
}
