namespace Hyperliquid.Simulator.Sockets;

/// <summary>The client's end of a connection, as the simulator sees it. Calls must return at once.</summary>
public interface IFrameSink
{
    /// <summary>Takes one text frame.</summary>
    /// <returns>False if the client reads too slowly to take more; the connection is then aborted.</returns>
    bool TrySend(string frame);

    /// <summary>Drops the connection without a close frame.</summary>
    void Abort();
}
