namespace Gateway.Conformance.Tests;

public sealed class ArgumentsTests
{
    [Fact]
    public void Have_defaults_for_the_gateway_as_it_starts() =>
        Assert.Equal("ws://127.0.0.1:8080/ws", Arguments.Parse([]).Endpoint.ToString());

    [Fact]
    public void Are_read()
    {
        var arguments = Arguments.Parse(
        [
            "--endpoint", "wss://example.org/ws", "--key", "k", "--view-key", "v", "--stranger-key", "s", "--set", "price=1=2",
            "--without", "trade", "--without", "spot", "--only", "orders/", "--only", "fills/", "--patience", "0.5", "--junit", "x.xml",
        ]);

        Assert.Equal("wss://example.org/ws", arguments.Endpoint.ToString());
        Assert.Equal(
            [("key", "k"), ("price", "1=2"), ("strangerKey", "s"), ("viewKey", "v")],
            arguments.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => (value.Key, value.Value)));
        Assert.Equal(["spot", "trade"], arguments.Without.Order(StringComparer.Ordinal));
        Assert.Equal(["orders/", "fills/"], arguments.Only);
        Assert.Equal(TimeSpan.FromSeconds(0.5), arguments.Patience);
        Assert.Equal("x.xml", arguments.Junit);
    }

    [Theory]
    [InlineData("--key")]
    [InlineData("--loud", "yes")]
    [InlineData("--set", "price")]
    [InlineData("--patience", "long")]
    [InlineData("--endpoint", "nowhere")]
    public void That_are_wrong_are_refused(params string[] words) => Assert.ThrowsAny<FormatException>(() => Arguments.Parse(words));

    [Theory]
    [InlineData(2, "--loud", "yes")]
    [InlineData(2, "--conversations", "/no/such/folder")]
    [InlineData(0, "--help")]
    public async Task The_exit_code_tells_what_happened(int code, params string[] words) => Assert.Equal(code, await Program.Main(words));

    [Fact]
    public async Task The_exit_code_tells_a_failed_conversation_from_a_passed_one()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(_ => ["""{"id":1,"response":5}"""]);
        var folder = Directory.CreateTempSubdirectory("conversations-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "variables.txt"), "key = demo\n", TestContext.Current.CancellationToken);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "area"));
            foreach (var answer in new[] { "5", "6" })
            {
                var text = $$"""
                    # Title.
                    > {"id": 1, "type": "Ask"}
                    < {"id": 1, "response": {{answer}}}
                    """;
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, "area", $"says_{answer}.txt"), text, TestContext.Current.CancellationToken);
            }

            string[] words = ["--endpoint", endpoint.Endpoint.ToString(), "--conversations", folder.FullName];

            Assert.Equal(0, await Program.Main([.. words, "--only", "area/says_5"]));
            Assert.Equal(1, await Program.Main(words));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
