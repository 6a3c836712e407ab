using Gateway.Server.Sessions;
using Microsoft.Extensions.Configuration;

namespace Gateway.Server.Tests.Sessions;

public sealed class DemoClientTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("Simulator", true)]
    [InlineData("simulator", true)]
    [InlineData("Testnet", false)]
    [InlineData("Mainnet", false)]
    public void Is_there_on_a_simulator_and_nowhere_else(string? network, bool isThere)
    {
        using var configuration = new ConfigurationManager();
        configuration["Venues:Hyperliquid:Network"] = network;

        configuration.AddDemoClient();

        Assert.Equal(isThere, configuration.GetSection("Clients:demo").Exists());
    }

    [Fact]
    public void Yields_to_what_the_operator_sets()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Clients:demo:Trader", "somebody")]);

        configuration.AddDemoClient();

        Assert.Equal("somebody", configuration["Clients:demo:Trader"]);
        Assert.Equal("demo", configuration["Clients:demo:Desk"]);
    }
}
