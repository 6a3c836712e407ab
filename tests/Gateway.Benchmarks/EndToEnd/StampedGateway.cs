using System.Diagnostics;
using Gateway.Server.Operations;
using Gateway.Server.Sessions;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// The gateway, put together as the server does it, with a clock at either door: it measures from the moment at which a client's
/// bytes are read to the moment at which the venue's bytes are handed to the socket. For one order in flight.
/// </summary>
internal sealed class StampedGateway : IDialer, IStartupFilter
{
    // Pings and subscriptions are shorter than any order.
    private const int ShortestOrder = 200;

    private readonly WebSocketDialer dialer = new();
    private readonly Latencies inside = new();
    private long lastRead;

    /// <summary>Serves until it is killed.</summary>
    public static async Task RunAsync(string[] args)
    {
        var stamps = new StampedGateway();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddDemoClient();
        using var logs = builder.AddLogs();
        using var http = new SocketsHttpHandler();
        var options = builder.Configuration.GetSection("Venues:Hyperliquid").Get<HyperliquidOptions>()!;
        using var venue = new HyperliquidVenue(options, stamps, http, TimeProvider.System, logs, seed: 1);
        builder.Services.AddSingleton<IStartupFilter>(stamps);
        await using var app = builder.Compose([venue]);
        await app.RunAsync();
    }

    public async ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken) =>
        new Leaving(await dialer.DialAsync(address, cancellationToken), this);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (HttpContext context, RequestDelegate following) =>
        {
            if (context.Request.Path == "/bench/inside")
            {
                await context.Response.WriteAsync(inside.TakeText());
                return;
            }

            if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
                context.Features.Set<IHttpUpgradeFeature>(new Coming(upgrade, this));
            await following(context);
        });
        next(app);
    };

    private sealed class Leaving(ITextSocket socket, StampedGateway stamps) : ITextSocket
    {
        public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            await socket.SendAsync(message, cancellationToken);
            if (message.Length >= ShortestOrder)
                stamps.inside.Add(Stopwatch.GetTimestamp() - Volatile.Read(ref stamps.lastRead));
        }

        public ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken) => socket.ReceiveAsync(cancellationToken);

        public ValueTask DisposeAsync() => socket.DisposeAsync();
    }

    private sealed class Coming(IHttpUpgradeFeature upgrade, StampedGateway stamps) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => new ReadStream(await upgrade.UpgradeAsync(), stamps);
    }

    private sealed class ReadStream(Stream inner, StampedGateway stamps) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            Volatile.Write(ref stamps.lastRead, Stopwatch.GetTimestamp());
            return count;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
