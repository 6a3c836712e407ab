using System.Text;
using System.Text.Json;
using Gateway.Server.Sockets;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests;

public sealed class RandomRequestsTests
{
    private const int Batch = 50;
    private static readonly string[] Streams = ["SubscribeOrderState", "SubscribeAlerts"];

    /// <summary>
    /// In ten runs of a thousand. Whatever comes is answered once, in the form that is published, and never with a defect; what the
    /// schemas call right is understood.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_thousand_requests_are_answered_once_each_and_the_server_stays_up(int seed)
    {
        await using var gateway = await TestGateway.StartAsync(new("DEFAULT", "SECOND", "THIRD") { Queries = new TestQueries() });
        var client = gateway.Connect();
        var random = new Random(seed);
        var requests = new RandomRequests(seed);
        var subscriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var first = 1; first <= 1000; first += Batch)
        {
            var sent = new Dictionary<string, string>(StringComparer.Ordinal);
            var right = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var id = first; id < first + Batch; id++)
            {
                var kind = random.Next(10);
                if (kind == 8 && id % 7 == 0)
                {
                    client.Socket.Send(FrameKind.Binary);
                    continue;
                }

                var (type, text) = kind < 7 ? requests.Valid(id) : ("", kind == 9 ? requests.Hostile(id) : requests.Mutated(id));
                if (kind < 7)
                    right.Add($"{id}", type);
                sent.Add($"{id}", Encoding.UTF8.GetString(text));
                client.Socket.Send(text);
            }

            var answered = new HashSet<string>(StringComparer.Ordinal);
            for (var answers = 0; answers < Batch;)
            {
                var message = await client.NextAsync();
                var id = message.GetProperty("id").GetRawText();
                if (subscriptions.TryGetValue(id, out var stream))
                {
                    Assert.Null(Published.ProblemOfAnswer(stream, message));
                    continue;
                }

                answers++;
                Assert.True(id == "null" || answered.Add(id), $"{id} was answered twice.");
                var code = message.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString()! : "done";
                codes[code] = codes.GetValueOrDefault(code) + 1;
                Assert.NotEqual("Internal", code);
                if (code == "done" && Streams.FirstOrDefault(name => sent[id].Contains($"\"{name}\"", StringComparison.Ordinal)) is { } began)
                    subscriptions.Add(id, began);
                if (!right.TryGetValue(id, out var type))
                    continue;
                Assert.Null(Published.ProblemOfRequest(type, JsonElement.Parse(sent[id])));
                Assert.Null(Published.ProblemOfAnswer(type, message));
                Assert.DoesNotContain(code, new[] { "MalformedMessage", "UnknownRequestType", "NotSupported" });
            }
        }

        Assert.Equal(1000, codes.Values.Sum());
        Assert.Superset(new HashSet<string>(["done", "MalformedMessage", "UnknownRequestType", "InvalidRequest", "UnknownAccount"], StringComparer.Ordinal), codes.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.True(codes["done"] > 200, $"Only {codes["done"]} requests were done: the others prove little.");
        await gateway.Connect().ResponseAsync("Unsubscribe");
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];
}
