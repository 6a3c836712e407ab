using System.ComponentModel.DataAnnotations;
using Gateway.Server.Operations;
using Gateway.Server.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Server.Tests.Operations;

public sealed class ConfiguredVenuesTests
{
    private const string Address = "0x0000000000000000000000000000000000000001";
    private const string DemoHash = "2a97516c354b68848cdbd8f54a226a0a55b21ed138e207ad6c5cbb9c00aa5aea";

    [Theory]
    [InlineData("Testnet")]
    [InlineData("Mainnet")]
    public async Task The_demo_key_opens_nothing_but_simulators(string network)
    {
        await using var venues = await OpenAsync(("Network", network), ("Accounts:MAIN:Address", Address), ("Accounts:MAIN:KeyFile", "/nowhere"));
        var keys = new KeyRing(new Dictionary<string, ClientOptions> { ["somebody"] = new() { KeySha256 = DemoHash } });

        Assert.Contains("public", Assert.Throws<ValidationException>(() => venues.RefuseDemoKey(keys)).Message, StringComparison.Ordinal);
        Assert.False(venues.IsEmbeddedSimulator);
    }

    [Fact]
    public async Task The_embedded_simulator_brings_its_own_funded_account()
    {
        await using var venues = await OpenAsync();

        Assert.True(venues.IsEmbeddedSimulator);
        Assert.Equal(["DEFAULT"], venues.Venues.Single().Accounts.Select(account => account.Value));
    }

    [Fact]
    public async Task The_embedded_simulator_has_no_other_accounts() =>
        Assert.Contains(
            "makes its own account",
            (await Assert.ThrowsAsync<ValidationException>(() => OpenAsync(("Accounts:MAIN:Address", Address)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_real_network_needs_an_account() =>
        Assert.Contains(
            "names no account", (await Assert.ThrowsAsync<ValidationException>(() => OpenAsync(("Network", "Testnet")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_network_is_said_so() =>
        Assert.Contains(
            "Venues:Hyperliquid", (await Assert.ThrowsAsync<ValidationException>(() => OpenAsync(("Network", "Moon")))).Message, StringComparison.Ordinal);

    private static Task<ConfiguredVenues> OpenAsync(params (string Name, string Value)[] settings) => ConfiguredVenues.OpenAsync(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create<string, string?>($"Venues:Hyperliquid:{setting.Name}", setting.Value))).Build(),
        NullLoggerFactory.Instance);
}
