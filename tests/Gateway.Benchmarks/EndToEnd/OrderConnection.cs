using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>One client's connection that places orders. Orders leave one after the other, whoever sends them; one message is received at a time.</summary>
internal sealed class OrderConnection : IDisposable
{
    /// <summary>The market that the bench trades in.</summary>
    public const string Market = "BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT";

    private static readonly byte[] Head = """{"id":"""u8.ToArray();
    private static readonly byte[] Tail = Encoding.UTF8.GetBytes(
        ""","type":"SendLimitOrder","target":"MARKET","dir":"Buy","price":"99000.0","quantity":"0.01","account":"DEFAULT","params":null,"quote_id":null}"""
            .Replace("MARKET", Market, StringComparison.Ordinal));

    private readonly ClientWebSocket socket = new();
    private readonly byte[] order = new byte[Head.Length + 20 + Tail.Length];
    private readonly SemaphoreSlim turn = new(1);
    private byte[] received = new byte[64 * 1024];

    /// <summary>Connects with the key of the demo client.</summary>
    public static async Task<OrderConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new OrderConnection();
        Head.CopyTo(connection.order, 0);
        connection.socket.Options.KeepAliveInterval = TimeSpan.Zero;
        connection.socket.Options.SetRequestHeader("Authorization", "Bearer demo");
        await connection.socket.ConnectAsync(address, cancellationToken);
        return connection;
    }

    /// <summary>Sends an order.</summary>
    /// <param name="id">What the answer will be called by.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask SendOrderAsync(long id, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            Utf8Formatter.TryFormat(id, order.AsSpan(Head.Length), out var digits);
            Tail.CopyTo(order, Head.Length + digits);
            await SendAsync(order.AsMemory(0, Head.Length + digits + Tail.Length), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sends any message.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>The next message; valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == received.Length)
                Array.Resize(ref received, received.Length * 2);
            var part = await socket.ReceiveAsync(received.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"The peer has closed the connection: {socket.CloseStatusDescription}");
            length += part.Count;
            if (part.EndOfMessage)
                return received.AsMemory(0, length);
        }
    }

    /// <summary>Asks one thing and returns the answer; nothing else may be on its way.</summary>
    public async Task<string> AskAsync(string text, CancellationToken cancellationToken)
    {
        await SendAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        return Encoding.UTF8.GetString((await ReceiveAsync(cancellationToken)).Span);
    }

    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
        turn.Dispose();
    }
}
