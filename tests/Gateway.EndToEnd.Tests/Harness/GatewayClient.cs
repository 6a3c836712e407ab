using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>A client of the gateway that knows only the published protocol: raw sockets and raw JSON.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<long, Channel<JsonElement>> conversations = new();
    private Task reading = Task.CompletedTask;
    private long lastId;

    private GatewayClient()
    {
    }

    /// <summary>Connects with a bearer key.</summary>
    public static async Task<GatewayClient> ConnectAsync(Uri address, string key, CancellationToken cancellationToken)
    {
        var client = new GatewayClient();
        client.socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        await client.socket.ConnectAsync(address, cancellationToken);
        client.reading = client.ReadAsync(CancellationToken.None);
        return client;
    }

    /// <summary>Asks and answers the response.</summary>
    /// <exception cref="GatewayErrorException">The gateway answered with an error.</exception>
    /// <exception cref="WebSocketException">The connection ended before an answer came.</exception>
    public async Task<JsonElement> AskAsync(string type, object? fields, CancellationToken cancellationToken)
    {
        var (id, answers) = await SendAsync(type, fields, cancellationToken);
        try
        {
            return Response(await answers.ReadAsync(cancellationToken));
        }
        catch (ChannelClosedException closed)
        {
            throw new WebSocketException("The connection ended before an answer came.", closed);
        }
        finally
        {
            conversations.TryRemove(id, out _);
        }
    }

    /// <summary>Subscribes; every answer under the request's id follows.</summary>
    public async Task<ChannelReader<JsonElement>> SubscribeAsync(string type, object? fields, CancellationToken cancellationToken) =>
        (await SendAsync(type, fields, cancellationToken)).Answers;

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> frame, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(frame, type, endOfMessage: true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }
    }

    public static JsonElement Response(JsonElement answer) =>
        answer.TryGetProperty("error", out var error)
            ? throw new GatewayErrorException(error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!)
            : answer.GetProperty("response");

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        sending.Dispose();
    }

    private async Task<(long Id, ChannelReader<JsonElement> Answers)> SendAsync(
        string type, object? fields, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var answers = Channel.CreateUnbounded<JsonElement>();
        conversations[id] = answers;
        var request = fields is null ? new JsonObject() : JsonSerializer.SerializeToNode(fields)!.AsObject();
        request["id"] = id;
        request["type"] = type;
        await SendRawAsync(Encoding.UTF8.GetBytes(request.ToJsonString()), WebSocketMessageType.Text, cancellationToken);
        return (id, answers.Reader);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var message = new MemoryStream();
        Exception? end = null;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                message.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage)
                    continue;
                using var document = JsonDocument.Parse(message.ToArray());
                message.SetLength(0);
                if (document.RootElement.GetProperty("id") is { ValueKind: JsonValueKind.Number } id
                    && conversations.TryGetValue(id.GetInt64(), out var answers))
                    answers.Writer.TryWrite(document.RootElement.Clone());
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            end = failure;
        }

        foreach (var answers in conversations.Values)
            answers.Writer.TryComplete(end ?? new WebSocketException("The gateway closed the connection."));
    }
}

/// <summary>The gateway answered with an error.</summary>
internal sealed class GatewayErrorException(string code, string message) : Exception($"{code}: {message}")
{
    public string Code { get; } = code;
}
