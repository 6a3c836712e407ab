using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Hyperliquid.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// The least that stands between a client and a venue: it parses, signs and forwards. No check, no journal, no recovery. It is
/// the floor that the gateway is compared with, and no product.
/// </summary>
internal sealed class BarePipe
{
    private readonly WebApplication app;
    private readonly Uri venue;
    private readonly PrivateKey key = PrivateKey.Parse(Bench.Key);
    private readonly Latencies inside = new();
    private long nonce = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private BarePipe(int port, Uri venue)
    {
        this.venue = venue;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(ServeAsync);
    }

    /// <summary>Serves until its standard input ends.</summary>
    public static Task RunAsync(int port, Uri venue) => ChildProcess.ServeAsync(new BarePipe(port, venue).app, port);

    private async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await context.Response.WriteAsync(inside.TakeText());
            return;
        }

        using var client = await context.WebSockets.AcceptWebSocketAsync();
        using var exchange = new ClientWebSocket();
        exchange.Options.KeepAliveInterval = TimeSpan.Zero;
        await exchange.ConnectAsync(venue, CancellationToken.None);
        var back = BackAsync(client, exchange);
        try
        {
            await ForwardAsync(client, exchange);
            await exchange.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            await back;
        }
        catch (WebSocketException)
        {
            // One of the two is gone.
        }
    }

    private async Task ForwardAsync(WebSocket client, ClientWebSocket exchange)
    {
        using var post = new SignedPost();
        var signer = new Signer(key, SignatureSource.A, vault: null);
        var terms = new OrderTerms[1];
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await client.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
                return;
            var began = Stopwatch.GetTimestamp();
            var id = Read(buffer.AsSpan(0, received.Count), out terms[0]);
            var frame = post.Write(id, new OrderAction(terms), signer, (ulong)Interlocked.Increment(ref nonce), expiresAfter: null);
            await exchange.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            inside.Add(Stopwatch.GetTimestamp() - began);
        }
    }

    private static long Read(ReadOnlySpan<byte> message, out OrderTerms terms)
    {
        var json = new Utf8JsonReader(message);
        long id = 0;
        var isBuy = false;
        decimal price = 0, size = 0;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("id"u8))
                id = json.Read() ? json.GetInt64() : 0;
            else if (json.ValueTextEquals("dir"u8))
                isBuy = json.Read() && json.ValueTextEquals("Buy"u8);
            else if (json.ValueTextEquals("price"u8))
                price = ReadDecimal(ref json);
            else if (json.ValueTextEquals("quantity"u8))
                size = ReadDecimal(ref json);
            else
                json.Read();
        }

        terms = new() { Asset = 0, IsBuy = isBuy, Price = price, Size = size, Cloid = new Cloid((UInt128)id) };
        return id;
    }

    private static decimal ReadDecimal(ref Utf8JsonReader json) =>
        json.Read() && Utf8Parser.TryParse(json.ValueSpan, out decimal value, out _) ? value : 0;

    private static async Task BackAsync(WebSocket client, ClientWebSocket exchange)
    {
        var buffer = new byte[16 * 1024];
        var answer = new byte[256];
        while (true)
        {
            var received = await exchange.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
                return;
            var length = Answer(buffer.AsSpan(0, received.Count), answer);
            await client.SendAsync(answer.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
    }

    private static int Answer(ReadOnlySpan<byte> message, Span<byte> answer)
    {
        var json = new Utf8JsonReader(message);
        long id = 0, order = 0;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("id"u8))
                id = json.Read() ? json.GetInt64() : 0;
            else if (json.ValueTextEquals("oid"u8))
                order = json.Read() ? json.GetInt64() : 0;
        }

        """{"id":"""u8.CopyTo(answer);
        var length = 6;
        Utf8Formatter.TryFormat(id, answer[length..], out var written);
        length += written;
        ",\"response\":"u8.CopyTo(answer[length..]);
        length += 12;
        Utf8Formatter.TryFormat(order, answer[length..], out written);
        length += written;
        answer[length] = (byte)'}';
        return length + 1;
    }
}
