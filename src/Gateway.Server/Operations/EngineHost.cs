using Gateway.Orders;
using Gateway.Venues;

namespace Gateway.Server.Operations;

/// <summary>
/// Runs the order engine and, once the journal is replayed, the venues. Stops the venues first, so that their last news is
/// still written down. If any of them breaks, the process stops with exit code 1: the journal brings it back.
/// </summary>
internal sealed partial class EngineHost(
    OrderEngine engine, IReadOnlyList<IVenue> venues, IHostApplicationLifetime lifetime, ILogger<EngineHost> log) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource stopVenues = new();
    private readonly CancellationTokenSource stopEngine = new();
    private Task running = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = RunAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopVenues.CancelAsync();
        await running.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A host that could not start lets go of its parts without stopping them.
        if (!stopVenues.IsCancellationRequested)
        {
            await stopVenues.CancelAsync();
            await stopEngine.CancelAsync();
            await running;
        }

        stopVenues.Dispose();
        stopEngine.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            var serving = EndsWhenToldAsync(engine.RunAsync(stopEngine.Token), stopEngine.Token);
            await await Task.WhenAny(engine.Replayed, serving);
            var trading = venues.Select(venue => EndsWhenToldAsync(venue.RunAsync(engine.Instance, engine, stopVenues.Token), stopVenues.Token)).ToList();

            await await Task.WhenAny([serving, .. trading]);
            await Task.WhenAll(trading);
            await stopEngine.CancelAsync();
            await serving;
        }
        catch (Exception failure)
        {
            // Whoever runs it can mend a setup: there a sentence helps, a stack trace does not.
            if (failure is VenueSetupException)
                Unusable(log, failure.Message);
            else
                Broken(log, failure);
            Environment.ExitCode = 1;
            await stopVenues.CancelAsync();
            await stopEngine.CancelAsync();
            lifetime.StopApplication();
        }
    }

    private static async Task EndsWhenToldAsync(Task work, CancellationToken told)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (told.IsCancellationRequested)
        {
            // As it should.
        }

        if (!told.IsCancellationRequested)
            throw new InvalidOperationException("The order engine or a venue ended without being told to.");
    }

    [LoggerMessage(1101, LogLevel.Critical, "The gateway stops: it cannot go on safely")]
    private static partial void Broken(ILogger log, Exception failure);

    [LoggerMessage(1104, LogLevel.Critical, "The gateway stops: {Reason}")]
    private static partial void Unusable(ILogger log, string reason);
}
