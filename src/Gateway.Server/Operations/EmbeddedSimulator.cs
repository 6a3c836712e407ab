using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid;
using Hyperliquid.Simulator;

namespace Gateway.Server.Operations;

/// <summary>
/// A Hyperliquid inside the gateway, for first steps: books that are quoted, and one funded account, <c>DEFAULT</c>, whose keys
/// are made for this run and kept nowhere.
/// </summary>
internal sealed class EmbeddedSimulator : IAsyncDisposable
{
    private readonly SimulatorHost host;

    private EmbeddedSimulator(SimulatorHost host) => this.host = host;

    /// <summary>Starts it, and points the options at it.</summary>
    /// <exception cref="ValidationException">Accounts are configured, which it does not have.</exception>
    public static async Task<EmbeddedSimulator> StartAsync(HyperliquidOptions options)
    {
        if (options.Accounts.Count > 0)
        {
            throw new ValidationException(
                "The embedded simulator makes its own account; remove Venues:Hyperliquid:Accounts, or name another simulator with Venues:Hyperliquid:WebSocketUrl and InfoUrl.");
        }

        var simulator = new EmbeddedSimulator(await SimulatorHost.StartAsync(new() { Robots = true }, CancellationToken.None));
        options.InfoUrl = options.ExchangeUrl = simulator.host.BaseUrl;
        options.WebSocketUrl = simulator.host.WebSocketUrl;
        // It enforces no limits.
        options.RateBudgets ??= false;
        options.Accounts["DEFAULT"] = await simulator.OpenAccountAsync();
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<HyperliquidAccountOptions> OpenAccountAsync()
    {
        var agentKey = DrawKey();
        using var agent = PrivateKey.Parse(agentKey);
        using var master = PrivateKey.Parse(DrawKey());
        using var http = new HttpClient { BaseAddress = host.BaseUrl };
        using var answer = await http.PostAsJsonAsync(new Uri("/sim/accounts", UriKind.Relative), new
        {
            address = master.Address.ToString(),
            usdc = "1000000",
            spot = new Dictionary<string, string>(StringComparer.Ordinal) { ["USDC"] = "1000000" },
            agents = new[] { new { address = agent.Address.ToString(), name = "gateway" } },
        });
        answer.EnsureSuccessStatusCode();
        return new() { Address = master.Address.ToString(), Key = agentKey };
    }

    private static string DrawKey() => "0x" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
