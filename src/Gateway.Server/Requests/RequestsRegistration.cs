using FluentValidation;
using Gateway.Server.Requests.Orderflow;
using MediatR;

namespace Gateway.Server.Requests;

/// <summary>Puts the requests into the program.</summary>
internal static class RequestsRegistration
{
    /// <summary>Finds every handler and validator of the assembly.</summary>
    public static void AddRequests(this IServiceCollection services)
    {
        foreach (var type in typeof(RequestsRegistration).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var face in type.GetInterfaces().Where(face => face.IsGenericType))
            {
                if (face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
                    services.AddTransient(face, type);
                else if (face.GetGenericTypeDefinition() == typeof(IValidator<>))
                    services.AddSingleton(face, type);
            }
        }

        services.AddScoped<ServiceFactory>(scope => scope.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddMetrics();
        services.AddSingleton<RequestDurations>();
        services.AddSingleton<OrderUpdateTexts>();
        services.AddSingleton<RequestCatalogue>();
    }
}
