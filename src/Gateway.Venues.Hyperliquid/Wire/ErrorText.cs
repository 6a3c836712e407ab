using System.Globalization;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>Texts on the <c>error</c> channel.</summary>
internal static class ErrorText
{
    private const string Marker = "id=";

    /// <summary>The post that an error is about, where it ends in <c>id=&lt;n&gt;</c>.</summary>
    public static bool TryReadPostId(string text, out long id)
    {
        id = 0;
        var start = text.LastIndexOf(Marker, StringComparison.Ordinal);
        return start >= 0 &&
            long.TryParse(text.AsSpan(start + Marker.Length).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
