using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Limits;

public sealed class GetGlobalLimitsTests
{
    private const string All = """ "limits":["MaxPriceDeviation","FillRecencyThreshold","FillRetireThreshold","OutRetireThreshold","NotOutThreshold"] """;

    [Fact]
    public async Task Says_what_holds_by_default_and_what_is_set()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        Assert.Equal(
            """[{"type":"MaxPriceDeviation","value":"0.5"},{"type":"FillRecencyThreshold","value":300},{"type":"FillRetireThreshold","value":86400},{"type":"OutRetireThreshold","value":60},{"type":"NotOutThreshold","value":30}]""",
            (await client.ResponseAsync("GetGlobalLimits", All)).GetRawText());

        await client.ResponseAsync("SetLimits", """
            "limits":[{"type":"MaxPriceDeviation","value":0.05},{"type":"FillRecencyThreshold","value":1.5},{"type":"NotOutThreshold","value":10},{"type":"NotOutThreshold","value":null}]
            """);

        Assert.Equal(
            """[{"type":"MaxPriceDeviation","value":"0.05"},{"type":"FillRecencyThreshold","value":1.5},{"type":"NotOutThreshold","value":30}]""",
            (await client.ResponseAsync("GetGlobalLimits", """ "limits":["MaxPriceDeviation","FillRecencyThreshold","NotOutThreshold"] """)).GetRawText());
    }

    [Fact]
    public async Task A_name_that_is_not_global_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("GetGlobalLimits", """ "limits":["MaxOpen"] """);

        Assert.Contains("GetLimits reads them", error.GetProperty("details").GetProperty("limits")[0].GetString(), StringComparison.Ordinal);
    }
}
