using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>Keeps the newest reading of everything tradable.</summary>
internal sealed class HyperliquidMarkets(InfoClient info, HyperliquidOptions options, TimeProvider time, ILogger log) : IMarketData
{
    private volatile MarketMap current = MarketMap.Empty;

    public MarketMap Current => current;

    public Universe Universe => current.Universe;

    /// <exception cref="TransportException">The venue cannot be asked; what was known stays.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var perpetuals = await info.PerpetualsAsync(cancellationToken);
        var spot = await info.SpotAsync(cancellationToken);
        try
        {
            current = current.Next(perpetuals, spot);
        }
        catch (Wire.UnreadableMessageException failure)
        {
            throw new TransportException(failure.Message, failure);
        }
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        Log.MarketsRead(log, current.Universe.Markets.Length);
        while (true)
        {
            await Task.Delay(options.MarketRefresh, time, cancellationToken);
            try
            {
                await ReadAsync(cancellationToken);
            }
            catch (TransportException failure)
            {
                Log.MarketsStay(log, failure.Message);
            }
        }
    }
}
