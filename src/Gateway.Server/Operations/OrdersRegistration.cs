using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Limits;
using Gateway.Venues;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Operations;

/// <summary>Puts the order core and what it trades into the program.</summary>
internal static class OrdersRegistration
{
    /// <summary>Reads <c>Orders</c> and <c>Journal</c>.</summary>
    public static void AddOrders(this IServiceCollection services, IReadOnlyList<IVenue> venues)
    {
        services.AddOptions<LimitOptions>().BindConfiguration("Limits").Configure<IConfiguration>(RefuseWhereMoneyIsReal)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OrderEngineOptions>().BindConfiguration("Orders")
            .Configure<IOptions<LimitOptions>>((orders, limits) => orders.Limits = limits.Value)
            .Configure<IOptions<JournalOptions>>((orders, journal) => orders.ArchiveDirectory = journal.Value.ArchiveDirectory).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<JournalOptions>().BindConfiguration("Journal").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OrderEngineOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<JournalOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IJournal, FileJournal>();
        services.AddSingleton(venues);
        services.AddSingleton<Symbology>();
        services.AddSingleton<KnownNames>();
        services.AddSingleton<LimitDollars>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LimitOptions>>().Value);
        services.AddSingleton<OrderEngine>();
        services.AddHostedService<EngineHost>();
        services.AddHostedService<PinnedProducts>();
    }

    // Who has not said what to do without a limit gets the careful answer where it matters.
    private static void RefuseWhereMoneyIsReal(LimitOptions limits, IConfiguration configuration)
    {
        if (configuration["Limits:WhenUnset"] is null && configuration["Venues:Hyperliquid:Network"] is { } network
            && network.Equals("Mainnet", StringComparison.OrdinalIgnoreCase))
            limits.WhenUnset = WhenUnset.Refuse;
    }
}
