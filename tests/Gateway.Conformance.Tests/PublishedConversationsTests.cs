using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Conformance.Tests;

/// <summary>What <c>protocol/conversations</c> promises: every file is read, and together they cover the contract.</summary>
public sealed partial class PublishedConversationsTests
{
    private static readonly string[] Needs =
        ["trade", "market maker", "spot", "triggers", "view key", "stranger key", "risk", "slow", "patience", "limits", "two traders", "second route"];

    private static readonly string[] Codes =
    [
        "MalformedMessage", "UnknownRequestType", "NotSupported", "InvalidRequest", "NotPermitted", "UnknownAccount",
        "UnknownTradableProduct", "UnknownVenue", "UnknownRoute", "UnknownProduct", "UnknownOrder", "VenueUnavailable",
        "RateLimited", "Overloaded", "Internal",
    ];

    private static readonly string[] Requests =
    [
        "SearchSymbol", "QueryTradableProductIndex", "GetRouteDetails", "GetVenueDetails", "GetProductDetails",
        "GetTradableProductDetails", "GetCanonicalTradableProduct", "SendLimitOrder", "ModifyOrder", "CancelOrder", "CancelAll", "ListOpen",
        "GetOrderState", "GetRejectReason", "GetOrderDetails", "ListFills", "GetFillDetails", "SubscribeOrderState", "Unsubscribe",
    ];

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "conversations");

    private static readonly ImmutableArray<Conversation> Conversations = Conversation.ReadAll(Folder);

    private static readonly string AllText =
        string.Concat(Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(File.ReadAllText));

    [Fact]
    public void Are_many() => Assert.True(Conversations.Length >= 200, $"{Conversations.Length} conversations.");

    [Fact]
    public void Have_titles_that_are_sentences_and_differ_within_an_area()
    {
        Assert.All(Conversations, conversation => Assert.EndsWith(".", conversation.Title, StringComparison.Ordinal));
        var shared = Conversations.GroupBy(conversation => (Path.GetDirectoryName(conversation.Name), conversation.Title)).Where(same => same.Count() > 1);
        Assert.Empty(shared.Select(same => $"{same.Key.Title} {string.Join(' ', same)}"));
    }

    [Fact]
    public void Require_what_the_README_explains() =>
        Assert.Empty(Conversations.SelectMany(conversation => conversation.Requires).Distinct().Except(Needs));

    [Fact]
    public void Cover_every_error_code() =>
        Assert.All(Codes, code => Assert.Contains($"\"{code}\"", AllText, StringComparison.Ordinal));

    [Fact]
    public void Cover_every_request_type() =>
        Assert.All(Requests, type => Assert.Contains($"\"type\": \"{type}\"", AllText, StringComparison.Ordinal));

    [Fact]
    public void Mention_only_names_that_have_a_value()
    {
        var provided = Settings.Read(Path.Combine(Folder, "variables.txt")).Keys
            .Concat(["unique", "n", "viewKey", "strangerKey", "traderKey", "otherTraderKey", "second_route", "second_market", "walletless_account", "keyless_account", "numbers", "copies", "letters", "base64url"])
            .ToHashSet(StringComparer.Ordinal);

        foreach (var file in Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            var captured = Capture().Matches(text).Select(match => match.Groups["name"].Value);
            var mentioned = Mention().Matches(text).Select(match => match.Groups["name"].Value);
            Assert.Empty(mentioned.Except(captured).Except(provided).Select(name => $"{file}: ${name}"));
        }
    }

    [Fact]
    public async Task Are_none_of_them_passed_by_an_endpoint_that_lets_in_everybody_and_refuses_everything()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(Refuse, open: true);
        var settings = new Settings
        {
            Values = Settings.Read(Path.Combine(Folder, "variables.txt")).Add("viewKey", "v").Add("strangerKey", "s").Add("traderKey", "t").Add("otherTraderKey", "u")
                .Add("second_route", "r").Add("second_market", "m").Add("walletless_account", "w").Add("keyless_account", "k"),
            Without = ["patience"],
            Patience = TimeSpan.FromSeconds(0.5),
        };
        var runner = new Runner(endpoint, settings, TimeProvider.System);

        var passed = new List<string>();
        foreach (var conversation in Conversations)
        {
            if (await runner.RunAsync(conversation, TestContext.Current.CancellationToken) is Outcome.Passed)
                passed.Add(conversation.Name);
        }

        Assert.Empty(passed);
    }

    private static IEnumerable<string> Refuse(string request)
    {
        var id = "null";
        try
        {
            if (JsonElement.Parse(request) is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("id", out var found))
                id = found.GetRawText();
        }
        catch (JsonException)
        {
            // It refuses that, too.
        }

        return [$$$"""{"id":{{{id}}},"error":{"code":"Internal","message":"No."}}"""];
    }

    [GeneratedRegex(@"<\$(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Capture();

    [GeneratedRegex(@"(?<![<$])\$\{?(?<name>[A-Za-z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
