using System.Collections.Immutable;

namespace Gateway.Conformance.Tests;

public sealed class RunnerTests
{
    private const string Ask = "> {\"id\": 1, \"type\": \"Ask\"}\n";

    // Long enough for a busy machine to connect, short enough to wait for what never comes.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task The_expected_answer_passes() =>
        Assert.IsType<Outcome.Passed>(await HoldAsync(Ask + "< {\"id\": 1, \"response\": 5}", """{"id":1,"response":5}"""));

    [Fact]
    public async Task A_wrong_answer_fails_and_shows_both()
    {
        var failure = await FailAsync(Ask + "< {\"id\": 1, \"response\": 5}", """{"id":1,"response":6}""");

        Assert.Equal(3, failure.Line);
        Assert.Equal("$.response: 5 expected, 6 received.", failure.Problem);
        Assert.Equal("""{"id": 1, "response": 5}""", failure.Expected);
        Assert.Equal("""{"id":1,"response":6}""", failure.Received);
    }

    [Fact]
    public async Task A_missing_answer_fails()
    {
        var failure = await FailAsync(Ask + "< {\"id\": 1}");

        Assert.Equal(3, failure.Line);
        Assert.Equal("No answer came in time.", failure.Problem);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1.0")]
    [InlineData("null")]
    public async Task An_id_of_another_type_fails_and_is_shown(string id)
    {
        var failure = await FailAsync(Ask + "< {\"id\": 1, \"response\": 5}", $$"""{"id":{{id}},"response":5}""");

        Assert.Equal("No answer with this id came in time, but others did.", failure.Problem);
        Assert.Equal($$"""{"id":{{id}},"response":5}""", failure.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("close")]
    public async Task An_extra_answer_fails_at_the_end_and_before_a_goodbye(string end)
    {
        var failure = await FailAsync(Ask + "< {\"id\": 1, \"response\": 5}\n" + end, """{"id":1,"response":5}""", """{"id":1,"response":5}""");

        Assert.Equal("A message came that no line expects.", failure.Problem);
    }

    [Fact]
    public async Task An_answer_that_no_line_expects_fails() =>
        Assert.Equal("A message came that no line expects.", (await FailAsync(Ask, """{"id":1,"response":5}""")).Problem);

    [Fact]
    public async Task Updates_of_a_subscription_may_be_left_unread() =>
        Assert.IsType<Outcome.Passed>(await HoldAsync(
            "> {\"id\": 1, \"type\": \"SubscribeThings\"}\n< {\"id\": 1, \"response\": [1]}",
            """{"id":1,"response":[1]}""",
            """{"id":1,"response":[2]}"""));

    [Fact]
    public async Task Updates_are_looked_at_one_by_one_but_a_snapshot_as_a_whole() =>
        Assert.IsType<Outcome.Passed>(await HoldAsync(
            "> {\"id\": 1, \"type\": \"SubscribeThings\"}\n< {\"id\": 1, \"response\": [1, 2]}\n<~ {\"id\": 1, \"response\": [4]}\n< {\"id\": 1, \"response\": [5]}",
            """{"id":1,"response":[1,2]}""",
            """{"id":1,"response":[3,4,5]}"""));

    [Fact]
    public async Task A_replay_is_looked_at_one_by_one_too() =>
        Assert.IsType<Outcome.Passed>(await HoldAsync(
            "> {\"id\": 1, \"type\": \"SubscribeThings\", \"after\": 7}\n< {\"id\": 1, \"response\": [8]}\n< {\"id\": 1, \"response\": [9]}",
            """{"id":1,"response":[8,9]}"""));

    [Fact]
    public async Task Alternatives_of_one_id_are_about_that_request() =>
        Assert.IsType<Outcome.Passed>(await HoldAsync(
            Ask + "< {\"id\": 1, \"error\": {}} | {\"id\": 1, \"response\": 5}\n< {\"id\": 2}", """{"id":2,"response":1}""", """{"id":1,"response":5}"""));

    [Fact]
    public async Task Never_finds_what_must_not_come()
    {
        const string Text = "> {\"id\": 1, \"type\": \"SubscribeThings\"}\n< {\"id\": 1, \"response\": [1]}\nnever< {\"id\": 1, \"response\": [2]}";

        Assert.IsType<Outcome.Passed>(await HoldAsync(Text, """{"id":1,"response":[1]}"""));
        Assert.Equal("This must not come.", (await FailAsync(Text, """{"id":1,"response":[1]}""", """{"id":1,"response":[2]}""")).Problem);
    }

    [Fact]
    public async Task Eventually_skips_messages_of_its_id_only()
    {
        const string Text = Ask + "<~ {\"id\": 1, \"response\": 7}\n< {\"id\": 2, \"response\": 8}";

        Assert.IsType<Outcome.Passed>(await HoldAsync(
            Text, """{"id":1,"response":5}""", """{"id":2,"response":8}""", """{"id":1,"response":7}"""));
        Assert.Equal(
            """{"id":1,"response":5}""", (await FailAsync(Text, """{"id":1,"response":5}""", """{"id":2,"response":8}""")).Received);
    }

    [Fact]
    public async Task Answers_are_matched_by_id_whatever_their_order() =>
        Assert.IsType<Outcome.Passed>(await HoldAsync(
            Ask + "< {\"id\": 1, \"response\": 5}\n< {\"id\": \"1\", \"response\": 6}", """{"id":"1","response":6}""", """{"id":1,"response":5}"""));

    [Fact]
    public async Task Captures_are_used_in_later_lines()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(
            request => [request.Contains("\"id\": 1", StringComparison.Ordinal) ? """{"id":1,"response":42}""" : $$"""{"id":2,"response":"{{request.Contains("[42]")}}"}"""]);

        Assert.IsType<Outcome.Passed>(await HoldAsync(
            endpoint, Ask + "< {\"id\": 1, \"response\": <$order:int>}\n> {\"id\": 2, \"orders\": [$order]}\n< {\"id\": 2, \"response\": \"True\"}"));
    }

    [Fact]
    public async Task A_close_must_have_the_expected_code()
    {
        Assert.IsType<Outcome.Passed>(await HoldAsync(Ask + "closed 1009", "close 1009"));
        Assert.Equal("closed with 1009", (await FailAsync(Ask + "closed 1013", "close 1009")).Received);
        Assert.Equal("still open", (await FailAsync(Ask + "closed 1013")).Received);
    }

    [Fact]
    public async Task A_close_instead_of_an_answer_is_named() =>
        Assert.Equal("The connection was closed with 1011 before the answer.", (await FailAsync(Ask + "< {\"id\": 1}", "close 1011")).Problem);

    [Theory]
    [InlineData("[1]", "a message that is not an object came: [1]")]
    [InlineData("{", "a message that is not JSON came")]
    public async Task A_message_that_is_no_object_is_named(string answer, string said) =>
        Assert.Contains(said, (await FailAsync(Ask + "< {\"id\": 1}", answer)).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task A_refused_upgrade_must_be_expected()
    {
        Assert.IsType<Outcome.Passed>(await HoldAsync("A connect key=wrong expect=401"));
        Assert.Equal("HTTP 401", (await FailAsync("A connect key=wrong")).Received);
        Assert.Equal("HTTP 101", (await FailAsync("A connect expect=401")).Received);
    }

    [Fact]
    public async Task Many_requests_are_sent_and_answered_one_by_one()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(request => [request.Replace("\"type\"", "\"response\"", StringComparison.Ordinal)]);

        Assert.IsType<Outcome.Passed>(await HoldAsync(endpoint, ">times 50 {\"id\": $n, \"type\": \"x$n\"}\n<times 50 {\"id\": $n, \"response\": \"x$n\"}"));
    }

    [Fact]
    public async Task Padding_and_fragments_do_not_change_the_message()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(request => [$$"""{"id":1,"response":{{request.Length}}}"""]);

        Assert.IsType<Outcome.Passed>(await HoldAsync(
            endpoint, ">pad 70000 {\"id\": 1}\n< {\"id\": 1, \"response\": 70000}\n>split 3 {\"id\": 1, \"a\": 5}\n< {\"id\": 1, \"response\": 17}"));
    }

    [Fact]
    public async Task Orders_are_canceled_and_out_when_the_conversation_is_over()
    {
        var looks = 0;
        await using var endpoint = await ScriptedEndpoint.StartAsync(request => [Answer(request)]);

        await HoldAsync(endpoint, "> {\"id\": 1, \"type\": \"SendLimitOrder\"}\n< {\"id\": 1, \"response\": 42}");

        Assert.Contains("\"type\":\"CancelOrder\",\"order_id\":42", string.Concat(endpoint.Received), StringComparison.Ordinal);
        Assert.Equal(2, looks);

        string Answer(string request) => request switch
        {
            _ when request.Contains("CancelOrder", StringComparison.Ordinal) => """{"id":"cancel-42","response":null}""",
            _ when request.Contains("GetOrderState", StringComparison.Ordinal) =>
                $$"""{"id":"look-{{looks}}","response":[{{(looks++ == 0 ? 21 : 100)}}]}""",
            _ => """{"id":1,"response":42}""",
        };
    }

    [Fact]
    public async Task What_the_world_does_not_offer_is_skipped_with_the_reason()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(_ => []);

        Assert.Equal("not possible here: restart gateway", ((Outcome.Skipped)await HoldAsync(endpoint, "! restart gateway")).Reason);
        Assert.Equal("requires view key", ((Outcome.Skipped)await HoldAsync(endpoint, "?requires view key\nconnect")).Reason);
        Assert.Equal("requires trade", ((Outcome.Skipped)await HoldAsync(endpoint, "?requires trade\nconnect")).Reason);
        Assert.Equal("requires patience", ((Outcome.Skipped)await HoldAsync(endpoint, "?requires patience\nconnect")).Reason);
        Assert.IsType<Outcome.Passed>(await HoldAsync(endpoint, "! sim price $key"));
        Assert.Equal(["sim price demo"], endpoint.Performed);
    }

    [Fact]
    public async Task Every_message_can_be_inspected_with_the_request_that_it_answers()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(_ => ["""{"id":1,"response":5}"""]);
        var settings = Settings() with
        {
            Inspect = (type, message) => type == "Ask" ? $"{type} is not answered so: {message.GetProperty("response")}." : null,
        };

        var outcome = await new Runner(endpoint, settings, TimeProvider.System)
            .RunAsync(Conversation.Parse("x", $"# T.\n{Ask}< {{\"id\": 1}}"), TestContext.Current.CancellationToken);

        Assert.Equal("Ask is not answered so: 5.", Assert.IsType<Outcome.Failed>(outcome).Problem);
    }

    [Fact]
    public async Task What_a_failed_conversation_has_done_to_the_world_is_undone()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(_ => ["""{"id":1,"response":6}"""]);

        var outcome = await HoldAsync(endpoint, "! sim takes away\n" + Ask + "< {\"id\": 1, \"response\": 5}\n! sim gives back");

        Assert.IsType<Outcome.Failed>(outcome);
        Assert.Equal(["sim takes away", "sim gives back"], endpoint.Performed);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_a_failure_with_its_address()
    {
        var runner = new Runner(new ForeignWorld(new Uri("ws://127.0.0.1:1/ws")), Settings(), TimeProvider.System);

        var outcome = await runner.RunAsync(Conversation.Parse("x", "# T.\nconnect"), TestContext.Current.CancellationToken);

        Assert.Contains("ws://127.0.0.1:1/ws", ((Outcome.Failed)outcome).Problem, StringComparison.Ordinal);
    }

    private static async Task<Outcome.Failed> FailAsync(string text, params string[] answers)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(_ => answers);
        return Assert.IsType<Outcome.Failed>(await HoldAsync(endpoint, text, Short));
    }

    private static async Task<Outcome> HoldAsync(string text, params string[] answers)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(_ => answers);
        return await HoldAsync(endpoint, text);
    }

    private static Task<Outcome> HoldAsync(ScriptedEndpoint endpoint, string text, TimeSpan? patience = null) =>
        new Runner(endpoint, Settings(patience), TimeProvider.System)
            .RunAsync(Conversation.Parse("area/name", $"# Title.\n{text}"), TestContext.Current.CancellationToken);

    private static Settings Settings(TimeSpan? patience = null) => new()
    {
        Values = ImmutableDictionary<string, string>.Empty.Add("key", "demo"),
        Without = ["trade"],
        Patience = patience ?? TimeSpan.FromSeconds(30),
    };
}
