namespace Gateway.Server.Sockets;

/// <summary>One message on its way to a client.</summary>
/// <param name="Text">The UTF-8 JSON.</param>
/// <param name="IsAnswer">Whether it answers a request, rather than being a later update of a subscription.</param>
internal readonly record struct Outgoing(byte[] Text, bool IsAnswer);
