using System.Net;
using System.Net.Sockets;

namespace Gateway.EndToEnd.Tests.Clients;

/// <summary>
/// Stands between clients and a gateway under one address that outlives gateways, and cuts connections: now, or in the middle of
/// whatever the gateway says next.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task accepting;
    private readonly List<Socket> sockets = [];
    private Uri gateway;
    private int bytesBeforeCut = int.MaxValue;

    public Relay(Uri gateway)
    {
        this.gateway = gateway;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where clients connect to.</summary>
    public Uri WebSocketAddress => new($"ws://{listener.LocalEndpoint}/ws");

    /// <summary>How many connections it has cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>From now on connections lead to another gateway.</summary>
    public void LeadTo(Uri other) => gateway = other;

    /// <summary>Cuts every connection once the gateway has said so many bytes more.</summary>
    public void CutAfter(int bytes) => bytesBeforeCut = bytes;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        ending.Dispose();
    }

    private void Cut()
    {
        lock (sockets)
        {
            Cuts++;
            bytesBeforeCut = int.MaxValue;
            foreach (var socket in sockets)
                socket.Close(timeout: 0);
            sockets.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        List<Task> carrying = [];
        try
        {
            while (true)
                carrying.Add(CarryAsync(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carrying);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(gateway.Host, gateway.Port, ending.Token);
            lock (sockets)
                sockets.AddRange([near.Client, far.Client]);
            var there = CopyAsync(near.GetStream(), far.GetStream(), said => { });
            var back = CopyAsync(far.GetStream(), near.GetStream(), CountDown);
            await Task.WhenAny(there, back);
            near.Close();
            far.Close();
            await Task.WhenAll(there, back);
        }
        catch (Exception lost) when (lost is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // What this relay is for.
        }
    }

    /// <summary>Byte for byte where a cut is near, so that it happens between any two of them.</summary>
    private async Task CopyAsync(NetworkStream from, NetworkStream to, Action<int> said)
    {
        var buffer = new byte[4096];
        try
        {
            while (await from.ReadAsync(buffer.AsMemory(0, Math.Clamp(bytesBeforeCut, 1, buffer.Length)), ending.Token) is > 0 and var count)
            {
                await to.WriteAsync(buffer.AsMemory(0, count), ending.Token);
                said(count);
            }
        }
        catch (Exception lost) when (lost is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction ends with it.
        }
    }

    private void CountDown(int bytes)
    {
        if (bytesBeforeCut != int.MaxValue && (bytesBeforeCut -= bytes) <= 0)
            Cut();
    }
}
