using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Robots;
using Hyperliquid.Simulator.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hyperliquid.Simulator;

/// <summary>A simulated venue on real sockets, embedded in this process.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private static readonly TimeSpan BeatInterval = TimeSpan.FromMilliseconds(50);

    // Requests that a fault leaves unanswered must not hold the process up.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly WebApplication app;
    private readonly ITimer heart;

    private SimulatorHost(WebApplication app, Simulation simulation, TimeProvider time)
    {
        this.app = app;
        Simulation = simulation;
        BaseUrl = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        WebSocketUrl = new UriBuilder(BaseUrl) { Scheme = "ws", Path = "/ws" }.Uri;
        heart = time.CreateTimer(_ => simulation.Beat(), state: null, BeatInterval, BeatInterval);
    }

    /// <summary>Where <c>/info</c>, <c>/exchange</c> and <c>/sim/…</c> are served.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Where the WebSocket is served.</summary>
    public Uri WebSocketUrl { get; }

    /// <summary>The venue itself, for what a test wants to do without sockets.</summary>
    public Simulation Simulation { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var simulation = new Simulation(options.Time, options.Chain);
        if (options.Limits)
            simulation.Limit(VenueLimits.Venue);
        if (options.Robots)
            EmployRobots(simulation);

        // Empty: the host's own configuration, logging and command line are none of the simulator's business when embedded.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls.Split(';'));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        var web = builder.Build();
        web.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        web.UseRouting();
        web.MapVenue(simulation);
        web.MapAdmin(simulation);
        await web.StartAsync(cancellationToken);
        return new(web, simulation, options.Time);
    }

    /// <summary>Drops all connections and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await heart.DisposeAsync();
        lock (Simulation.Gate)
            Simulation.DropAll();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void EmployRobots(Simulation simulation)
    {
        foreach (var instrument in simulation.Exchange.Universe.All.Where(instrument => !instrument.IsDelisted))
            simulation.Robots.Employ(instrument, Ladder.Default);
        simulation.Beat();
    }
}
