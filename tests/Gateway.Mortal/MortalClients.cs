using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Mortal;

/// <summary>Connections of clients, with places to die when a frame is read, and before, within and after each that is written.</summary>
internal sealed class MortalClients(Death death) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWebSockets();
        app.Use(async (context, rest) =>
        {
            if (context.Features.Get<IHttpWebSocketFeature>() is { } feature)
                context.Features.Set<IHttpWebSocketFeature>(new Feature(feature, death));
            await rest(context);
        });
        next(app);
    };

    private sealed class Feature(IHttpWebSocketFeature feature, Death death) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => feature.IsWebSocketRequest;

        public async Task<WebSocket> AcceptAsync(WebSocketAcceptContext context) => new Socket(await feature.AcceptAsync(context), death);
    }

    private sealed class Socket(WebSocket socket, Death death) : WebSocket
    {
        public override WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

        public override string? CloseStatusDescription => socket.CloseStatusDescription;

        public override WebSocketState State => socket.State;

        public override string? SubProtocol => socket.SubProtocol;

        public override void Abort() => socket.Abort();

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            socket.CloseAsync(closeStatus, statusDescription, cancellationToken);

        public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
            socket.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

        public override void Dispose() => socket.Dispose();

        public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        {
            var received = await ReceiveAsync(buffer.AsMemory(), cancellationToken);
            return new(received.Count, received.MessageType, received.EndOfMessage);
        }

        public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var received = await socket.ReceiveAsync(buffer, cancellationToken);
            death.At($"read {TypeIn(Encoding.UTF8.GetString(buffer.Span[..received.Count]))}");
            return received;
        }

        public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
            SendAsync((ReadOnlyMemory<byte>)buffer, messageType, endOfMessage, cancellationToken).AsTask();

        public override async ValueTask SendAsync(
            ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        {
            // The answer to an order is its number; an update is a list.
            var text = Encoding.UTF8.GetString(buffer.Span);
            var name = text.Contains("\"response\":[", StringComparison.Ordinal) ? "update" : "answer";
            death.At($"writing {name}");
            if (death.IsDueAt($"half of {name}"))
            {
                await socket.SendAsync(buffer[..(buffer.Length / 2)], messageType, endOfMessage: false, cancellationToken);
                Death.Now($"half of {name}");
            }

            await socket.SendAsync(buffer, messageType, endOfMessage, cancellationToken);
            death.At($"written {name}");
        }

        private static string TypeIn(string request)
        {
            const string Key = "\"type\":\"";
            var start = request.IndexOf(Key, StringComparison.Ordinal) + Key.Length;
            return start < Key.Length ? "" : request[start..request.IndexOf('"', start)];
        }
    }
}
