using System.Net;
using Gateway.Venues.Hyperliquid.Doctor;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Doctor;

public sealed class ExaminationTests
{
    private const string Other = "0x2222222222222222222222222222222222222222";
    private const string MastersKey = "0x1111111111111111111111111111111111111111111111111111111111111111";

    /// <summary>What breaks a sound set-up, and how it is diagnosed.</summary>
    private static readonly Dictionary<string, (Action<VenueWorld> Break, FindingKind Kind, string Subject, string Text, string Cure)> BrokenSetups = new(StringComparer.Ordinal)
    {
        ["an address that is none"] = (world => Account(world).Address = "0x12", FindingKind.Problem, "configuration", "40 hex digits", "Correct it"),
        ["no key at all"] = (world => Account(world).Key = null, FindingKind.Problem, "configuration", "either a Key or a KeyFile", "Correct it"),
        ["a key file that is missing"] = (
            world => (Account(world).Key, Account(world).KeyFile) = (null, "/nowhere/agent.key"), FindingKind.Problem, "DEFAULT key", "cannot be read", "KeyFile name a readable file"),
        ["a key that is none"] = (world => Account(world).Key = "0xc0ffee", FindingKind.Problem, "DEFAULT key", "is not a private key", "64 hex digits"),
        ["a WebSocket that is not reached"] = (world => world.Network.IsDown = true, FindingKind.Problem, "WebSocket 127.0.0.1", "cannot be reached", "WebSocketUrl"),
        ["an information service that is away"] = (
            world => world.Info.Status = HttpStatusCode.BadGateway, FindingKind.Problem, "info 127.0.0.1", "answered 502", "InfoUrl"),
        ["an API key of the mirror that is refused"] = (
            world => world.Info.Status = HttpStatusCode.Unauthorized, FindingKind.Problem, "info 127.0.0.1", "answered 401", "API key"),
        ["an address that the venue does not know"] = (
            world => Roles(world, """{"role":"missing"}"""), FindingKind.Problem, "DEFAULT role", "does not know the address", "Deposit to it first"),
        ["the address of an agent"] = (
            world => Roles(world, $$$"""{"role":"agent","data":{"user":"{{{Other}}}"}}"""), FindingKind.Problem, "DEFAULT role", "is the address of an agent", $"Set Accounts:DEFAULT:Address to {Other}"),
        ["an agent of somebody else"] = (
            world => Roles(world, """{"role":"user"}""", $$$"""{"role":"agent","data":{"user":"{{{Other}}}"}}"""), FindingKind.Problem, "DEFAULT role", $"an agent of {Other}", "Approve it as an agent"),
        ["an agent that was never approved"] = (
            world => Roles(world, """{"role":"user"}""", """{"role":"missing"}"""), FindingKind.Problem, "DEFAULT role", "never approved, expired or revoked", "Approve it as an agent"),
        ["the key of another account"] = (
            world => Roles(world, """{"role":"user"}""", """{"role":"user"}"""), FindingKind.Problem, "DEFAULT role", "an account of its own", "Approve it as an agent"),
        ["a subaccount of another master"] = (
            world => Roles(world, $$$"""{"role":"subAccount","data":{"master":"{{{Other}}}"}}"""), FindingKind.Problem, "DEFAULT role", "is a subaccount of", $"Use the key of an agent of {Other}"),
        ["a vault without its leader"] = (
            world => Roles(world, """{"role":"vault"}""", """{"role":"missing"}"""), FindingKind.Problem, "DEFAULT role", "does not know", "vault's leader"),
        ["an agent that has expired"] = (world => Expires(world, TimeSpan.FromDays(-1)), FindingKind.Problem, "DEFAULT agent", "expired on 2026-01-01", "Approve a new agent"),
        ["an agent that is about to"] = (world => Expires(world, TimeSpan.FromDays(6)), FindingKind.Warning, "DEFAULT agent", "expires on 2026-01-08", "Approve a new agent"),
        ["an unnamed agent"] = (world => world.Info.Answers["extraAgents"] = _ => "[]", FindingKind.Warning, "DEFAULT agent", "unnamed", "Approve a named agent"),
        ["a mode that is not known"] = (
            world => world.Info.Answers["userAbstraction"] = _ => "\"newMode\"", FindingKind.Problem, "DEFAULT questions", "'newMode'", "status page"),
        ["an empty account"] = (world => Collateral(world, "0.0", "0.0"), FindingKind.Warning, "DEFAULT collateral", "worth nothing", "Deposit to"),
        ["an account with spot balances only"] = (
            world => Collateral(world, "0.0", "5.0"), FindingKind.Warning, "DEFAULT collateral", "only spot can be traded", "Transfer collateral"),
        ["a clock that is behind"] = (world => Clock(world, 5), FindingKind.Problem, "DEFAULT clock", "5000 ms behind the venue's", "NTP"),
        ["a clock that is a little ahead"] = (world => Clock(world, -2), FindingKind.Warning, "DEFAULT clock", "2000 ms ahead of the venue's", "NTP"),
        ["a rate budget that is used up"] = (world => Budget(world, 10_000), FindingKind.Problem, "DEFAULT rate budget", "All 10000 actions are used up", "reserveRequestWeight"),
        ["a rate budget that is nearly used up"] = (world => Budget(world, 9_500), FindingKind.Warning, "DEFAULT rate budget", "only 500 more", "reserveRequestWeight"),
        ["an API key of HyperETH that is refused"] = (
            world => HyperEth(world, 401), FindingKind.Problem, "HyperETH hypereth.test", "refuses the API key: Invalid API key (code 1001)", "HyperEth:KeyFile"),
        ["a HyperETH that is not there"] = (
            world => HyperEth(world, 502), FindingKind.Problem, "HyperETH hypereth.test", "answered 502", "HyperEth:Url"),
        ["a key file of HyperETH that is missing"] = (
            world =>
            {
                HyperEth(world, 400);
                (world.Options.HyperEth.Key, world.Options.HyperEth.KeyFile) = (null, "/nowhere/hypereth.key");
            },
            FindingKind.Problem, "HyperETH hypereth.test", "cannot be read", "HyperEth:KeyFile"),
        ["a wallet of HyperETH that was never approved"] = (
            world =>
            {
                HyperEth(world, 400);
                world.Options.Accounts["DEFAULT"].HyperEthWallet = Other;
            },
            FindingKind.Problem, "DEFAULT HyperETH wallet", "is no agent of", "Approve the wallet that HyperETH keeps"),
        ["an account without a key of its own"] = (
            world =>
            {
                HyperEth(world, 400);
                Account(world).Key = null;
            },
            FindingKind.Problem, "DEFAULT key", "every order for it is refused", "Approve an agent"),
        ["a builder of HyperETH that was not approved"] = (
            world =>
            {
                HyperEth(world, 400);
                world.Options.HyperEth.Builder = Other;
                world.Info.Answers["maxBuilderFee"] = request => request.GetProperty("builder").GetString() == Other ? "0" : "1";
            },
            FindingKind.Problem, "DEFAULT HyperETH builder", $"has not approved the builder {Other}", "Approve it from the account's own wallet"),
        ["a dead man's switch that the venue refuses"] = (
            world => Account(world).DeadManSwitch = TimeSpan.FromMinutes(1), FindingKind.Warning, "DEFAULT dead man's switch", "until USD 1000000 were traded", "remove Accounts:DEFAULT:DeadManSwitch"),
    };

    public static TheoryData<string> Names => [.. BrokenSetups.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_broken_setup_has_its_own_diagnosis_and_cure(string setup) => Sound(world =>
    {
        var (breakIt, kind, subject, text, cure) = BrokenSetups[setup];
        breakIt(world);

        var finding = Assert.Single(Examine(world), finding => finding.Kind != FindingKind.Fine && finding.Subject == subject);

        Assert.Equal(kind, finding.Kind);
        Assert.Contains(text, finding.Text, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Cure!, StringComparison.Ordinal);
    });

    [Fact]
    public void A_sound_setup_is_fine_in_every_respect() => Sound(world =>
    {
        var findings = Examine(world);

        Assert.All(findings, finding => Assert.Equal((FindingKind.Fine, null), (finding.Kind, finding.Cure)));
        Assert.Equal(
            ["WebSocket 127.0.0.1", "info 127.0.0.1", "DEFAULT key", "DEFAULT role", "DEFAULT agent", "DEFAULT collateral", "DEFAULT clock", "DEFAULT rate budget"],
            findings.Select(finding => finding.Subject));
    });

    [Fact]
    public void A_builder_is_asked_about_only_where_one_is_configured() => Sound(world =>
    {
        HyperEth(world, 400);
        Assert.DoesNotContain(Examine(world), finding => finding.Subject == "DEFAULT HyperETH builder");

        world.Options.HyperEth.Builder = Other;
        world.Info.Answers["maxBuilderFee"] = _ => "25";

        var finding = Assert.Single(Examine(world), finding => finding.Subject == "DEFAULT HyperETH builder");
        Assert.Equal((FindingKind.Fine, $"{Other} may take up to 2.5 bp of an order."), (finding.Kind, finding.Text));
    });

    [Fact]
    public void The_accounts_own_key_works_but_is_warned_of() => Sound(world =>
    {
        using var key = Cryptography.PrivateKey.Parse(MastersKey);
        (Account(world).Key, Account(world).Address) = (MastersKey, key.Address.ToString());
        world.Info.Answers["userRole"] = _ => """{"role":"user"}""";

        Assert.Equal(FindingKind.Warning, Assert.Single(Examine(world), finding => finding.Subject == "DEFAULT key").Kind);
        Assert.DoesNotContain(Examine(world), finding => finding.Kind == FindingKind.Problem);
    });

    [Fact]
    public void Neither_a_key_nor_the_path_of_the_info_address_is_shown() => Sound(world =>
    {
        world.Options.InfoUrl = new Uri("https://info.test/v2/s3cret");
        foreach (var (breakIt, _, _, _, _) in BrokenSetups.Values)
        {
            var shown = string.Join('\n', Examine(world));
            Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(VenueWorld.AgentKey[2..], shown, StringComparison.OrdinalIgnoreCase);
            breakIt(world);
        }
    });

    [Fact]
    public void A_running_gateway_is_examined_soon_and_every_day() => Sound(world =>
    {
        Expires(world, TimeSpan.FromDays(7.5));
        world.Start();
        Advance(world, 62, TimeSpan.FromSeconds(1));
        Assert.NotEmpty(world.Info.Of("extraAgents"));
        Assert.DoesNotContain(world.Log.Lines, line => line.StartsWith("3006", StringComparison.Ordinal));

        Advance(world, 25, TimeSpan.FromHours(1));
        Advance(world, 62, TimeSpan.FromSeconds(1));

        var warning = Assert.Single(world.Log.Lines, line => line.StartsWith("3006", StringComparison.Ordinal) && line.Contains("DEFAULT agent", StringComparison.Ordinal));
        Assert.Contains("expires on 2026-01-09", warning, StringComparison.Ordinal);
        Assert.Contains("Approve a new agent", warning, StringComparison.Ordinal);
    });

    [Fact]
    public void A_running_gateway_looks_at_the_wallet_of_the_aggregator_and_the_dead_mans_switch_too() => Sound(world =>
    {
        HyperEth(world, 400);
        Account(world).DeadManSwitch = TimeSpan.FromDays(1);
        world.Start();
        Roles(world, """{"role":"user"}""", """{"role":"missing"}""");
        Advance(world, 62, TimeSpan.FromSeconds(1));

        var warnings = world.Log.Lines.Where(line => line.StartsWith("3006", StringComparison.Ordinal)).ToArray();
        Assert.Contains(warnings, line => line.Contains("DEFAULT HyperETH wallet", StringComparison.Ordinal) && line.Contains("Approve the wallet", StringComparison.Ordinal));
        Assert.Contains(warnings, line => line.Contains("DEFAULT dead man's switch", StringComparison.Ordinal));
    });

    [Fact]
    public void A_key_that_ends_soon_is_reported_every_day() => Sound(world =>
    {
        Expires(world, TimeSpan.FromDays(9));
        world.Start();
        Advance(world, 62, TimeSpan.FromSeconds(1));
        Advance(world, 24 * 4, TimeSpan.FromHours(1));
        Advance(world, 300, TimeSpan.FromSeconds(1));

        var reports = world.Of<VenueEvent.KeyExpiring>();
        Assert.InRange(reports.Count, 1, 3);
        Assert.All(reports, report => Assert.Contains("is valid until 2026-01-11", report.Words, StringComparison.Ordinal));
        Advance(world, 25, TimeSpan.FromHours(1));
        Assert.Equal(reports.Count + 1, world.Of<VenueEvent.KeyExpiring>().Count);
    });

    // A set-up in which nothing is wrong, on the real network.
    private static void Sound(Action<VenueWorld> test) => VenueWorld.Stopped(
        world =>
        {
            world.Info.Answers["allMids"] = _ => "{}";
            world.Info.Answers["perpDexs"] = _ => "[null]";
            world.Info.Answers["allPerpMetas"] = _ => """[{"universe":[],"collateralToken":0}]""";
            world.Info.Answers["spotMeta"] = _ => """{"tokens":[{"name":"USDC","index":0,"szDecimals":8,"tokenId":"0x0"}],"universe":[]}""";
            world.Info.Answers["userAbstraction"] = _ => "\"default\"";
            Collateral(world, "100.0", "0.0");
            Expires(world, TimeSpan.FromDays(90));
            test(world);
        },
        options => (options.Network, options.WebSocketUrl, options.InfoUrl) = (HyperliquidNetwork.Mainnet, new Uri("ws://127.0.0.1:1/ws"), new Uri("http://127.0.0.1:1")));

    private static IReadOnlyList<Finding> Examine(VenueWorld world)
    {
        var examining = CollectAsync(new HyperliquidExamination(world.Options, world.Network, world.Info, world.Clock));
        world.Run();
        Assert.True(examining.IsCompleted, "The examination waits for something.");
        return examining.Result;
    }

    private static async Task<IReadOnlyList<Finding>> CollectAsync(HyperliquidExamination examination)
    {
        var findings = new List<Finding>();
        await foreach (var finding in examination.RunAsync(TestContext.Current.CancellationToken))
            findings.Add(finding);
        return findings;
    }

    private static HyperliquidAccountOptions Account(VenueWorld world) => world.Options.Accounts[VenueWorld.Account.Value];

    private static void Roles(VenueWorld world, string account, string? signer = null)
    {
        var usual = world.Info.Answers["userRole"];
        world.Info.Answers["userRole"] = request =>
            request.GetProperty("user").GetString() == VenueWorld.Address ? account : signer ?? usual(request);
    }

    private static void Expires(VenueWorld world, TimeSpan after)
    {
        var end = world.Clock.GetUtcNow().Add(after).ToUnixTimeMilliseconds();
        world.Info.Answers["extraAgents"] = _ => $$"""[{"name":"gateway","address":"{{VenueWorld.Agent}}","validUntil":{{end}}}]""";
    }

    private static void Advance(VenueWorld world, int steps, TimeSpan step)
    {
        for (; steps > 0; steps--)
        {
            world.Clock.Advance(step);
            world.Run();
        }
    }

    private static void Clock(VenueWorld world, int venueAheadSeconds) => State(world, "100.0", venueAheadSeconds);

    private static void Collateral(VenueWorld world, string perpetuals, string spot)
    {
        State(world, perpetuals, venueAheadSeconds: 0);
        world.Info.Answers["spotClearinghouseState"] = _ => $$"""{"balances":[{"coin":"USDC","token":0,"total":"{{spot}}","hold":"0.0","entryNtl":"0.0"}]}""";
    }

    private static void State(VenueWorld world, string value, int venueAheadSeconds) => world.Info.Answers["clearinghouseState"] = _ =>
        $$$"""{"marginSummary":{"accountValue":"{{{value}}}","totalNtlPos":"0.0","totalRawUsd":"{{{value}}}","totalMarginUsed":"0.0"},"withdrawable":"{{{value}}}","assetPositions":[],"time":{{{world.Clock.GetUtcNow().AddSeconds(venueAheadSeconds).ToUnixTimeMilliseconds()}}}}""";

    private static void Budget(VenueWorld world, int used) => world.Info.Answers["userRateLimit"] = _ =>
        $$"""{"cumVlm":"0.0","nRequestsUsed":{{used}},"nRequestsCap":10000,"nRequestsSurplus":0}""";

    private static void HyperEth(VenueWorld world, int status)
    {
        VenueWorld.UseHyperEth(world.Options);
        world.Options.HyperEth.Url = new Uri("https://hypereth.test");
        world.Info.Aggregator.AnswersAtOnce = (status, """{"error":"Invalid API key","code":1001,"details":{}}""");
    }
}
