namespace Gateway.Server.Sockets;

/// <summary>What came from a client.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">The bytes of a text message; otherwise empty.</param>
internal readonly record struct ClientFrame(FrameKind Kind, ReadOnlyMemory<byte> Payload = default);
