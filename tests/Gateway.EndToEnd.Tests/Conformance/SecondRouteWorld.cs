using Gateway.Conformance;
using Gateway.Conformance.Schemas;
using Gateway.EndToEnd.Tests.Harness;
using Gateway.EndToEnd.Tests.House;

namespace Gateway.EndToEnd.Tests.Conformance;

/// <summary>A gateway with route HYPERETH: one account that has both routes, one without a wallet, one without a key.</summary>
public sealed class SecondRouteWorld : IWorld, IAsyncLifetime
{
    private World? world;

    /// <summary>Holds the conversations with this world's gateway.</summary>
    public Runner Runner => field ??= new Runner(
        this,
        new Settings
        {
            Values = Settings.Read(Path.Combine(SimulatedVenueWorld.Folder, "variables.txt"))
                .SetItem("key", World.Key)
                .SetItem("second_route", "HYPERETH")
                .SetItem("second_market", World.BitcoinByIntent)
                .SetItem("walletless_account", World.Other)
                .SetItem("keyless_account", World.Keyless),
            Inspect = PublishedSchemas.ReadAll(Repository.PathOf("protocol", "schemas")).ProblemOf,
            Patience = TimeSpan.FromSeconds(20),
        },
        TimeProvider.System);

    /// <inheritdoc/>
    public Uri Endpoint => world!.Gateway.WebSocketAddress;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => world = await World.StartAsync(
        robots: true, [World.KeylessAtVenue], TestContext.Current.CancellationToken, [World.HyperEth, .. World.WithKeyless]);

    /// <inheritdoc/>
    public bool Offers(string directive) => false;

    /// <inheritdoc/>
    public Task PerformAsync(string directive, CancellationToken cancellationToken) => throw new NotSupportedException(directive);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (world is not null)
            await world.DisposeAsync();
    }
}
