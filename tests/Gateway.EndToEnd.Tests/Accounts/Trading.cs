using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Accounts;

/// <summary>
/// Two masters with an agent each; the first has two subaccounts and leads a vault, for all of which its one agent signs. The
/// client <c>tests</c> may use all of them, and each firm below has a key of its own for some.
/// </summary>
internal static class Trading
{
    public const string First = "FIRST", Second = "SECOND", Vault = "VAULT";
    public const string FirstAddress = "0x3333333333333333333333333333333333333301";
    public const string SecondAddress = "0x3333333333333333333333333333333333333302";
    public const string VaultAddress = "0x3333333333333333333333333333333333333303";

    private const string Money = "10000000";

    public static IReadOnlyDictionary<string, string> Addresses { get; } = new Dictionary<string, string>
    {
        [World.Account] = World.Master,
        [World.Other] = World.OtherMaster,
        [First] = FirstAddress,
        [Second] = SecondAddress,
        [Vault] = VaultAddress,
    };

    /// <summary>Which accounts each key opens.</summary>
    public static IReadOnlyDictionary<string, string[]> Firms { get; } = new Dictionary<string, string[]>
    {
        ["firm-of-the-master"] = [World.Account],
        ["firm-of-two-subaccounts"] = [First, Second],
        ["firm-of-the-vault"] = [Vault],
        ["firm-of-another-master"] = [World.Other],
    };

    public static Task<World> StartAsync(CancellationToken cancellationToken) => World.StartAsync(
        robots: false,
        [
            new { address = FirstAddress, usdc = Money, subAccountOf = World.Master },
            new { address = SecondAddress, usdc = Money, subAccountOf = World.Master },
            new { address = VaultAddress, usdc = Money, vaultLeader = World.Master },
        ],
        cancellationToken,
        [
            .. new[] { First, Second, Vault }.SelectMany((name, n) => new[]
            {
                ($"Venues:Hyperliquid:Accounts:{name}:Address", Addresses[name]),
                ($"Venues:Hyperliquid:Accounts:{name}:Key", World.AgentKey),
                ($"Clients:tests:Accounts:{n + 2}", name),
            }),
            .. Firms.SelectMany(firm => new[]
            {
                ($"Clients:{firm.Key}:KeySha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(firm.Key)))),
                ($"Clients:{firm.Key}:Permissions:0", "View"),
                ($"Clients:{firm.Key}:Permissions:1", "Trade"),
            }.Concat(firm.Value.Select((account, n) => ($"Clients:{firm.Key}:Accounts:{n}", account)))),
        ]);

    public static async Task<long> PlaceAsync(
        GatewayClient client, string account, string dir, decimal price, decimal quantity, CancellationToken cancellationToken) =>
        (await client.AskAsync(
            "SendLimitOrder",
            new { target = World.Bitcoin, dir, price = Text(price), quantity = Text(quantity), account },
            cancellationToken)).GetInt64();

    /// <summary>The accounts of the fills that a key may see.</summary>
    public static async Task<IReadOnlyList<string>> AccountsOfFillsAsync(GatewayClient client, CancellationToken cancellationToken)
    {
        var listed = await client.AskAsync("ListFills", new { scope = "Global", set = "Firm", limit = 10_000 }, cancellationToken);
        return [.. listed.EnumerateArray().Select(fill => fill[1].GetString()!.Split(':')[0])];
    }

    public static Task<JsonElement> SummaryAsync(GatewayClient client, string account, CancellationToken cancellationToken) =>
        client.AskAsync("GetAccountSummary", new { account }, cancellationToken);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
