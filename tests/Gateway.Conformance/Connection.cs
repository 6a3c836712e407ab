using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Gateway.Conformance.Patterns;

namespace Gateway.Conformance;

/// <summary>A client's socket: what it has said, and what has come and is not yet accounted for.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly ClientWebSocket socket;
    private readonly Channel<JsonElement> arriving = Channel.CreateBounded<JsonElement>(10_000);
    private readonly List<JsonElement> unread = [];
    private readonly Dictionary<string, string?> sentTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> snapshots = new(StringComparer.Ordinal);
    private TaskCompletionSource? paused;
    private Task reading = Task.CompletedTask;
    private string? broken;

    private Connection(ClientWebSocket socket) => this.socket = socket;

    /// <summary>The sub-protocol that the endpoint selected.</summary>
    public string? SubProtocol => socket.SubProtocol;

    /// <summary>Orders that this connection has placed, as far as their answers have been read.</summary>
    public List<JsonElement> Placed { get; } = [];

    /// <summary>Looks at every message; see <see cref="Settings.Inspect"/>.</summary>
    public Func<string?, JsonElement, string?>? Inspect { get; set; }

    /// <summary>Whether it can still be talked to.</summary>
    public bool IsOpen => socket.State == WebSocketState.Open && !arriving.Reader.Completion.IsCompleted && paused is null;

    /// <summary>How it ended; null while it has not.</summary>
    public string? Ending => !reading.IsCompleted
        ? null
        : socket.CloseStatus is { } status ? $"closed with {(int)status} {socket.CloseStatusDescription}".Trim() : broken ?? "cut";

    /// <summary>The code it was closed with by the endpoint.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Connects.</summary>
    /// <returns>The connection, or the HTTP status of the refusal.</returns>
    /// <exception cref="ConversationFailedException">Nobody answers at that address.</exception>
    public static async Task<(Connection? Connection, HttpStatusCode Status)> OpenAsync(
        Uri address, IEnumerable<KeyValuePair<string, string>> headers, IEnumerable<string> protocols, CancellationToken cancellationToken)
    {
        var opening = new ClientWebSocket();
        opening.Options.KeepAliveInterval = TimeSpan.Zero;
        opening.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            opening.Options.SetRequestHeader(name, value);
        foreach (var protocol in protocols)
            opening.Options.AddSubProtocol(protocol);
        try
        {
            await opening.ConnectAsync(address, cancellationToken);
            var connection = new Connection(opening);
            connection.reading = connection.ReadAsync();
            return (connection, HttpStatusCode.SwitchingProtocols);
        }
        catch (WebSocketException failure)
        {
            using (opening)
            {
                return opening.HttpStatusCode == default
                    ? throw new ConversationFailedException($"{address}: {failure.Message}")
                    : (null, opening.HttpStatusCode);
            }
        }
    }

    /// <summary>Sends a request.</summary>
    /// <param name="json">The message as it goes over the wire.</param>
    /// <param name="fragment">The most bytes per frame.</param>
    public async Task SendAsync(string json, int fragment, CancellationToken cancellationToken)
    {
        using (var request = JsonDocument.Parse(json))
        {
            if (request.RootElement.TryGetProperty("id", out var id))
                Remember(Key(id), request.RootElement);
        }

        await SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, fragment, cancellationToken);
    }

    /// <summary>Sends bytes. A connection that is closed meanwhile says so to whoever reads next.</summary>
    public async Task SendAsync(
        ReadOnlyMemory<byte> message, WebSocketMessageType type, int fragment, CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                var frame = message[..Math.Min(fragment, message.Length)];
                message = message[frame.Length..];
                await socket.SendAsync(frame, type, endOfMessage: message.IsEmpty, cancellationToken);
            }
            while (!message.IsEmpty);
        }
        catch (WebSocketException failure)
        {
            broken ??= failure.Message;
        }
    }

    /// <summary>Takes the first message that fits, waiting for it.</summary>
    /// <exception cref="ConversationFailedException">The connection ended first.</exception>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public async Task<JsonElement> TakeAsync(Predicate<JsonElement> fits, CancellationToken cancellationToken)
    {
        for (var next = 0; ; next++)
        {
            if (next == unread.Count && !await ReceiveAsync(cancellationToken))
                throw new ConversationFailedException($"The connection was {Ending} before the answer.");
            var message = unread[next];
            if (!fits(message))
                continue;
            unread.RemoveAt(next);
            return message;
        }
    }

    /// <summary>The messages that nobody has taken yet, oldest first, without those of subscriptions if so asked.</summary>
    public IEnumerable<JsonElement> Unread(bool streams) => unread.Where(message => streams || !IsOfStream(message));

    /// <summary>Asks something harmless and waits for the answer: what was to come before it has come.</summary>
    public async Task FenceAsync(string id, CancellationToken cancellationToken)
    {
        await SendAsync($$"""{"id":"{{id}}","type":"GetOrderState","order_ids":[]}""", int.MaxValue, cancellationToken);
        await TakeAsync(
            message => message.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.String
                && answered.GetString() == id,
            cancellationToken);
    }

    /// <summary>Stops reading after the next message.</summary>
    public void Pause() => paused ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Reads on.</summary>
    public void Resume()
    {
        paused?.TrySetResult();
        paused = null;
    }

    /// <summary>Waits until the endpoint has ended the connection.</summary>
    public async Task EndedAsync(CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(cancellationToken))
        {
            // What came before the end is kept.
        }

        await reading;
    }

    /// <summary>Says goodbye.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        await EndedAsync(cancellationToken);
    }

    /// <summary>Vanishes without a word.</summary>
    public async ValueTask DisposeAsync()
    {
        Resume();
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    /// <summary>An id as text that tells <c>1</c> from <c>"1"</c>, but not how a string was escaped.</summary>
    public static string Key(JsonElement id) => id.ValueKind == JsonValueKind.String ? $"\"{id.GetString()}" : id.GetRawText();

    private void Remember(string key, JsonElement request)
    {
        // Reusing the id of a live subscription is a mistake that must not end what we know of the subscription.
        var type = request.TryGetProperty("type", out var named) ? named.ToString() : null;
        if (sentTypes.TryGetValue(key, out var live) && live?.StartsWith("Subscribe", StringComparison.Ordinal) == true)
            return;
        sentTypes[key] = type;
        if (!request.TryGetProperty("after", out _))
            snapshots.Add(key);
    }

    private bool IsOfStream(JsonElement message) =>
        message.TryGetProperty("response", out _) && message.TryGetProperty("id", out var id)
        && sentTypes.GetValueOrDefault(Key(id))?.StartsWith("Subscribe", StringComparison.Ordinal) == true;

    private async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (!await arriving.Reader.WaitToReadAsync(cancellationToken))
            return false;
        while (arriving.Reader.TryRead(out var message))
        {
            var type = message.TryGetProperty("id", out var id) ? sentTypes.GetValueOrDefault(Key(id)) : null;
            if (Inspect?.Invoke(type, message) is { } problem)
                throw new ConversationFailedException(problem, received: message.Excerpt());
            unread.AddRange(OneByOne(message));
            if (type == "SendLimitOrder" && message.TryGetProperty("response", out var response) && response.ValueKind == JsonValueKind.Number)
                Placed.Add(response);
        }

        return true;
    }

    // How many updates travel together is the endpoint's choice, so they are looked at one by one; a snapshot is kept whole.
    private IEnumerable<JsonElement> OneByOne(JsonElement message)
    {
        if (!IsOfStream(message) || snapshots.Remove(Key(message.GetProperty("id")))
            || message.GetProperty("response") is not { ValueKind: JsonValueKind.Array } updates || updates.GetArrayLength() < 2)
            return [message];
        var id = message.GetProperty("id").GetRawText();
        return updates.EnumerateArray().Select(update => JsonElement.Parse($$"""{"id":{{id}},"response":[{{update.GetRawText()}}]}"""));
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var message = new MemoryStream();
        try
        {
            while (true)
            {
                if (message.Length == 0 && paused is { } pause)
                    await pause.Task;
                var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                if (received.MessageType == WebSocketMessageType.Binary)
                    throw new InvalidDataException("a binary frame came; the contract knows only text");
                message.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage)
                    continue;
                var root = JsonElement.Parse(message.GetBuffer().AsSpan(0, (int)message.Length));
                if (root.ValueKind != JsonValueKind.Object)
                    throw new InvalidDataException($"a message that is not an object came: {root.Excerpt()}");
                message.SetLength(0);
                await arriving.Writer.WriteAsync(root);
            }

            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (JsonException notJson)
        {
            broken = $"given up: a message that is not JSON came: {notJson.Message}";
        }
        catch (InvalidDataException wrong)
        {
            broken = $"given up: {wrong.Message}";
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            broken ??= $"cut without a closing handshake ({cut.Message})";
        }

        arriving.Writer.Complete();
    }
}
