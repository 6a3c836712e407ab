using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gateway.Server.Sessions;
using Gateway.Venues;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Hyperliquid.Doctor;
using Gateway.Venues.Transport;

namespace Gateway.Server.Operations;

/// <summary>The venues of the configuration section <c>Venues</c>, and what they stand on: the only place that knows which there are.</summary>
internal sealed class ConfiguredVenues : IAsyncDisposable
{
    private readonly HyperliquidVenue hyperliquid;
    private readonly SocketsHttpHandler http;
    private readonly EmbeddedSimulator? simulator;
    private readonly HyperliquidOptions options;

    private ConfiguredVenues(HyperliquidVenue hyperliquid, SocketsHttpHandler http, EmbeddedSimulator? simulator, HyperliquidOptions options)
    {
        this.hyperliquid = hyperliquid;
        this.http = http;
        this.simulator = simulator;
        this.options = options;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<IVenue> Venues => [hyperliquid];

    /// <summary>What is traded on, in words.</summary>
    public string Description => simulator is null ? $"Hyperliquid {options.Network}" : "Hyperliquid, the embedded simulator: no network, no money";

    /// <summary>Whether the simulator inside the gateway is traded on.</summary>
    public bool IsEmbeddedSimulator => simulator is not null;

    /// <summary>Reads the configuration and starts the embedded simulator where nothing else is named.</summary>
    /// <exception cref="ValidationException">The configuration cannot work; the message says how it could.</exception>
    /// <exception cref="HyperliquidSetupException">An option has an impossible value.</exception>
    public static async Task<ConfiguredVenues> OpenAsync(IConfiguration configuration, ILoggerFactory loggers)
    {
        var configured = Read(configuration.GetSection("Venues:Hyperliquid"));
        var isElsewhere = configured.InfoUrl is not null || configured.ExchangeUrl is not null || configured.WebSocketUrl is not null;
        var embedded = configured.Network == HyperliquidNetwork.Simulator && !isElsewhere ? await EmbeddedSimulator.StartAsync(configured) : null;
        if (configured.Accounts.Count == 0)
        {
            throw new ValidationException(
                "Venues:Hyperliquid:Accounts names no account; give at least one: Venues:Hyperliquid:Accounts:<NAME>:Address and :KeyFile.");
        }

        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        return new(new(configured, new WebSocketDialer(), handler, TimeProvider.System, loggers, seed), handler, embedded, configured);
    }

    /// <summary>Looks at everything that could keep them from trading.</summary>
    public IAsyncEnumerable<Finding> ExamineAsync(CancellationToken cancellationToken) =>
        new HyperliquidExamination(options, new WebSocketDialer(), http, TimeProvider.System).RunAsync(cancellationToken);

    /// <summary>Sees to it that the well-known key opens nothing but simulators.</summary>
    /// <exception cref="ValidationException">It would.</exception>
    public void RefuseDemoKey(KeyRing keys)
    {
        if (options.Network != HyperliquidNetwork.Simulator && keys.HasDemoKey)
        {
            throw new ValidationException(
                $"The API key 'demo' is public and opens no gateway to {options.Network}: set Clients:<name>:KeySha256 to the SHA-256 of a key of your own.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        hyperliquid.Dispose();
        http.Dispose();
        if (simulator is not null)
            await simulator.DisposeAsync();
    }

    private static HyperliquidOptions Read(IConfigurationSection section)
    {
        try
        {
            return section.Get<HyperliquidOptions>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new ValidationException(StartFailure.WordsOf(unreadable) ?? $"{section.Path}: {unreadable.Message}", unreadable);
        }
    }
}
