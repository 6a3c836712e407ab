using System.Collections.Immutable;

namespace Gateway.Server.Markets;

/// <summary>
/// Finds names by words, in any case. How well a word matches a name: <see cref="Exact"/>, <see cref="Prefix"/>,
/// <see cref="WordStart"/>, <see cref="Anywhere"/>. Every word must match; a name scores as its worst word, or better where
/// the pattern as a whole is the name or its beginning.
/// </summary>
internal sealed class SearchIndex<TId>
{
    /// <summary>The score of a name that is the pattern.</summary>
    public const int Exact = 4;

    /// <summary>The score of a name that begins with it.</summary>
    public const int Prefix = 3;

    /// <summary>The score of a name in which a word begins with it.</summary>
    public const int WordStart = 2;

    /// <summary>The score of a name that holds it somewhere.</summary>
    public const int Anywhere = 1;

    // In the order of answers among equals, so that a search only has to go through once and put each into its score's list.
    private readonly ImmutableArray<(string Lower, TId Id)> byVolume;
    private readonly ImmutableArray<TId> byName;

    public SearchIndex(IReadOnlyList<Found<TId>> names)
    {
        byName = [.. names.OrderBy(found => found.Name, StringComparer.Ordinal).Select(found => found.Id)];
        byVolume = [.. names
            .OrderByDescending(found => found.Volume ?? 0)
            .ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => (found.Name.ToLowerInvariant(), found.Id))];
    }

    /// <summary>The best matches, best first; all by name, scored 0, where there is nothing to look for.</summary>
    /// <param name="pattern">Words with white space between them.</param>
    /// <param name="limit">The most to answer.</param>
    public ImmutableArray<(int Score, TId Id)> Search(string pattern, int limit)
    {
        var words = pattern.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [.. byName.Take(limit).Select(id => (0, id))];

        var whole = string.Join(' ', words);
        var found = new List<(int, TId)>[Exact + 1];
        for (var score = Anywhere; score <= Exact; score++)
            found[score] = [];
        foreach (var (name, id) in byVolume)
        {
            var score = Score(name, whole, words);
            if (score > 0 && found[score].Count < limit)
                found[score].Add((score, id));
        }

        return [.. found.Skip(1).Reverse().SelectMany(matches => matches).Take(limit)];
    }

    private static int Score(string name, string whole, string[] words)
    {
        var worst = Exact;
        foreach (var word in words)
        {
            worst = Math.Min(worst, Score(name, word));
            if (worst == 0)
                return 0;
        }

        return words.Length == 1 ? worst : Math.Max(worst, Score(name, whole));
    }

    private static int Score(string name, string text)
    {
        var at = name.IndexOf(text, StringComparison.Ordinal);
        if (at == 0)
            return name.Length == text.Length ? Exact : Prefix;
        if (at < 0)
            return 0;
        for (; at > 0; at = name.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsLetterOrDigit(name[at - 1]))
                return WordStart;
        }

        return Anywhere;
    }
}
