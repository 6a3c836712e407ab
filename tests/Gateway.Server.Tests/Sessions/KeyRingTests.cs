using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Gateway.Server.Sessions;
using Gateway.Venues;

namespace Gateway.Server.Tests.Sessions;

public sealed class KeyRingTests
{
    [Fact]
    public void A_key_finds_its_client_with_trader_desk_accounts_and_permissions()
    {
        var options = Options("k");
        options.Trader = "T";
        options.Desk = "D";
        options.Accounts.Add("A");
        options.Permissions.Add(Permissions.View);
        options.Permissions.Add(Permissions.Trade);

        var client = new KeyRing(new Dictionary<string, ClientOptions> { ["c"] = options }).Find("k")!;

        Assert.Equal(new("c", "T", "D"), client.Actor);
        Assert.True(client.Uses(new AccountName("A")));
        Assert.False(client.Uses(new AccountName("B")));
        Assert.True(client.May(Permissions.View | Permissions.Trade));
        Assert.False(client.May(Permissions.Risk));
    }

    [Theory]
    [InlineData("")]
    [InlineData("K")]
    [InlineData("k ")]
    public void Other_keys_find_nobody(string key) =>
        Assert.Null(new KeyRing(new Dictionary<string, ClientOptions> { ["c"] = Options("k") }).Find(key));

    [Fact]
    public void A_hash_that_is_none_is_refused_by_name() =>
        Assert.Contains(
            "Clients:c: KeySha256",
            Assert.Throws<ValidationException>(() => new KeyRing(new Dictionary<string, ClientOptions> { ["c"] = new() { KeySha256 = "k" } })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Two_clients_cannot_share_a_key() =>
        Assert.Throws<ValidationException>(() => new KeyRing(new Dictionary<string, ClientOptions> { ["c"] = Options("k"), ["d"] = Options("k") }));

    private static ClientOptions Options(string key) => new() { KeySha256 = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))) };
}
