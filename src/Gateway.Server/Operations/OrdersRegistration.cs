using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Server.Markets;
using Gateway.Venues;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Operations;

/// <summary>Puts the order core and what it trades into the program.</summary>
internal static class OrdersRegistration
{
    /// <summary>Reads <c>Orders</c> and <c>Journal</c>.</summary>
    public static void AddOrders(this IServiceCollection services, IReadOnlyList<IVenue> venues)
    {
        services.AddOptions<OrderEngineOptions>().BindConfiguration("Orders").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<JournalOptions>().BindConfiguration("Journal").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OrderEngineOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<JournalOptions>>().Value);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IJournal, FileJournal>();
        services.AddSingleton(venues);
        services.AddSingleton<Symbology>();
        services.AddSingleton<OrderEngine>();
        services.AddHostedService<EngineHost>();
    }
}
