using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>Asks the venue for its markets and marks, sparing the weight budget: one question of a dex weighs 20.</summary>
internal sealed class MarketReader(InfoClient info, HyperliquidOptions options, TimeProvider time, ILogger log)
{
    // Dexes of builders that are asked anew at a time, the oldest first.
    private const int DexesAtOnce = 2;

    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    /// <summary>Reads all that is listed. The contexts of builders' dexes are kept from the last reading, as far as they fit.</summary>
    /// <exception cref="TransportException">The venue cannot be asked, or is changing its list right now.</exception>
    public async Task<MarketReading> ReadListAsync(MarketReading? last, CancellationToken cancellationToken)
    {
        var names = await info.AskAsync(InfoQuery.Of("perpDexs", PerpetualDex.ReadAll), cancellationToken);
        var metas = await info.AskAsync(InfoQuery.Of("allPerpMetas", reply => reply.Rows(TryRead)), cancellationToken);
        if (names.Length != metas.Length)
            throw new TransportException($"The venue lists {names.Length} dexes and {metas.Length} metas.");
        var at = time.GetUtcNow();
        var own = await info.PerpetualsAsync(dex: "", cancellationToken);
        var spotAt = time.GetUtcNow();
        var spot = await info.SpotAsync(cancellationToken);

        var dexes = ImmutableArray.CreateBuilder<DexReading>(names.Length);
        dexes.Add(new(Index: 0, Name: "", own, at));
        for (var index = 1; index < names.Length; index++)
        {
            // A place without a name or with a list that cannot be read still counts: the next dex keeps its number.
            if (names[index].Name is not { Length: > 0 } name || metas[index] is not { } meta)
                continue;
            var dex = new DexReading(index, name, new PerpetualContexts(meta, DayVolumes: []), DateTimeOffset.MinValue);
            if (IsSound(dex, spot.Meta))
                dexes.Add(last?.Find(name) is { } known ? dex.With(known.Contexts, known.MarksAt) : dex);
        }

        return await ReadOldestAsync(new(dexes.ToImmutable(), spot, spotAt), cancellationToken);
    }

    /// <summary>Reads the marks of the venue's own dex, of spot, and of the builders' dexes whose marks are oldest; not those that the feed has just told.</summary>
    /// <exception cref="TransportException">The venue cannot be asked.</exception>
    public async Task<MarketReading> ReadMarksAsync(MarketReading last, CancellationToken cancellationToken)
    {
        // A mark is as old as the question, however long the answer took.
        var at = time.GetUtcNow();
        var reading = last.Find("") is { } own && IsYoung(own) ? last : last.With("", await info.PerpetualsAsync(dex: "", cancellationToken), at);
        at = time.GetUtcNow();
        return await ReadOldestAsync(reading with { Spot = await info.SpotAsync(cancellationToken), SpotAt = at }, cancellationToken);
    }

    private async Task<MarketReading> ReadOldestAsync(MarketReading reading, CancellationToken cancellationToken)
    {
        foreach (var dex in reading.Dexes.Where(dex => dex.Index > 0 && !IsYoung(dex)).OrderBy(dex => dex.MarksAt).Take(DexesAtOnce))
        {
            var at = time.GetUtcNow();
            reading = reading.With(dex.Name, await info.PerpetualsAsync(dex.Name, cancellationToken), at);
        }

        return reading;
    }

    // Polls alone never come that often.
    private bool IsYoung(DexReading dex) => time.GetUtcNow() - dex.MarksAt < options.MarkRefresh / 2;

    private bool IsSound(DexReading dex, SpotMeta spot)
    {
        if (dex.ProblemWith(spot) is not { } problem)
            return true;
        // Once, not every minute.
        if (refused.Add($"{dex.Name}: {problem}"))
            Log.DexRefused(log, dex.Name, problem);
        return false;
    }

    // A builder's mistake is no reason to trade nothing else.
    private static Meta? TryRead(JsonElement meta)
    {
        try
        {
            return Meta.Read(meta);
        }
        catch (UnreadableMessageException)
        {
            return null;
        }
    }
}
