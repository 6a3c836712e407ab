using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Gateway.Server.Requests;

/// <summary>
/// Which request type somebody means who asks for one that there is not: the one with which the name shares most of its words, and of several the one
/// that is written most like it.
/// </summary>
internal static partial class NearestRequest
{
    // A name can be as long as a message.
    private const int Looked = 64;

    // What others call what is done here.
    private static readonly FrozenDictionary<string, string> SameAs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["place"] = "send",
        ["submit"] = "send",
        ["new"] = "send",
        ["create"] = "send",
        ["amend"] = "modify",
        ["replace"] = "modify",
        ["change"] = "modify",
        ["edit"] = "modify",
        ["update"] = "modify",
        ["delete"] = "cancel",
        ["remove"] = "cancel",
        ["list"] = "get",
        ["fetch"] = "get",
        ["show"] = "get",
        ["find"] = "search",
        ["stream"] = "subscribe",
        ["watch"] = "subscribe",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The nearest of these.</summary>
    public static string Of(string name, IEnumerable<string> known)
    {
        var looked = name[..Math.Min(name.Length, Looked)];
        var words = WordsOf(looked);
        return known.OrderByDescending(other => Shared(words, WordsOf(other))).ThenBy(other => Distance(looked, other)).First();
    }

    // Of all words of both.
    private static double Shared(HashSet<string> left, HashSet<string> right)
    {
        var shared = left.Count(right.Contains);
        return (double)shared / (left.Count + right.Count - shared);
    }

    private static HashSet<string> WordsOf(string name) => Word().Matches(name)
        .Select(word => word.Value.ToLowerInvariant())
        .Select(word => word.Length > 3 ? word.TrimEnd('s') : word)
        .Select(word => SameAs.GetValueOrDefault(word, word))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    // Levenshtein's distance in one row.
    private static int Distance(string left, string right)
    {
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
