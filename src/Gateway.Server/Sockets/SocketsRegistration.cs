using Gateway.Orders;
using Gateway.Server.Operations;
using Gateway.Server.Requests;
using Gateway.Server.Sessions;
using MediatR;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Sockets;

/// <summary>Puts sockets and sessions into the program.</summary>
internal static class SocketsRegistration
{
    /// <summary>Reads <c>Sockets</c> and <c>Clients</c>.</summary>
    public static void AddSockets(this WebApplicationBuilder builder)
    {
        // What is read is handled where it was read, and what is written is sent where it was written: nothing here keeps a thread waiting,
        // and each change of threads would take longer than what is done on them.
        builder.WebHost.UseSockets(transport => transport.UnsafePreferInlineScheduling = true);
        builder.Services.AddOptions<SocketOptions>().BindConfiguration("Sockets").ValidateDataAnnotations().ValidateOnStart();
        var clients = builder.Configuration.GetSection("Clients").Get<Dictionary<string, ClientOptions>>() ?? [];
        builder.Services.AddSingleton(new KeyRing(clients));
        builder.Services.AddSingleton<Defects>();
        builder.Services.AddSingleton(provider => new DisconnectGuard(
            provider.GetRequiredService<OrderEngine>().CancelOrdersOfAsync, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Defects>()));
        builder.Services.AddScoped<SessionSlot>();
        builder.Services.AddScoped(scope => scope.GetRequiredService<SessionSlot>().Session);
    }

    /// <summary>Serves one client, and sees to its orders if it asked for that and is gone for longer than its grace period.</summary>
    public static async Task ServeAsync(
        this IServiceProvider services, IClientSocket socket, Client client, TimeSpan? grace, CancellationToken stopping)
    {
        if (grace is not { } period)
        {
            await services.ServeAsync(socket, client, stopping);
            return;
        }

        var guard = services.GetRequiredService<DisconnectGuard>();
        guard.Enter(client);
        try
        {
            await services.ServeAsync(socket, client, stopping);
        }
        finally
        {
            // It outlives the connection, and reports its failures itself.
            _ = guard.LeaveAsync(client, period, stopping);
        }
    }

    /// <summary>Serves one client in a scope of its own.</summary>
    public static async Task ServeAsync(this IServiceProvider services, IClientSocket socket, Client client, CancellationToken stopping)
    {
        await using var scope = services.CreateAsyncScope();
        var options = services.GetRequiredService<IOptions<SocketOptions>>().Value;
        var defects = services.GetRequiredService<Defects>();
        using var outbox = new Outbox(socket, options);
        var session = new Session(client, new(outbox, defects));
        scope.ServiceProvider.GetRequiredService<SessionSlot>().Session = session;
        var desk = new RequestDesk(
            services.GetRequiredService<RequestCatalogue>(),
            services.GetRequiredService<RequestDurations>(),
            scope.ServiceProvider.GetRequiredService<IMediator>(),
            session,
            outbox,
            defects);
        await new Connection(
            socket, outbox, session.Subscriptions, desk, services.GetRequiredService<OrderEngine>(), options, services.GetRequiredService<TimeProvider>()).RunAsync(stopping);
    }
}
