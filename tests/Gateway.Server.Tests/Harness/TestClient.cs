using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Tests.Harness;

/// <summary>A client of a gateway under test. Holds whatever it hears against the published schemas.</summary>
internal sealed class TestClient(FakeSocket socket, Task session)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, string> asked = new(StringComparer.Ordinal);
    private int lastId;

    public FakeSocket Socket { get; } = socket;

    /// <summary>Completes when the server has let go of the connection.</summary>
    public Task Session { get; } = session;

    /// <summary>Sends a message and answers the next one that comes.</summary>
    public Task<JsonElement> AskRawAsync(string message)
    {
        Note(message);
        Socket.Send(message);
        return NextAsync();
    }

    /// <summary>Sends a request and answers the next message, which must be its answer.</summary>
    public async Task<JsonElement> AskAsync(string type, string fields = "")
    {
        var id = ++lastId;
        var answer = await AskRawAsync($$"""{"id":{{id}},"type":"{{type}}"{{(fields.Length == 0 ? "" : "," + fields)}}}""");
        Assert.Equal(id, answer.GetProperty("id").GetInt32());
        return answer;
    }

    /// <summary>Sends a request that must be done, and answers its response.</summary>
    public async Task<JsonElement> ResponseAsync(string type, string fields = "")
    {
        var answer = await AskAsync(type, fields);
        Assert.True(answer.TryGetProperty("response", out var response), answer.ToString());
        return response;
    }

    /// <summary>Sends a request that must be refused, and answers its error.</summary>
    public async Task<JsonElement> ErrorAsync(string type, string fields = "")
    {
        var answer = await AskAsync(type, fields);
        Assert.True(answer.TryGetProperty("error", out var error), answer.ToString());
        return error;
    }

    /// <summary>The next message that comes.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using var document = JsonDocument.Parse(await Socket.Received.ReadAsync(late.Token));
        var message = document.RootElement.Clone();
        Assert.Null(Published.ProblemOfAnswer(asked.GetValueOrDefault(message.GetProperty("id").GetRawText()), message));
        return message;
    }

    public async Task LeaveAsync()
    {
        Socket.Send(FrameKind.Closed);
        await Session.WaitAsync(Patience);
    }

    // What is no request is answered by an error, whose schema is the same whatever was asked.
    private void Note(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id) && document.RootElement.TryGetProperty("type", out var type))
                asked[id.GetRawText()] = type.ToString();
        }
        catch (JsonException)
        {
            // Meant to be so.
        }
    }
}
