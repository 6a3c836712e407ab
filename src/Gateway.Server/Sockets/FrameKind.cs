namespace Gateway.Server.Sockets;

/// <summary>The kinds of what can come from a client.</summary>
internal enum FrameKind
{
    /// <summary>A whole text message.</summary>
    Text = 1,

    /// <summary>A whole binary message, which the protocol does not have.</summary>
    Binary = 2,

    /// <summary>A message beyond the size limit, or a part of one; what follows is only good for throwing away.</summary>
    TooLarge = 3,

    /// <summary>The client said goodbye or is gone; nothing more can be received.</summary>
    Closed = 4,
}
