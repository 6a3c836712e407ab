using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.Sockets;

/// <summary>The bounds of a client's connection; read from <c>Sockets</c>, a bad value stops the process at start.</summary>
internal sealed class SocketOptions
{
    /// <summary>The largest message taken in, in bytes; a larger one closes the socket with 1009.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxMessageBytes { get; set; } = 64 * 1024;

    /// <summary>How many requests of one connection may be unanswered; beyond, the connection is not read until an answer has left.</summary>
    [Range(1, 65536)]
    public int MaxRequestsInFlight { get; set; } = 64;

    /// <summary>How many bytes of updates may wait for one client; more close the socket with 1013.</summary>
    [Range(256, 1024 * 1024 * 1024)]
    public int MaxPendingUpdateBytes { get; set; } = 1024 * 1024;

    /// <summary>How often a client is pinged.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A client that leaves a ping unanswered for so long is cut.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long what is under way may take to finish, and the client to answer a goodbye, once a connection ends.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ClosingTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Browser origins that may connect, such as <c>https://desk.example</c>; the server's own always may.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}
