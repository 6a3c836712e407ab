using Gateway.Orders.Journal;

namespace Gateway.Mortal;

/// <summary>Puts the mortal journal into the place of the server's own, when all parts are named.</summary>
internal sealed class MortalServices(Death death) : IServiceProviderFactory<IServiceCollection>
{
    public IServiceCollection CreateBuilder(IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(IJournal));
        services.AddSingleton<IJournal>(provider => new MortalJournal(
            (IJournal)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!), provider.GetRequiredService<JournalOptions>().Directory, death));
        return services;
    }

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder) => containerBuilder.BuildServiceProvider();
}
