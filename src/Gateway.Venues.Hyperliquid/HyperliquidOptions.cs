namespace Gateway.Venues.Hyperliquid;

/// <summary>How to trade on Hyperliquid, from <c>Venues:Hyperliquid</c>; a bad value stops the process at start.</summary>
public sealed class HyperliquidOptions
{
    /// <summary>Which chain.</summary>
    public HyperliquidNetwork Network { get; set; }

    /// <summary>
    /// Where information is asked for, with or without the final <c>/info</c>; null: the network's own. Its path may carry an
    /// API key of a mirror, so it is never written to a log or an error.
    /// </summary>
    public Uri? InfoUrl { get; set; }

    /// <summary>Where signed actions go over HTTP, with or without the final <c>/exchange</c>; null: the network's own.</summary>
    public Uri? ExchangeUrl { get; set; }

    /// <summary>Where WebSockets connect, with or without the final <c>/ws</c>; null: the network's own.</summary>
    public Uri? WebSocketUrl { get; set; }

    /// <summary>The accounts to trade for, by name.</summary>
    public IDictionary<string, HyperliquidAccountOptions> Accounts { get; } =
        new Dictionary<string, HyperliquidAccountOptions>(StringComparer.Ordinal);

    /// <summary>The second way for orders, where it is configured.</summary>
    public HyperEthOptions HyperEth { get; } = new();

    /// <summary>How long an answer to an order or cancel is waited for before its outcome is unknown, 100 ms … 1 min.</summary>
    public TimeSpan ReplyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long making a connection or asking for information may take, 100 ms … 2 min.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how much silence of the venue it is pinged, 100 ms … 50 s: it closes connections that were quiet for 60 s.</summary>
    public TimeSpan PingAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how much silence of the venue a connection counts as dead; longer than <see cref="PingAfter"/>, at most 2 min.</summary>
    public TimeSpan SilenceDeadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often mark prices are read anew, 1 … 25 s: an order is not decided by one older than 30 s. Each time costs 40 of the weight that an address may use.</summary>
    public TimeSpan MarkRefresh { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the list of markets is read anew, 1 s … 1 day.</summary>
    public TimeSpan MarketRefresh { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How far before the last known fill the fence asks for fills again, 0 … 1 h; covers clocks that differ.</summary>
    public TimeSpan FillOverlap { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many orders, and as many cancels, may wait to be sent, 1 … 100000; beyond, they are refused.</summary>
    public int QueueCapacity { get; set; } = 4096;

    /// <summary>
    /// How much weight our internet address may spend in a minute, 200 … 1200; less than the venue's 1200 where other programs
    /// share the address.
    /// </summary>
    public int WeightPerMinute { get; set; } = 1200;

    /// <summary>
    /// Whether the venue's rate limits are kept; null: they are. Only a simulator that enforces none, such as the embedded one,
    /// can be traded on without.
    /// </summary>
    public bool? RateBudgets { get; set; }

    /// <summary>
    /// Whether the venue is asked over a WebSocket first, and over HTTP only where that fails; null: except on a simulator and
    /// where <see cref="InfoUrl"/> names another place to ask.
    /// </summary>
    public bool? InfoOverWebSocket { get; set; }

    internal bool AsksOverWebSocket => InfoOverWebSocket ?? (Network != HyperliquidNetwork.Simulator && InfoUrl is null);

    /// <summary>Whether the feed of all marks is taken; beside a mirror, which is asked over HTTP, it is.</summary>
    internal bool TakesMarkFeed => AsksOverWebSocket || Network != HyperliquidNetwork.Simulator;

    internal bool KeepsRateBudgets => RateBudgets ?? true;

    internal Uri Info => At(InfoUrl, "/info");

    internal Uri Exchange => At(ExchangeUrl, "/exchange");

    internal Uri WebSocket => At(WebSocketUrl, "/ws", webSocket: true);

    /// <summary>Everything that is wrong with the values, one sentence each; empty if nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (name, url) in new[] { (nameof(InfoUrl), InfoUrl), (nameof(ExchangeUrl), ExchangeUrl), (nameof(WebSocketUrl), WebSocketUrl) })
        {
            if (url is { IsAbsoluteUri: false })
                yield return $"{name} must be an absolute URL.";
        }

        foreach (var (name, account) in Accounts)
        {
            if (!Cryptography.Address.TryParse(account.Address, out _))
                yield return $"Accounts:{name}:Address must be 0x and 40 hex digits.";
            if (!string.IsNullOrWhiteSpace(account.Key) && !string.IsNullOrWhiteSpace(account.KeyFile))
                yield return $"Accounts:{name} must have either a Key or a KeyFile.";
            if (!account.HasKey && string.IsNullOrWhiteSpace(account.HyperEthWallet))
                yield return $"Accounts:{name} must have either a Key or a KeyFile.";
            if (!account.HasKey && account.DeadManSwitch is not null)
                yield return $"Accounts:{name}:DeadManSwitch needs a key that arms it: set Accounts:{name}:KeyFile.";
        }

        foreach (var (name, account) in Accounts)
        {
            if (account.DeadManSwitch is { } delay && OutOfRange($"Accounts:{name}:DeadManSwitch", delay, TimeSpan.FromSeconds(15), TimeSpan.FromDays(1)) is { } problem)
                yield return problem;
        }

        foreach (var problem in HyperEth.Problems(Network, Accounts))
            yield return problem;

        var tenth = TimeSpan.FromMilliseconds(100);
        foreach (var problem in new[]
        {
            OutOfRange(nameof(ReplyTimeout), ReplyTimeout, tenth, TimeSpan.FromMinutes(1)),
            OutOfRange(nameof(ConnectTimeout), ConnectTimeout, tenth, TimeSpan.FromMinutes(2)),
            OutOfRange(nameof(PingAfter), PingAfter, tenth, TimeSpan.FromSeconds(50)),
            OutOfRange(nameof(SilenceDeadline), SilenceDeadline, PingAfter + tenth, TimeSpan.FromMinutes(2)),
            OutOfRange(nameof(MarkRefresh), MarkRefresh, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(25)),
            OutOfRange(nameof(MarketRefresh), MarketRefresh, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            OutOfRange(nameof(FillOverlap), FillOverlap, TimeSpan.Zero, TimeSpan.FromHours(1)),
        })
        {
            if (problem is not null)
                yield return problem;
        }

        if (QueueCapacity is < 1 or > 100_000)
            yield return $"{nameof(QueueCapacity)} must be within 1 … 100000.";
        if (WeightPerMinute is < 200 or > 1200)
            yield return $"{nameof(WeightPerMinute)} must be within 200 … 1200.";
    }

    private static string? OutOfRange(string name, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least || value > most ? $"{name} must be within {least} … {most}." : null;

    private Uri At(Uri? configured, string path, bool webSocket = false)
    {
        var address = new UriBuilder(configured ?? Network switch
        {
            HyperliquidNetwork.Mainnet => new Uri("https://api.hyperliquid.xyz"),
            HyperliquidNetwork.Testnet => new Uri("https://api.hyperliquid-testnet.xyz"),
            _ => new Uri("http://127.0.0.1:3001"),
        });
        if (!address.Path.TrimEnd('/').EndsWith(path, StringComparison.Ordinal))
            address.Path = address.Path.TrimEnd('/') + path;
        if (webSocket && address.Scheme is "http" or "https")
        {
            var port = address.Uri.IsDefaultPort ? -1 : address.Port;
            address.Scheme = address.Scheme == "https" ? "wss" : "ws";
            address.Port = port;
        }

        return address.Uri;
    }
}
