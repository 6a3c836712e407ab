namespace Gateway.Conformance;

/// <summary>What became of one conversation.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Duration">How long it took.</param>
public abstract record Outcome(Conversation Conversation, TimeSpan Duration)
{
    /// <summary>Every line held.</summary>
    public sealed record Passed(Conversation Conversation, TimeSpan Duration) : Outcome(Conversation, Duration);

    /// <summary>The endpoint does not offer what it needs.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Skipped(Conversation Conversation, string Reason) : Outcome(Conversation, TimeSpan.Zero);

    /// <summary>A line did not hold.</summary>
    /// <param name="Line">Its number in the file; 0 where the end of the conversation did not hold.</param>
    /// <param name="Problem">What was wrong, in a sentence.</param>
    /// <param name="Expected">What should have come.</param>
    /// <param name="Received">What came instead.</param>
    public sealed record Failed(
        Conversation Conversation, TimeSpan Duration, int Line, string Problem, string? Expected, string? Received)
        : Outcome(Conversation, Duration)
    {
        /// <summary>The failure as a person wants to read it.</summary>
        public string Describe()
        {
            var place = Line > 0 ? $"{Conversation.Name}.txt line {Line}" : $"{Conversation.Name}.txt, at the end";
            var text = $"{place}: {Problem}";
            if (Expected is not null)
                text += $"\n  expected  {Expected}";
            return Received is null ? text : text + $"\n  received  {Received}";
        }
    }
}
