using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Torture.Tests.Network;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Clients;

/// <summary>
/// Somebody with a key, who speaks the published protocol over connections that come and go, and follows all orders that the
/// key may see, resuming after the last update seen.
/// </summary>
internal sealed class Customer(World world, string name, IReadOnlyList<string> accounts)
{
    // Twice the longest way of a frame, and the time of a slow disk.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<long, TaskCompletionSource<JsonElement?>> unanswered = [];
    private readonly List<Heard> updates = [];
    private Line? line;
    private GatewayProcess? gateway;
    private long lastId;
    private long stream;

    public string Name => name;

    /// <summary>What its key may use and see.</summary>
    public IReadOnlyList<string> Accounts => accounts;

    /// <summary>Everything it was told of orders, in order.</summary>
    public IReadOnlyList<Heard> Updates => updates;

    /// <summary>Connects with a gateway and resumes.</summary>
    public void Connect(GatewayProcess to)
    {
        GiveUp();
        gateway = to;
        line = new Line(world, to, this);
        to.Serve(line, name);
        stream = lastId + 1;
        _ = SayAsync(new JsonObject { ["type"] = "SubscribeOrderState", ["after"] = updates.Count == 0 ? 0 : updates[^1].Sequence });
    }

    /// <summary>Loses its connection with whatever was on the way; it comes back.</summary>
    public void Leave() => line?.Break();

    /// <summary>Asks what is to be answered soon.</summary>
    /// <returns>The answer; null: there is no connection, or it was lost before one came.</returns>
    public Task<JsonElement?> AskAsync(JsonObject request)
    {
        var over = line;
        var asked = SayAsync(request);
        world.Timeline.After(Patience, world.Clients, () =>
        {
            if (!asked.IsCompleted && line == over)
                world.Violated("a request was not answered", request.ToJsonString());
        });
        return asked;
    }

    /// <summary>Something arrives.</summary>
    public void Hear(Line from, string frame)
    {
        if (from != line)
            return;
        world.Tell($"{name} receives {frame}");
        using var message = JsonDocument.Parse(frame);
        var id = message.RootElement.GetProperty("id").GetInt64();
        if (unanswered.Remove(id, out var answer))
            answer.SetResult(message.RootElement.Clone());
        else if (id != stream)
            world.Violated("an answer came twice or to nothing", frame);
        if (id == stream)
            HearUpdates(message.RootElement);
    }

    /// <summary>The connection has broken.</summary>
    public void Lose(Line lost)
    {
        if (lost != line)
            return;
        line = null;
        GiveUp();
        world.Timeline.After(world.Weather.Drawn(TimeSpan.FromSeconds(1)), world.Clients, () =>
        {
            if (line is null && gateway is { IsDead: false } back)
                Connect(back);
        });
    }

    private Task<JsonElement?> SayAsync(JsonObject request)
    {
        if (line is null)
            return Task.FromResult<JsonElement?>(null);
        var id = ++lastId;
        var answer = new TaskCompletionSource<JsonElement?>(TaskCreationOptions.RunContinuationsAsynchronously);
        unanswered.Add(id, answer);
        request["id"] = id;
        line.Say(request.ToJsonString());
        return answer.Task;
    }

    private void GiveUp()
    {
        foreach (var answer in unanswered.Values)
            answer.SetResult(null);
        unanswered.Clear();
    }

    private void HearUpdates(JsonElement message)
    {
        if (!message.TryGetProperty("response", out var batch))
        {
            // A gateway that stops says so.
            if (message.GetProperty("error").GetProperty("code").GetString() != "Overloaded")
                world.Violated("a resumption was refused", message.GetRawText());
            return;
        }

        foreach (var update in batch.EnumerateArray().Select(Heard.Read))
        {
            if (updates.Count > 0 && update.Sequence <= updates[^1].Sequence)
                world.Violated("an update came twice or out of order", update.ToString());
            updates.Add(update);
        }
    }
}
