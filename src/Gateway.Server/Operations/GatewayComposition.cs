using Gateway.Server.Requests;
using Gateway.Server.Sockets;
using Gateway.Venues;

namespace Gateway.Server.Operations;

/// <summary>The gateway put together from its parts, for whatever venues.</summary>
internal static class GatewayComposition
{
    /// <summary>Builds the program; one line per part.</summary>
    public static WebApplication Compose(this WebApplicationBuilder builder, IReadOnlyList<IVenue> venues)
    {
        builder.AddSockets();
        builder.Services.AddRequests();
        builder.Services.AddOrders(venues);

        var app = builder.Build();
        app.MapSockets();
        app.MapHealth();
        return app;
    }
}
