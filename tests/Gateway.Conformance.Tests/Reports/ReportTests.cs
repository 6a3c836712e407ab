using Gateway.Conformance.Reports;

namespace Gateway.Conformance.Tests.Reports;

public sealed class ReportTests
{
    private static readonly Outcome[] Outcomes =
    [
        new Outcome.Passed(Called("orders/good"), TimeSpan.FromMilliseconds(12)),
        new Outcome.Skipped(Called("orders/absent"), "requires trade"),
        new Outcome.Failed(Called("fills/bad"), TimeSpan.FromMilliseconds(7), 3, "A \u0001 problem.", "{\"id\": 1}", "{\"id\":2}"),
    ];

    [Fact]
    public void The_text_has_a_line_for_each_and_both_messages_of_a_failure()
    {
        var output = new StringWriter();
        var report = new TextReport(output);
        foreach (var outcome in Outcomes)
            report.Add(outcome);
        report.Finish();

        var text = output.ToString();
        Assert.True(report.HasFailures);
        Assert.Contains("pass  orders/good", text, StringComparison.Ordinal);
        Assert.Contains("requires trade", text, StringComparison.Ordinal);
        Assert.Contains("fills/bad.txt line 3", text, StringComparison.Ordinal);
        Assert.Contains("expected  {\"id\": 1}\n", text, StringComparison.Ordinal);
        Assert.Contains("received  {\"id\":2}\n", text, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed, 1 skipped\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit_has_a_suite_per_area_and_survives_control_characters()
    {
        var document = JunitReport.Of(Outcomes);

        Assert.Equal(["orders", "fills"], document.Root!.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal("3", document.Root.Attribute("tests")!.Value);
        Assert.Equal("1", document.Root.Attribute("failures")!.Value);
        Assert.Equal("1", document.Root.Attribute("skipped")!.Value);
        Assert.Contains("line 3", document.Descendants("failure").Single().Value, StringComparison.Ordinal);
        document.Save(TextWriter.Null);
    }

    private static Conversation Called(string name) => Conversation.Parse(name, "# Title.\nconnect");
}
