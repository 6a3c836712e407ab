using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Gateway.Conformance.Reports;

/// <summary>The outcomes as JUnit XML, one suite per area, for machines that collect test results.</summary>
internal static class JunitReport
{
    public static XDocument Of(IReadOnlyCollection<Outcome> outcomes) =>
        new(new XElement(
            "testsuites",
            Counts(outcomes),
            outcomes.GroupBy(outcome => Area(outcome.Conversation)).Select(area =>
                new XElement("testsuite", new XAttribute("name", area.Key), Counts([.. area]), area.Select(Case)))));

    private static XElement Case(Outcome outcome) =>
        new(
            "testcase",
            new XAttribute("classname", Area(outcome.Conversation).Replace('/', '.')),
            new XAttribute("name", outcome.Conversation.Name.Split('/')[^1]),
            Seconds(outcome.Duration),
            outcome switch
            {
                Outcome.Failed failed => new XElement("failure", new XAttribute("message", Clean(failed.Problem)), Clean(failed.Describe())),
                Outcome.Skipped skipped => new XElement("skipped", new XAttribute("message", Clean(skipped.Reason))),
                _ => null,
            });

    private static object[] Counts(IReadOnlyCollection<Outcome> outcomes) =>
    [
        new XAttribute("tests", outcomes.Count),
        new XAttribute("failures", outcomes.Count(outcome => outcome is Outcome.Failed)),
        new XAttribute("skipped", outcomes.Count(outcome => outcome is Outcome.Skipped)),
        Seconds(outcomes.Aggregate(TimeSpan.Zero, (sum, outcome) => sum + outcome.Duration)),
    ];

    private static XAttribute Seconds(TimeSpan duration) =>
        new("time", duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

    private static string Area(Conversation conversation) =>
        conversation.Name.Contains('/', StringComparison.Ordinal) ? conversation.Name[..conversation.Name.LastIndexOf('/')] : "conversations";

    // What an endpoint sends may hold characters that XML cannot.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value < ' ' && rune.Value is not ('\n' or '\t') || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }
}
