using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Wire;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>The feed of an account's fills, held against the fills that the venue lists.</summary>
internal sealed class FillsFeed(Address account, InfoClient info, HyperliquidOptions options, TimeProvider time, ILogger log)
    : Feed("userFills", options, time, log)
{
    private readonly HyperliquidOptions options = options;
    private readonly TimeProvider time = time;

    // What is older came with the snapshot that a subscription begins with.
    private DateTimeOffset since = time.GetUtcNow();

    public void Hear(UserFill fill) => Told(WordsOf(fill));

    protected override async Task<IEnumerable<string>> ShownAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var from = (since - options.FillOverlap).ToUnixTimeMilliseconds();
        var fills = await info.AskAsync(UserFill.Since(account, from), cancellationToken, Share.Queries);

        // The next answer still shows what this one has shown last: a suspect is looked at twice.
        since = asked;
        return fills.Select(WordsOf);
    }

    private static string WordsOf(UserFill fill) => $"fill {fill.Key}";
}
