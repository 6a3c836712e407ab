using System.Collections.Frozen;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>Keeps the newest reading of everything tradable.</summary>
internal sealed class HyperliquidMarkets(InfoClient info, HyperliquidOptions options, TimeProvider time, ILogger log) : IMarketData
{
    private volatile MarketMap current = MarketMap.Empty;
    private volatile FrozenDictionary<ProductId, Mark> marks = FrozenDictionary<ProductId, Mark>.Empty;

    public MarketMap Current => current;

    public Universe Universe => current.Universe;

    public Mark? MarkOf(ProductId product) => marks.GetValueOrDefault(product);

    /// <exception cref="TransportException">The venue cannot be asked; what was known stays.</exception>
    public Task ReadAsync(CancellationToken cancellationToken) => ReadAsync(withMarkets: true, cancellationToken);

    /// <summary>Reads marks often and, from the same answers, the markets now and then.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        Log.MarketsRead(log, current.Universe.Markets.Length);
        var marketsRead = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(options.MarketRefresh < options.MarkRefresh ? options.MarketRefresh : options.MarkRefresh, time, cancellationToken);
            try
            {
                var withMarkets = time.GetElapsedTime(marketsRead) >= options.MarketRefresh;
                await ReadAsync(withMarkets, cancellationToken);
                if (withMarkets)
                    marketsRead = time.GetTimestamp();
            }
            catch (TransportException failure)
            {
                Log.MarketsStay(log, failure.Message);
            }
        }
    }

    private async Task ReadAsync(bool withMarkets, CancellationToken cancellationToken)
    {
        // A mark is as old as the question, however long the answer took.
        var asked = time.GetUtcNow();
        var perpetuals = await info.PerpetualsAsync(cancellationToken);
        var spot = await info.SpotAsync(cancellationToken);
        try
        {
            if (withMarkets)
                current = current.Next(perpetuals, spot);
            marks = MarkPrices.Read(current, perpetuals, spot, asked);
        }
        catch (Wire.UnreadableMessageException failure)
        {
            throw new TransportException(failure.Message, failure);
        }
    }
}
