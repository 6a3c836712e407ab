using System.ComponentModel.DataAnnotations;
using Gateway.Orders.Limits;
using Gateway.Server.Sessions;
using Gateway.Server.Tests.Harness;
using Gateway.Venues.Hyperliquid;
using Microsoft.Extensions.Configuration;

namespace Gateway.Server.Tests.Sessions;

/// <summary>The sample that an operator starts from is one that a gateway understands.</summary>
public sealed class SampleConfigurationTests
{
    private static readonly IConfiguration Sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(Published.Repository, "deploy", "gateway.sample.json")).Build();

    [Fact]
    public void Its_clients_are_whom_it_says()
    {
        var clients = new KeyRing(Sample.GetSection("Clients").Get<Dictionary<string, ClientOptions>>()!).Clients.ToDictionary(client => client.Actor.Client);

        Assert.Equal(("ann", "rates"), (clients["ann-script"].Actor.Trader, clients["ann-script"].Actor.Desk));
        Assert.Equal(("bob", "market making"), (clients["bob"].Actor.Trader, clients["bob"].Actor.Desk));
        Assert.False(clients["ann-screen"].May(Permissions.Risk));
        Assert.True(clients["risk"].May(Permissions.View | Permissions.Risk));
        Assert.False(clients["risk"].May(Permissions.Trade));
    }

    [Fact]
    public void Its_accounts_and_limits_have_no_problem()
    {
        var venue = Sample.GetSection("Venues:Hyperliquid").Get<HyperliquidOptions>()!;
        var limits = Sample.GetSection("Limits").Get<LimitOptions>()!;

        Assert.Empty(venue.Problems());
        Validator.ValidateObject(limits, new ValidationContext(limits), validateAllProperties: true);
        Assert.Equal(WhenUnset.Refuse, limits.WhenUnset);
        Assert.Equal(venue.Accounts.Keys.Order(), limits.AccountDesks.Keys.Order());
        Assert.Equal(0.2m, Assert.Single(limits.PinnedPrices).Dollars);
    }
}
