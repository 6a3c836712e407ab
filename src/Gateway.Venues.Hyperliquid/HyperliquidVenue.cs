using System.Threading.Channels;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Accounts;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Doctor;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Reconciliation;
using Gateway.Venues.Hyperliquid.Routes;
using Gateway.Venues.Hyperliquid.Routes.HyperEth;
using Gateway.Venues.Hyperliquid.Safety;
using Gateway.Venues.Hyperliquid.Signing;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid;

/// <summary>Hyperliquid as a venue: one connection for orders of all accounts, one stream for each account, and questions apart from both.</summary>
public sealed class HyperliquidVenue : IVenue, IDisposable
{
    private const int MostQuestions = 1024;

    private readonly HyperliquidOptions options;
    private readonly IDialer dialer;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly int seed;
    private readonly HttpMessageInvoker http;
    private readonly InfoSocket? infoSocket;
    private readonly InfoClient info;
    private readonly HyperliquidMarkets markets;
    private readonly InstructionQueue queue;
    private readonly IntentQueue intents;
    private readonly KeylessCancels keyless;
    private readonly RateBudgets budgets;
    private readonly Dictionary<AccountName, Channel<Instruction>> questions;

    /// <summary>Sets the venue up; nothing is read or connected yet.</summary>
    /// <param name="options">What to connect to and for whom; taken as it is now.</param>
    /// <param name="dialer">Opens the WebSockets.</param>
    /// <param name="http">Carries the questions; stays the caller's. It must not log addresses, whose path may hold an API key.</param>
    /// <param name="time">The clock of nonces and deadlines.</param>
    /// <param name="loggers">Where the log goes.</param>
    /// <param name="seed">Spreads reconnections in time.</param>
    /// <exception cref="HyperliquidSetupException">An option has an impossible value.</exception>
    public HyperliquidVenue(
        HyperliquidOptions options, IDialer dialer, HttpMessageHandler http, TimeProvider time, ILoggerFactory loggers, int seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        if (options.Problems().ToArray() is { Length: > 0 } problems)
            throw new HyperliquidSetupException("Venues:Hyperliquid: " + string.Join(' ', problems));

        this.options = options;
        this.dialer = dialer;
        this.time = time;
        this.seed = seed;
        log = loggers.CreateLogger("Gateway.Venues.Hyperliquid");
        this.http = new HttpMessageInvoker(http, disposeHandler: false);
        var weight = new WeightBudget(
            options.KeepsRateBudgets ? options.WeightPerMinute : null, time, options.Accounts.Values.Count(account => account.HasKey));
        infoSocket = options.TakesMarkFeed ? new InfoSocket(dialer, options, time, new ReconnectDelay(seed), log) : null;
        info = new InfoClient(this.http, options, weight, options.AsksOverWebSocket ? infoSocket : null, time);
        budgets = new RateBudgets(options, weight, info, time, log);
        markets = new HyperliquidMarkets(info, options, time, log);
        Queries = new AccountQueries(options, info, markets, time);
        queue = new InstructionQueue(options.QueueCapacity, budgets.Orders);
        intents = new IntentQueue(options.QueueCapacity);
        keyless = new KeylessCancels(options.QueueCapacity);
        Routes = options.HyperEth.IsConfigured ? [HyperliquidNames.Direct, HyperliquidNames.HyperEth] : [HyperliquidNames.Direct];
        Accounts = [.. options.Accounts.Keys.Select(name => new AccountName(name))];
        questions = Accounts.ToDictionary(name => name, _ => Channel.CreateBounded<Instruction>(MostQuestions));
    }

    /// <inheritdoc/>
    public VenueId Id => HyperliquidNames.Venue;

    /// <inheritdoc/>
    public IReadOnlyList<RouteId> Routes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<AccountName> Accounts { get; }

    /// <inheritdoc/>
    public IMarketData MarketData => markets;

    /// <inheritdoc/>
    public IVenueQueries? Queries { get; }

    /// <inheritdoc/>
    /// <exception cref="HyperliquidSetupException">A key cannot be read, or may not trade for its account.</exception>
    public async Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<string, PrivateKey>(StringComparer.Ordinal);
        var accounts = new Dictionary<AccountName, TradedAccount>();
        var signing = new Dictionary<AccountName, SigningAccount>();
        try
        {
            foreach (var (name, account) in options.Accounts.Where(account => account.Value.HasKey))
                keys.Add(name, await AccountKey.ReadAsync(name, account, cancellationToken));
            var apiKey = options.HyperEth.IsConfigured ? await ApiKey.ReadAsync(options.HyperEth, cancellationToken) : null;
            await PersistAsync(markets.ReadAsync, cancellationToken);
            var walletNonces = new Dictionary<Address, NonceSequence>();
            var nonces = keys.Values.Select(key => key.Address).Distinct().ToDictionary(signer => signer, _ => new NonceSequence(time));
            foreach (var (name, account) in options.Accounts)
            {
                var address = Address.Parse(account.Address);
                var key = keys.GetValueOrDefault(name);
                Address? vault = null;
                if (key is not null)
                    await PersistAsync(async cancel => vault = await CheckAsync(name, address, key.Address, cancel), cancellationToken);
                ManagedWallet? managed = null;
                if (Address.TryParse(account.HyperEthWallet, out var wallet))
                {
                    await PersistAsync(cancel => CheckWalletAsync(name, address, key?.Address, wallet, cancel), cancellationToken);
                    walletNonces.TryAdd(wallet, new NonceSequence(time));
                    managed = new ManagedWallet(wallet, walletNonces[wallet]);
                }

                var news = new AccountNews(new AccountName(name), address, instance, listener, markets, time, log);
                var traded = new TradedAccount(address, new AccountLink(news.Account, needsPosts: key is not null, listener, time), news)
                {
                    Signer = key?.Address,
                    Managed = managed,
                };
                accounts[news.Account] = traded;
                if (key is not null)
                    signing[news.Account] = new SigningAccount(traded, new Signer(key, Source, vault), nonces[key.Address]);
            }

            await RunAsync(accounts, signing, apiKey, cancellationToken);
        }
        finally
        {
            foreach (var key in keys.Values)
                key.Dispose();
        }
    }

    /// <inheritdoc/>
    public TimeSpan ReserveBudget(OrderIntent intent, bool replaces = false)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return budgets.TakeForOrder(Company.Of(intent, replaces), intent.Market.Route);
    }

    /// <inheritdoc/>
    public string? RefusalOf(OrderIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var account = options.Accounts[intent.Account.Value];
        // Whoever has only the wallet of an aggregator could place, and then neither cancel nor be helped by a dead man's switch.
        if (!account.HasKey)
            return $"Nothing is placed by route {intent.Market.Route}: {KeylessCancels.NoKey(intent.Account)}";
        return intent.Market.Route == HyperliquidNames.HyperEth && string.IsNullOrWhiteSpace(account.HyperEthWallet)
            ? $"Account {intent.Account} has no route {HyperliquidNames.HyperEth}: set Accounts:{intent.Account}:HyperEthWallet to the agent wallet that HyperETH keeps for it, " +
                $"or trade {MarketId.Of(intent.Market.Base.Id, intent.Market.Quote.Id, Id, HyperliquidNames.Direct)}."
            : null;
    }

    /// <inheritdoc/>
    public string? ModifyRefusalOf(RouteId route) => route == HyperliquidNames.Direct
        ? null
        : $"Route {route} places only; cancel it and place another.";

    /// <inheritdoc/>
    public TimeSpan LingerOf(RouteId route) => route == HyperliquidNames.HyperEth ? IntentLife.AfterSending : TimeSpan.Zero;

    /// <inheritdoc/>
    public void Announce(IReadOnlyList<Instruction> instructions)
    {
        ArgumentNullException.ThrowIfNull(instructions);
        queue.Announce(instructions);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions)
    {
        ArgumentNullException.ThrowIfNull(instructions);
        List<Instruction>? refused = null;
        for (var next = 0; next < instructions.Count; next++)
        {
            if (!TryQueue(instructions[next]))
                (refused ??= []).Add(instructions[next]);
        }

        // Signed and sent by whoever decided them, where the sender is idle.
        queue.Changed.SetHere();
        return refused ?? (IReadOnlyList<Instruction>)[];
    }

    private bool TryQueue(Instruction instruction)
    {
        if (!questions.TryGetValue(instruction.Account, out var account))
            throw new ArgumentException($"There is no account {instruction.Account} at {Id}.", nameof(instruction));
        return instruction switch
        {
            Instruction.Place place when place.Intent.Market.Route == HyperliquidNames.HyperEth => intents.TryAdd(place),
            Instruction.Place place => queue.TryAdd(place),
            Instruction.Modify modify => queue.TryAdd(modify),
            Instruction.Cancel cancel when !options.Accounts[cancel.Account.Value].HasKey => keyless.TryAdd(cancel),
            Instruction.Cancel cancel => intents.TryWithdraw(cancel.Order.Order) || queue.TryAdd(cancel),
            _ => account.Writer.TryWrite(instruction),
        };
    }

    /// <summary>Lets go of what was made here; the dialer and the message handler stay the caller's.</summary>
    public void Dispose() => http.Dispose();

    private SignatureSource Source => options.Network == HyperliquidNetwork.Testnet ? SignatureSource.B : SignatureSource.A;

    private async Task RunAsync(
        Dictionary<AccountName, TradedAccount> accounts, Dictionary<AccountName, SigningAccount> signing, string? apiKey, CancellationToken cancellationToken)
    {
        var chance = seed;
        ReconnectDelay Delay() => new(chance++);
        using var route = new DirectRoute(queue, signing, markets, budgets, options, dialer, time, Delay(), log);
        var switches = signing
            .Select(account => (Account: account.Value, options.Accounts[account.Key.Value].DeadManSwitch))
            .Where(one => one.DeadManSwitch is not null)
            .Select(one => new DeadManSwitch(one.Account, one.DeadManSwitch!.Value, new ExchangeClient(http, options, time), budgets, time, log))
            .ToList();
        List<Func<CancellationToken, Task>> loops = [markets.RefreshAsync, budgets.RefreshAsync];
        if (options.Network != HyperliquidNetwork.Simulator)
            loops.Add(new DailyExamination(accounts.Values, info, new AccountSummaries(info, markets, time), options, time, log).RunAsync);
        if (infoSocket is not null)
            loops.Add(cancel => infoSocket.RunAsync(markets.Accept, cancel));
        if (signing.Count > 0)
            loops.Add(route.RunAsync);
        if (signing.Count < accounts.Count)
            loops.Add(cancel => keyless.RunAsync(accounts, cancel));
        if (apiKey is not null)
            loops.Add(new HyperEthRoute(intents, accounts, markets, new IntentClient(http, options.HyperEth, apiKey), options, time, log).RunAsync);
        foreach (var one in switches)
            loops.Add(one.RunAsync);
        foreach (var (name, account) in accounts)
        {
            loops.Add(new AccountStream(account, options, dialer, time, Delay(), log).RunAsync);
            loops.Add(new AccountFence(questions[name].Reader, account, info, options, time, Delay(), log).RunAsync);
        }

        try
        {
            await Together.RunAsync(cancellationToken, [.. loops]);
        }
        finally
        {
            switches.ForEach(one => one.Dispose());
        }
    }

    private async Task<Address?> CheckAsync(string name, Address address, Address signer, CancellationToken cancellationToken)
    {
        var signerRole = await info.UserRoleAsync(signer, cancellationToken, Share.Start);
        // Only an account of its own approves agents: whose agent signs is one, and the question, which weighs much, is spared.
        var account = signer == address ? signerRole
            : signerRole is { Role: "agent", Master: { } master } && master == address ? new UserRole("user", Master: null)
            : await info.UserRoleAsync(address, cancellationToken, Share.Start);
        return AccountRoles.ProblemOf(name, address, account, signer, signerRole) is { } problem
            ? throw new HyperliquidSetupException(problem)
            : AccountRoles.VaultOf(address, account);
    }

    private async Task CheckWalletAsync(string name, Address address, Address? signer, Address wallet, CancellationToken cancellationToken)
    {
        var account = await info.UserRoleAsync(address, cancellationToken, Share.Start);
        var role = await info.UserRoleAsync(wallet, cancellationToken, Share.Start);
        if (ManagedWallet.ProblemOf(name, address, account, signer, wallet, role) is { } problem)
            throw new HyperliquidSetupException(problem);
    }

    // Nothing can be traded before this is known, and an unreachable venue is no reason to stop.
    private async Task PersistAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        var delay = new ReconnectDelay(seed);
        while (true)
        {
            try
            {
                await step(cancellationToken);
                return;
            }
            catch (TransportException failure)
            {
                var pause = delay.Next();
                Log.NotStarted(log, failure.Message, pause);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }
}
