using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Halts;

public sealed class ResumeTests
{
    [Fact]
    public async Task Ends_exactly_the_halt_that_it_names()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.ResponseAsync("Halt", """ "halt":{"type":"Account","value":"DEFAULT"} """);

        var error = await client.ErrorAsync("Resume", """ "resume":"Global" """);

        Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
        Assert.Equal("Global is not halted; in force are Account DEFAULT.", error.GetProperty("details").GetProperty("resume")[0].GetString());
        await client.ResponseAsync("Resume", """ "resume":{"type":"Account","value":"DEFAULT"} """);
        Assert.Equal(0, (await client.ResponseAsync("GetHalts")).GetArrayLength());
    }
}
