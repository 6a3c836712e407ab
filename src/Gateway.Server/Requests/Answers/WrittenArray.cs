namespace Gateway.Server.Requests.Answers;

/// <summary>An array whose items are JSON already.</summary>
/// <param name="Parts">The items, those of a part with commas between them.</param>
internal sealed record WrittenArray(IReadOnlyList<ReadOnlyMemory<byte>> Parts);
