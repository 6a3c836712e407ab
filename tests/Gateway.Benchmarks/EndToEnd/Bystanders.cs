using System.Net.Sockets;
using System.Text;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// Subscribers who stand for clients on machines of their own: what they are sent is taken off the line every now and then and not looked at, so
/// that they take next to nothing of the processors that the gateway runs on. Asynchronous calls would have every arrival wake a thread.
/// </summary>
internal sealed class Bystanders : IDisposable
{
    // Far less than a socket has room for comes meanwhile.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Socket> sockets = [];
    private readonly byte[] taken = new byte[256 * 1024];

    /// <summary>Connects one and subscribes it to the state of orders.</summary>
    public void Add(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        sockets.Add(socket);
        socket.Connect(address.Host, address.Port);
        socket.Send(
            Encoding.ASCII.GetBytes(
                $"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer demo\r\nConnection: Upgrade\r\n" +
                "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        Hear(socket, "\r\n\r\n"u8);
        socket.Send(Frame("""{"id":"s","type":"SubscribeOrderState"}"""));
        Hear(socket, "\"sequence\""u8);
        socket.Blocking = false;
    }

    /// <summary>Takes off the line what comes for all of them, until canceled.</summary>
    /// <exception cref="SocketException">The gateway has closed a connection.</exception>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        using var clock = new PeriodicTimer(Pause);
        try
        {
            while (await clock.WaitForNextTickAsync(cancellationToken))
                sockets.ForEach(Take);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private void Take(Socket socket)
    {
        int count;
        do
        {
            count = socket.Receive(taken, SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
                return;
            if (count == 0 || error != SocketError.Success)
                throw new SocketException((int)(error == SocketError.Success ? SocketError.ConnectionReset : error));
        }
        while (count == taken.Length);
    }

    private void Hear(Socket socket, ReadOnlySpan<byte> word)
    {
        var length = 0;
        do
        {
            var count = socket.Receive(taken.AsSpan(length));
            if (count == 0)
                throw new InvalidOperationException($"The gateway has closed the connection after: {Encoding.UTF8.GetString(taken.AsSpan(0, length))}");
            length += count;
        }
        while (taken.AsSpan(0, length).IndexOf(word) < 0);
    }

    // A short text message of a client (RFC 6455, section 5.2), masked with zeros.
    private static byte[] Frame(string text) => [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];
}
