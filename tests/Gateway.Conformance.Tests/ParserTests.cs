using Gateway.Conformance.Lines;

namespace Gateway.Conformance.Tests;

public sealed class ParserTests
{
    [Fact]
    public void Reads_title_needs_and_lines()
    {
        var conversation = Conversation.Parse(
            "area/name",
            """
            # The title.
            # A remark.
            ?requires trade, view key

            A connect key=$viewKey
            A> {"id": 1,
              "type": "GetOrderState"}
            A< {"id": 1}
            < {"id": 2}
            ! restart gateway
            """);

        Assert.Equal("The title.", conversation.Title);
        Assert.Equal(["trade", "view key"], conversation.Requires);
        Assert.Equal(
            [
                new Connect(5, "A", "key=$viewKey"),
                new Send(6, "A", """{"id": 1, "type": "GetOrderState"}"""),
                new Expect(8, "A", """{"id": 1}"""),
                new Expect(9, "", """{"id": 2}"""),
                new Direct(10, "restart gateway"),
            ],
            conversation.Lines);
    }

    [Theory]
    [InlineData(">times 3 {\"id\": $n}", typeof(Send))]
    [InlineData(">pad 100 {\"id\": 1}", typeof(Send))]
    [InlineData("B>split 3 {\"id\": 1}", typeof(Send))]
    [InlineData(">raw [1]", typeof(SendFrame))]
    [InlineData(">raw", typeof(SendFrame))]
    [InlineData(">hex 00ff", typeof(SendFrame))]
    [InlineData(">binary 00", typeof(SendFrame))]
    [InlineData(">repeat 70000 x", typeof(SendFrame))]
    [InlineData("<exact {}", typeof(Expect))]
    [InlineData("<times 3 {\"id\": $n}", typeof(Expect))]
    [InlineData("B<~ {}", typeof(ExpectEventually))]
    [InlineData("B never< {}", typeof(Never))]
    [InlineData("never< {}", typeof(Never))]
    [InlineData("close", typeof(Close))]
    [InlineData("B drop", typeof(Drop))]
    [InlineData("B closed 1009", typeof(Closed))]
    [InlineData("wait 45", typeof(Wait))]
    [InlineData("B pause", typeof(Pause))]
    [InlineData("resume", typeof(Pause))]
    public void Knows(string line, Type kind) => Assert.IsType(kind, Conversation.Parse("x", $"# T.\n{line}").Lines.Single());

    [Theory]
    [InlineData("# T.\n> {\"id\": 1", "line 2")]
    [InlineData("# T.\n> [1]", ">raw")]
    [InlineData("# T.\n>repeat x 3", "A number")]
    [InlineData("# T.\n< {\"id\": 1, <int>}", "wildcard expected")]
    [InlineData("# T.\n<~ {\"id\": <whole>}", "<whole>")]
    [InlineData("# T.\nshout loud", "'shout'")]
    [InlineData("# T.\n>shout loud", "'>shout'")]
    [InlineData("# T.\n>hex 0", "line 2")]
    [InlineData("# T.\nclosed often", "line 2")]
    [InlineData("# T.\n(nothing)", "line 2")]
    [InlineData("> {\"id\": 1}", "title")]
    [InlineData("# T.", "nothing is said")]
    public void Says_what_is_wrong_and_where(string text, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => Conversation.Parse("x", text)).Message, StringComparison.Ordinal);
}
