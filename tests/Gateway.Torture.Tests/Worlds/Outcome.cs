namespace Gateway.Torture.Tests.Worlds;

/// <summary>What came of one world.</summary>
/// <param name="Seed">From which it was made.</param>
/// <param name="Violations">Which promises were broken; the world ends with the first.</param>
/// <param name="Troubles">How often each trouble struck.</param>
/// <param name="Orders">How many orders were placed.</param>
/// <param name="Fills">How many fills the account had.</param>
/// <param name="Steps">How many things happened.</param>
/// <param name="JournalHash">SHA-256 of the journal, which is the same for the same seed.</param>
internal sealed record Outcome(
    int Seed,
    IReadOnlyList<string> Violations,
    IReadOnlyDictionary<Trouble, int> Troubles,
    long Orders,
    int Fills,
    long Steps,
    string JournalHash);
