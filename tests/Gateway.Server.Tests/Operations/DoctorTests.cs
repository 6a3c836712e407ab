using Gateway.Server.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Server.Tests.Operations;

public sealed class DoctorTests
{
    private const string Address = "0x0000000000000000000000000000000000000001";

    [Fact]
    public async Task A_fresh_gateway_with_its_simulator_can_trade()
    {
        var (exit, lines) = await ExamineAsync();

        Assert.True(exit == 0, string.Join('\n', lines));
        Assert.Contains(lines, line => line.StartsWith("fine     DEFAULT role: ", StringComparison.Ordinal));
        Assert.Equal("Nothing keeps the gateway from trading.", lines[^1]);
    }

    [Fact]
    public async Task A_configuration_that_cannot_work_is_diagnosed()
    {
        var (exit, lines) = await ExamineAsync(("Network", "Testnet"));

        Assert.Equal(1, exit);
        Assert.StartsWith("problem  configuration: Venues:Hyperliquid:Accounts names no account", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_venue_that_is_not_there_is_a_line_with_its_cure()
    {
        var (exit, lines) = await ExamineAsync(
            ("InfoUrl", "http://127.0.0.1:1/"), ("WebSocketUrl", "ws://127.0.0.1:1/ws"), ("Accounts:MAIN:Address", Address), ("Accounts:MAIN:KeyFile", "/nowhere"));

        Assert.Equal(1, exit);
        Assert.Collection(
            lines,
            line => Assert.Matches("^problem  WebSocket 127.0.0.1: .* Cure: .*WebSocketUrl", line),
            line => Assert.Matches("^problem  info 127.0.0.1: .* Cure: .*InfoUrl", line),
            line => Assert.Matches("^problem  MAIN key: .* Cure: .*KeyFile", line),
            line => Assert.Equal("3 to be mended before the gateway can trade.", line));
    }

    [Theory]
    [InlineData(true, "doctor")]
    [InlineData(true, "doctor", "--Venues:Hyperliquid:Network=Testnet")]
    [InlineData(false)]
    [InlineData(false, "--urls", "doctor")]
    public void It_is_asked_for_by_the_first_argument(bool asked, params string[] args) => Assert.Equal(asked, Doctor.IsAskedFor(args));

    private static async Task<(int Exit, IReadOnlyList<string> Lines)> ExamineAsync(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create<string, string?>($"Venues:Hyperliquid:{setting.Name}", setting.Value))).Build();
        await using var output = new StringWriter();
        var exit = await Doctor.RunAsync(configuration, NullLoggerFactory.Instance, output, TestContext.Current.CancellationToken);
        return (exit, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
