using System.Text.Json;

namespace Gateway.Server.Requests;

/// <summary>How refusals call things.</summary>
internal static class Words
{
    /// <summary>A JSON value, with its article.</summary>
    public static string ForKind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    /// <summary>The name that is written most like <paramref name="name"/>, whatever the case.</summary>
    public static string Nearest(string name, IEnumerable<string> names) => names.MinBy(known => Distance(name, known))!;

    // Levenshtein's distance in one row. A name can be as long as a message, so only its beginning is looked at.
    private static int Distance(string left, string right)
    {
        left = left[..Math.Min(left.Length, 64)];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[right.Length];
    }
}
