namespace Gateway.Conformance.Reports;

/// <summary>One line per conversation; where one fails, what was expected beside what came.</summary>
internal sealed class TextReport(TextWriter output)
{
    private int passed, failed, skipped;

    /// <summary>Whether a conversation has failed.</summary>
    public bool HasFailures => failed > 0;

    public void Add(Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Passed:
                passed++;
                output.WriteLine($"pass  {outcome.Conversation.Name,-55} {outcome.Duration.TotalMilliseconds,7:0} ms");
                break;
            case Outcome.Skipped skip:
                skipped++;
                output.WriteLine($"skip  {skip.Conversation.Name,-55} {skip.Reason}");
                break;
            case Outcome.Failed failure:
                failed++;
                output.WriteLine($"FAIL  {failure.Conversation.Name,-55} {failure.Duration.TotalMilliseconds,7:0} ms");
                output.WriteLine($"      {failure.Conversation.Title}");
                output.WriteLine($"      {failure.Describe().ReplaceLineEndings("\n      ")}");
                break;
        }
    }

    public void Finish() => output.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
}
