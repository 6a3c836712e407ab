using System.Globalization;

namespace Gateway.Orders.Journal;

/// <summary>One file of the journal, named after the number of its first record.</summary>
internal sealed record Segment(string Path, long First)
{
    private const string Prefix = "journal-";
    private const string Suffix = ".jsonl";

    /// <summary>The segment that begins with this record.</summary>
    public static Segment Of(string directory, long first) =>
        new(System.IO.Path.Combine(directory, $"{Prefix}{first:D16}{Suffix}"), first);

    /// <summary>All segments of a directory, oldest first.</summary>
    public static List<Segment> All(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, $"{Prefix}*{Suffix}").Select(Named).OrderBy(segment => segment.First),
    ];

    private static Segment Named(string path)
    {
        var number = System.IO.Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? new Segment(path, first)
            : throw new JournalDamagedException($"'{path}' is not the name of a journal segment; move it out of the directory.");
    }
}
