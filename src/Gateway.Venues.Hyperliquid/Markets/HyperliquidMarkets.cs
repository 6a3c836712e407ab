using System.Collections.Frozen;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>Keeps the newest reading of everything tradable.</summary>
internal sealed class HyperliquidMarkets(InfoClient info, HyperliquidOptions options, TimeProvider time, ILogger log) : IMarketData
{
    // The feed tells all it knows about once a second; oftener would only cost.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly MarketReader reader = new(info, options, time, log);
    private volatile MarketMap current = options.HyperEth.IsConfigured ? MarketMap.Empty.AlsoBy(HyperliquidNames.HyperEth) : MarketMap.Empty;
    private volatile FrozenDictionary<ProductId, Mark> marks = FrozenDictionary<ProductId, Mark>.Empty;
    private MarketReading? reading;
    private DateTimeOffset told;

    public MarketMap Current => current;

    public Universe Universe => current.Universe;

    public Mark? MarkOf(ProductId product) => marks.GetValueOrDefault(product);

    /// <summary>Reads the markets with their marks.</summary>
    /// <exception cref="TransportException">The venue cannot be asked; what was known stays.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var read = await reader.ReadListAsync(reading, cancellationToken);
        Accept(() => current = current.Next(read.Dexes, read.Spot));
        Accept(read);
    }

    /// <summary>Reads marks often and the markets now and then.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        Log.MarketsRead(log, current.Universe.Markets.Length);
        var marketsRead = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(options.MarketRefresh < options.MarkRefresh ? options.MarketRefresh : options.MarkRefresh, time, cancellationToken);
            try
            {
                if (reading is not { } last || time.GetElapsedTime(marketsRead) >= options.MarketRefresh)
                {
                    await ReadAsync(cancellationToken);
                    marketsRead = time.GetTimestamp();
                }
                else
                {
                    Accept(await reader.ReadMarksAsync(last, cancellationToken));
                }
            }
            catch (TransportException failure)
            {
                Log.MarketsStay(log, failure.Message);
            }
        }
    }

    /// <summary>Takes what the feed <c>allDexsAssetCtxs</c> tells; its marks are of the moment at which they come.</summary>
    public void Accept(JsonElement feed)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (reading is not { } last || now - told < Pause)
                return;
            told = now;
            reading = last.With(DexContexts.ReadAll(feed), now);
            marks = MarkPrices.Read(current, reading);
        }
    }

    // While this was asked for, the feed may have told newer.
    private void Accept(MarketReading read)
    {
        lock (gate)
        {
            var newest = read.Newest(reading);
            Accept(() => marks = MarkPrices.Read(current, newest));
            reading = newest;
        }
    }

    private static void Accept(Action change)
    {
        try
        {
            change();
        }
        catch (UnreadableMessageException failure)
        {
            throw new TransportException(failure.Message, failure);
        }
    }
}
