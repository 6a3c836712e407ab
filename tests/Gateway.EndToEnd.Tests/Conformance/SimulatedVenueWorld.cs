using System.Security.Cryptography;
using System.Text;
using Gateway.Conformance;
using Gateway.Conformance.Schemas;
using Gateway.EndToEnd.Tests.Harness;
using Gateway.EndToEnd.Tests.House;

namespace Gateway.EndToEnd.Tests.Conformance;

/// <summary>One gateway process on one simulator for all conversations, and what their lines starting with ! do to them.</summary>
public sealed class SimulatedVenueWorld : IWorld, IAsyncLifetime
{
    private const string ViewKey = "conformance-view-key";
    private const string StrangerKey = "conformance-stranger-key";

    private World? world;
    private Participant? participant;

    /// <summary>The published conversations.</summary>
    public static string Folder { get; } = Repository.PathOf("protocol", "conversations");

    /// <summary>Holds the conversations with this world's gateway.</summary>
    public Runner Runner => field ??= new Runner(
        this,
        new Settings
        {
            Values = Settings.Read(Path.Combine(Folder, "variables.txt"))
                .SetItem("key", World.Key)
                .SetItem("viewKey", ViewKey)
                .SetItem("strangerKey", StrangerKey),
            Inspect = PublishedSchemas.ReadAll(Repository.PathOf("protocol", "schemas")).ProblemOf,
            // A slow machine is no reason to fail; a missing answer is.
            Patience = TimeSpan.FromSeconds(20),
        },
        TimeProvider.System);

    /// <inheritdoc/>
    public Uri Endpoint => Started.Gateway.WebSocketAddress;

    private World Started => world ?? throw new InvalidOperationException("The world has not started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        world = await World.StartAsync(
            robots: true,
            TestContext.Current.CancellationToken,
            [.. Client("viewer", ViewKey, ["View"], [World.Account]), .. Client("stranger", StrangerKey, ["View", "Trade"], [])]);
        participant = await Participant.JoinAsync(
            world.Simulator.BaseUrl, World.OtherMaster, World.OtherAgentKey, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public bool Offers(string directive) =>
        directive is "restart gateway" or "kill gateway" or "market maker leaves" or "market maker returns"
            or "venue unreachable" or "venue reachable"
        || directive.StartsWith("another participant sells ", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task PerformAsync(string directive, CancellationToken cancellationToken)
    {
        switch (directive)
        {
            case "restart gateway":
                await Started.StopAndRestartAsync(cancellationToken);
                break;
            case "kill gateway":
                await Started.KillAndRestartAsync(cancellationToken);
                break;
            case "market maker leaves":
                await Started.TellSimulatorAsync("/sim/liquidity", new { coin = "BTC", levels = 0 }, cancellationToken);
                break;
            case "market maker returns":
                await Started.TellSimulatorAsync("/sim/liquidity", new { coin = "BTC" }, cancellationToken);
                break;
            case "venue unreachable":
                await Started.TellSimulatorAsync("/sim/faults", new { kind = "badGateway" }, cancellationToken);
                await Started.TellSimulatorAsync("/sim/faults", new { kind = "disconnect" }, cancellationToken);
                await Started.Gateway.UnreadyAsync(cancellationToken);
                break;
            case "venue reachable":
                await Started.EndFaultsAsync(cancellationToken);
                await Started.Gateway.ReadyAsync(cancellationToken);
                break;
            default:
                // another participant sells QUANTITY at PRICE
                var words = directive.Split(' ');
                await participant!.SellAsync(World.Bitcoin, words[3], words[5], cancellationToken);
                break;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (participant is not null)
            await participant.DisposeAsync();
        if (world is not null)
            await world.DisposeAsync();
    }

    private static IEnumerable<(string Name, string Value)> Client(string name, string key, string[] permissions, string[] accounts) =>
    [
        ($"Clients:{name}:KeySha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
        .. permissions.Select((permission, n) => ($"Clients:{name}:Permissions:{n}", permission)),
        .. accounts.Select((account, n) => ($"Clients:{name}:Accounts:{n}", account)),
    ];
}
