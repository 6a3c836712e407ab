namespace Gateway.Conformance.Patterns;

/// <summary>Where a message differs from what was expected, and how.</summary>
/// <param name="Path">The member, such as <c>$.response[2].state</c>.</param>
/// <param name="Problem">One sentence.</param>
internal sealed record Mismatch(string Path, string Problem)
{
    public override string ToString() => $"{Path}: {Problem}";
}
