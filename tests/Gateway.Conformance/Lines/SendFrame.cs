using System.Net.WebSockets;

namespace Gateway.Conformance.Lines;

/// <summary>Sends a frame that is no request: <c>&gt;raw</c>, <c>&gt;hex</c>, <c>&gt;binary</c>, <c>&gt;repeat</c>.</summary>
internal sealed record SendFrame(int Number, string Peer, ReadOnlyMemory<byte> Bytes, WebSocketMessageType Type) : Line(Number)
{
    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        await connection.SendAsync(Bytes, Type, int.MaxValue, cancellationToken);
    }
}
