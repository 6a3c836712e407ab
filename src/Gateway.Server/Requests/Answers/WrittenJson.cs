namespace Gateway.Server.Requests.Answers;

/// <summary>A value that is JSON already.</summary>
/// <param name="Utf8">The JSON.</param>
internal sealed record WrittenJson(ReadOnlyMemory<byte> Utf8);
