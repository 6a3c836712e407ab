using System.Text.Json;
using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

/// <summary>A venue as slow as the real one, which weighs what it is sent, and sees how long each cancel waited.</summary>
internal sealed class Weighbridge(VenueWorld world)
{
    private readonly List<(DateTimeOffset At, int Weight)> spent = [];
    private readonly Dictionary<long, DateTimeOffset> asked = [];
    private readonly List<TimeSpan> waits = [];
    private readonly Queue<(DateTimeOffset At, JsonElement Post)> answers = [];
    private int framesSeen;
    private int questionsSeen;
    private int newsHeard;

    /// <summary>How long each cancel that has left, or was made needless, had waited.</summary>
    public IReadOnlyList<TimeSpan> Waits => waits;

    /// <summary>When each cancel was asked for that still waits.</summary>
    public IReadOnlyCollection<DateTimeOffset> Waiting => asked.Values;

    /// <summary>Asks for a cancel.</summary>
    public void Cancel(AccountName account, long number, bool byNumber = true)
    {
        asked[number] = world.Clock.GetUtcNow();
        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(account, world.Live(number, byNumber ? $"{number}" : null))));
        world.Run();
    }

    /// <summary>Weighs what has left since, and answers what left 0.4 s ago.</summary>
    public void Watch()
    {
        var now = world.Clock.GetUtcNow();
        for (; framesSeen < world.Orders.Sent.Count; framesSeen++)
        {
            var frame = TestData.Json(world.Orders.Sent[framesSeen]);
            if (frame.GetProperty("method").GetString() != "post")
                continue;
            var action = frame.GetProperty("request").GetProperty("payload").GetProperty("action");
            var isCancel = action.TryGetProperty("cancels", out var items);
            if (!isCancel)
                items = action.GetProperty("orders");
            spent.Add((now, 1 + (items.GetArrayLength() / 40)));
            foreach (var number in isCancel ? items.EnumerateArray().Select(NumberOf) : [])
                waits.Add(asked.Remove(number, out var at) ? now - at : throw new InvalidOperationException($"{number} is canceled twice."));
            answers.Enqueue((now + TimeSpan.FromMilliseconds(400), frame));
        }

        // An order that still waited here is canceled without leaving.
        for (; newsHeard < world.Heard.Count; newsHeard++)
        {
            if (world.Heard[newsHeard] is VenueEvent.OrderDone done && asked.Remove(done.Order.Value, out var at))
                waits.Add(now - at);
        }

        for (; questionsSeen < world.Info.Requests.Count; questionsSeen++)
            spent.Add((now, InfoWeight.Of(world.Info.Requests[questionsSeen].GetProperty("type").GetString()!)));
        while (answers.TryPeek(out var due) && due.At <= now)
            Answer(answers.Dequeue().Post);
    }

    private static long NumberOf(JsonElement cancel) => cancel.TryGetProperty("o", out var number)
        ? number.GetInt64()
        : Cloid.TryRead(cancel.GetProperty("cloid").GetString(), VenueWorld.Instance, out var leg) ? leg.Order.Value : throw new InvalidOperationException($"{cancel}");

    private void Answer(JsonElement post)
    {
        var action = post.GetProperty("request").GetProperty("payload").GetProperty("action");
        var statuses = action.TryGetProperty("cancels", out var cancels)
            ? cancels.EnumerateArray().Select(_ => "\"success\"")
            : action.GetProperty("orders").EnumerateArray().Select(_ => """{"resting":{"oid":1}}""");
        world.Answer(post, $$$$"""{"status":"ok","response":{"type":"order","data":{"statuses":[{{{{string.Join(',', statuses)}}}}]}}}""");
    }

    /// <summary>The most weight that any minute has seen.</summary>
    public int MostInAMinute()
    {
        var (most, sum, oldest) = (0, 0, 0);
        foreach (var (at, weight) in spent)
        {
            sum += weight;
            while (spent[oldest].At <= at.AddMinutes(-1))
                sum -= spent[oldest++].Weight;
            most = Math.Max(most, sum);
        }

        return most;
    }
}
