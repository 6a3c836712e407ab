using Microsoft.Extensions.Configuration.Memory;

namespace Gateway.Server.Sessions;

/// <summary>
/// The client of first steps, with the key <c>demo</c>. It is there on a simulator and nowhere else, so that going to a real
/// network leaves nothing behind to be taken out first.
/// </summary>
internal static class DemoClient
{
    private const string Network = "Venues:Hyperliquid:Network";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        // The SHA-256 of "demo".
        ["Clients:demo:KeySha256"] = "2a97516c354b68848cdbd8f54a226a0a55b21ed138e207ad6c5cbb9c00aa5aea",
        ["Clients:demo:Trader"] = "demo",
        ["Clients:demo:Desk"] = "demo",
        ["Clients:demo:Accounts:0"] = "DEFAULT",
        ["Clients:demo:Permissions:0"] = nameof(Permissions.View),
        ["Clients:demo:Permissions:1"] = nameof(Permissions.Trade),
        ["Clients:demo:Permissions:2"] = nameof(Permissions.Risk),
    };

    /// <summary>Adds it below all other settings, so that each of its own can be changed like any other.</summary>
    public static void AddDemoClient(this IConfigurationManager configuration)
    {
        if (configuration[Network] is null or "" || string.Equals(configuration[Network], "Simulator", StringComparison.OrdinalIgnoreCase))
            configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Settings });
    }
}
