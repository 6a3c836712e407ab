using System.Text.Json;
using Gateway.Server.Tests.Harness;
using Gateway.Server.Tests.Requests.Orderflow;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests;

/// <summary>The examples of the pages, told to the server as they stand.</summary>
public sealed class PageExamplesTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Published.Repository, "protocol", "requests"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_example_is_understood_and_answered_in_the_form_that_it_shows(string page)
    {
        var lines = await ExampleAsync(page);
        var queries = new TestQueries { Summary = new QueryReply<AccountSummary>.Answered(new(new("DEFAULT"), AccountMode.Standard, 1, 0, 1, [], [], [], TestVenue.Noon)) };
        await using var gateway = await TestGateway.StartAsync(new("DEFAULT", "SECOND", "THIRD") { Queries = queries });
        await PrepareAsync(gateway, gateway.Connect());
        var client = gateway.Connect();

        Assert.Contains(lines, line => line.Json.TryGetProperty("type", out var type) && type.GetString() == page);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (sent, json) in lines)
        {
            var id = json.GetProperty("id").GetRawText();
            if (sent)
            {
                types[id] = json.GetProperty("type").GetString()!;
                Assert.Null(Published.ProblemOfRequest(types[id], json));
                var shown = lines.First(line => !line.Sent && line.Json.GetProperty("id").GetRawText() == id).Json;
                // What a venue makes of a question in its own terms only the venue knows: ours says what the page says.
                queries.Reply = CodeOf(shown) is null ? new QueryReply<object>.Answered("whatever") : new QueryReply<object>.Refused("says the page");

                var answer = await client.AskRawAsync(json.GetRawText());
                Assert.Equal(id, answer.GetProperty("id").GetRawText());
                Assert.True(CodeOf(shown) == CodeOf(answer), answer.ToString());
            }
            else
            {
                Assert.Null(Published.ProblemOfAnswer(types[id], json));
            }
        }
    }

    private static string? CodeOf(JsonElement answer) => answer.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    // The world in which the examples make sense: there are 17 orders, the last one acknowledged and partly filled.
    private static async Task PrepareAsync(TestGateway gateway, TestClient client)
    {
        for (var order = 1; order <= 17; order++)
            await client.PlaceAsync();
        gateway.Venue.Acknowledge(17);
        gateway.Venue.Fill(17, "875367183621115", 0.01m, 50_000);
        await client.ReachAsync(17, 13);
    }

    private static async Task<IReadOnlyList<(bool Sent, JsonElement Json)>> ExampleAsync(string page)
    {
        var text = await File.ReadAllLinesAsync(Path.Combine(Published.Repository, "protocol", "requests", $"{page}.md"), TestContext.Current.CancellationToken);
        return [.. text
            .Where(line => line.StartsWith("> {", StringComparison.Ordinal) || line.StartsWith("< {", StringComparison.Ordinal))
            .Select(line => (line[0] == '>', JsonElement.Parse(line[2..])))];
    }
}
