using System.Globalization;
using Gateway.Conformance;
using Gateway.Orders;
using Gateway.Server.Tests.Harness;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Server.Tests.Conversations;

/// <summary>A gateway in this process, over real sockets, that can be brought into trouble which no healthy process shows from outside.</summary>
public sealed class TroubledWorld : IWorld, IAsyncLifetime
{
    private const int InboxCapacity = 16;
    private const string DefectIn = "gateway defect in ";

    private readonly TestVenue venue = new("DEFAULT") { Acknowledges = true };
    private readonly PlannedDefect defect = new();
    private TestGateway? gateway;
    private Overload? overload;

    /// <summary>The published conversations.</summary>
    public static string Folder { get; } = Path.Combine(Published.Repository, "protocol", "conversations");

    /// <summary>Holds the conversations with it.</summary>
    public Runner Runner => field ??= new Runner(
        this,
        new Settings
        {
            // Pings come every second here, and a client that does not answer one is cut a second later.
            Values = Settings.Read(Path.Combine(Folder, "variables.txt")).SetItem("key", "alice-key").SetItem("idle_seconds", "4"),
            Inspect = Published.ProblemOfAnswer,
            Patience = TimeSpan.FromMinutes(1),
        },
        TimeProvider.System);

    /// <inheritdoc/>
    public Uri Endpoint => new UriBuilder(Started.Address) { Scheme = "ws", Path = "/ws" }.Uri;

    private TestGateway Started => gateway ?? throw new InvalidOperationException("The world has not started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(
        venue,
        parts => parts.AddSingleton(defect).AddTransient(typeof(IPipelineBehavior<,>), typeof(PlannedDefect.Behavior<,>)),
        ("Orders:InboxCapacity", InboxCapacity.ToString(CultureInfo.InvariantCulture)),
        ("Sockets:PingInterval", "00:00:01"),
        ("Sockets:PongTimeout", "00:00:01"));

    /// <inheritdoc/>
    public bool Offers(string directive) =>
        directive is "venue budget used up" or "venue budget restored" or "gateway overloaded" or "gateway relieved" or "gateway mended"
        || directive.StartsWith(DefectIn, StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task PerformAsync(string directive, CancellationToken cancellationToken)
    {
        switch (directive)
        {
            case "venue budget used up":
                venue.BudgetWait = TimeSpan.FromSeconds(10);
                break;
            case "venue budget restored":
                venue.BudgetWait = TimeSpan.Zero;
                break;
            case "gateway overloaded":
                overload = await Overload.BeginAsync(Started.Services.GetRequiredService<OrderEngine>(), InboxCapacity);
                break;
            case "gateway relieved":
                await overload!.EndAsync();
                overload.Dispose();
                break;
            case "gateway mended":
                defect.Type = null;
                break;
            default:
                defect.Type = directive[DefectIn.Length..];
                break;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Started.DisposeAsync();
}
