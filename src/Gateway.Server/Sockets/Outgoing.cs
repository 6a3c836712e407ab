namespace Gateway.Server.Sockets;

/// <summary>One message on its way to a client.</summary>
/// <param name="Text">The UTF-8 JSON.</param>
/// <param name="Rented">What goes back to the shared pool once the text has been sent; null: nothing.</param>
/// <param name="IsAnswer">Whether it answers a request, rather than being a later update of a subscription.</param>
internal readonly record struct Outgoing(ReadOnlyMemory<byte> Text, byte[]? Rented, bool IsAnswer);
