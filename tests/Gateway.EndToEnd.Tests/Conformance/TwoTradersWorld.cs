using System.Security.Cryptography;
using System.Text;
using Gateway.Conformance;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Conformance;

/// <summary>A gateway of its own for the conversation about the arithmetic of limits: two traders, one account, pinned prices, no robots.</summary>
internal sealed class TwoTradersWorld : IWorld, IAsyncDisposable
{
    private const string TraderKey = "conformance-trader-key";
    private const string OtherTraderKey = "conformance-other-trader-key";

    private readonly bool killing;
    private readonly World world;
    private readonly Participant participant;

    private TwoTradersWorld(bool killing, World world, Participant participant)
    {
        this.killing = killing;
        this.world = world;
        this.participant = participant;
        Runner = new Runner(
            this,
            new Settings
            {
                Values = Settings.Read(Path.Combine(SimulatedVenueWorld.Folder, "variables.txt"))
                    .SetItem("key", World.Key).SetItem("traderKey", TraderKey).SetItem("otherTraderKey", OtherTraderKey),
                Patience = TimeSpan.FromSeconds(40),
            },
            TimeProvider.System);
    }

    public Runner Runner { get; }

    /// <summary>How often the gateway was killed.</summary>
    public int Kills { get; private set; }

    public Uri Endpoint => world.Gateway.WebSocketAddress;

    /// <param name="killing">Whether the gateway is killed at the end of every step.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<TwoTradersWorld> OpenAsync(bool killing, CancellationToken cancellationToken)
    {
        var started = await World.StartAsync(
            cancellationToken,
            [
                .. Trader("t", "T", TraderKey), .. Trader("u", "U", OtherTraderKey),
                .. Pinned(0, "BTC", "100"), .. Pinned(1, "ETH", "10"),
            ]);
        return new(killing, started, await Participant.JoinAsync(started.Simulator.BaseUrl, World.OtherMaster, World.OtherAgentKey, cancellationToken));
    }

    public bool Offers(string directive) =>
        directive is "step" or "kill gateway" or "venue falls silent" or "venue speaks again"
        || directive.StartsWith("another participant sells ", StringComparison.Ordinal);

    public async Task PerformAsync(string directive, CancellationToken cancellationToken)
    {
        switch (directive)
        {
            case "step" when !killing:
                break;
            case "step" or "kill gateway":
                Kills++;
                await world.Gateway.KillAsync();
                await world.EndFaultsAsync(cancellationToken);
                await world.StartAgainAsync(cancellationToken);
                break;
            case "venue falls silent":
                await world.TellSimulatorAsync("/sim/faults", new { kind = "silence" }, cancellationToken);
                await world.TellSimulatorAsync("/sim/faults", new { kind = "dropFeeds", user = World.Master }, cancellationToken);
                break;
            case "venue speaks again":
                await world.EndFaultsAsync(cancellationToken);
                break;
            default:
                // another participant sells QUANTITY at PRICE
                var words = directive.Split(' ');
                await participant.SellAsync(World.Bitcoin, words[3], words[5], cancellationToken);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await participant.DisposeAsync();
        await world.DisposeAsync();
    }

    private static IEnumerable<(string Name, string Value)> Trader(string name, string trader, string key) =>
    [
        ($"Clients:{name}:KeySha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
        ($"Clients:{name}:Trader", trader), ($"Clients:{name}:Accounts:0", World.Account),
        ($"Clients:{name}:Permissions:0", "View"), ($"Clients:{name}:Permissions:1", "Trade"),
    ];

    private static IEnumerable<(string Name, string Value)> Pinned(int place, string symbol, string dollars) =>
    [
        ($"Limits:PinnedPrices:{place}:Product", $"{symbol}-USD HYPERLIQUID Perpetual"), ($"Limits:PinnedPrices:{place}:Dollars", dollars),
    ];
}
