using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Server.Operations;

/// <summary>
/// Looks, once the venues have told what they trade, whether every pinned product exists. A misspelt pin would pin nothing; it
/// is an error in the log and no reason to stop, since a product may also have been delisted.
/// </summary>
internal sealed partial class PinnedProducts(
    LimitOptions limits, Markets.Symbology symbology, TimeProvider time, ILogger<PinnedProducts> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (limits.PinnedPrices.Count == 0)
            return;
        while (!symbology.Current.IsComplete)
            await Task.Delay(Pause, time, stoppingToken);
        foreach (var pin in limits.PinnedPrices)
        {
            if (symbology.Current.ProductOf(new ProductId(pin.Product)) is null)
                Unknown(log, pin.Product);
        }
    }

    [LoggerMessage(1103, LogLevel.Error, "Limits:PinnedPrices names {Product}, which no venue trades: its price pins nothing. SearchSymbol finds the names that there are")]
    private static partial void Unknown(ILogger log, string product);
}
