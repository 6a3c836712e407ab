using Gateway.Server.Requests.Answers;

namespace Gateway.Server.Requests;

/// <summary>What a request came to, ready to be sent.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Stream">What follows it, for a subscription.</param>
internal readonly record struct Outcome(byte[] Text, UpdateStream? Stream = null);
