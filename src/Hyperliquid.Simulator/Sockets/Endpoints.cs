using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Admin;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Sockets;

/// <summary>The venue's three endpoints, the aggregator's and the operator's.</summary>
internal static class Endpoints
{
    private const int BufferSize = 16 * 1024;
    private const int MostBytes = 4 * 1024 * 1024;

    public static void MapVenue(this WebApplication app, Simulation simulation)
    {
        app.MapPost("/info", async context => await WriteAsync(context, simulation.AnswerInfo(await ReadAsync(context))));
        app.MapPost("/exchange", async context =>
            await ExchangeAsync(context, simulation.AnswerAction(await ReadAsync(context)), simulation));
        app.MapPost("/v1/trade/intent", async context =>
            await ExchangeAsync(context, simulation.AnswerIntent(await ReadAsync(context), context.Request.Headers["x-api-key"]), simulation));
        app.Map("/ws", context => SocketAsync(context, simulation));
    }

    public static void MapAdmin(this WebApplication app, Simulation simulation)
    {
        foreach (var request in AdminCatalogue.All)
            app.MapMethods(request.Path, [request.Method], context => AdminAsync(context, request, simulation));
    }

    private static async Task ExchangeAsync(HttpContext context, HttpExchange exchange, Simulation simulation)
    {
        var (reply, delay) = exchange;
        if (delay != TimeSpan.Zero)
            await Task.Delay(delay, simulation.Time, context.RequestAborted);
        if (reply is null)
            context.Abort();
        else
            await WriteAsync(context, reply);
    }

    private static async Task AdminAsync(HttpContext context, AdminRequest request, Simulation simulation)
    {
        try
        {
            var body = HttpMethods.IsGet(request.Method)
                ? new JsonObject(context.Request.Query.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value.ToString())))
                : Parse(await ReadAsync(context));
            await WriteAsync(context, HttpReply.Ok(simulation.Admin(request.Method, request.Path, body)));
        }
        catch (AdminException refusal)
        {
            await WriteAsync(context, new(400, Json.Write(new JsonObject { ["error"] = refusal.Message, ["usage"] = request.Usage })));
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException malformed)
        {
            throw new AdminException($"The body is not JSON: {malformed.Message}");
        }
    }

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, HttpReply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.Status is 422 or 502 ? "text/plain" : "application/json";
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static async Task SocketAsync(HttpContext context, Simulation simulation)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var sink = new SocketSink(socket, aborted);
        var connection = simulation.Connect(sink);
        var writing = sink.WriteAsync(aborted.Token);
        try
        {
            while (await ReceiveAsync(socket, aborted.Token) is { } frame)
                connection.Receive(frame);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            // Cut by either side: nothing to answer.
        }

        connection.Close();
        await CloseAsync(socket, aborted.Token);
        sink.Abort();
        await writing;
    }

    // One text message; null when the client closes, or sends what is no text or too long.
    private static async Task<string?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType != WebSocketMessageType.Text || message.Length > MostBytes)
                return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
        }
    }

    private static async Task CloseAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State is WebSocketState.CloseReceived or WebSocketState.Open)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            // Cut meanwhile.
        }
    }
}
