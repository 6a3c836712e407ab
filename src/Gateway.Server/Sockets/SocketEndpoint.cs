using Gateway.Server.Sessions;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Sockets;

/// <summary><c>GET /ws</c>: who may not connect hears so before the upgrade, in one sentence.</summary>
internal static class SocketEndpoint
{
    /// <summary>Serves clients.</summary>
    public static void MapSockets(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            HoldingUpgrade.Offer(context);
            return next(context);
        });
        app.UseWebSockets();
        app.MapGet("/ws", AcceptAsync);
    }

    private static async Task AcceptAsync(HttpContext context, KeyRing keys, IOptions<SocketOptions> options, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "This address speaks WebSocket only.");
        }
        else if (!BrowserOrigins.Permit(context.Request, options.Value))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not connect; Sockets:AllowedOrigins lists those that may.");
        }
        else if (PresentedKey.Of(context.Request, context.WebSockets.WebSocketRequestedProtocols) is not { } key || keys.Find(key) is not { } client)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Present a valid API key: Authorization: Bearer <key>.");
        }
        else if (!GracePeriod.TryRead(context.Request.Query, out var grace))
        {
            await RefuseAsync(
                context, StatusCodes.Status400BadRequest, $"cancel_on_disconnect must be a number of seconds, 0 to {GracePeriod.LongestSeconds}.");
        }
        else
        {
            using var accepted = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                SubProtocol = context.WebSockets.WebSocketRequestedProtocols.Contains(PresentedKey.Protocol) ? PresentedKey.Protocol : null,
                KeepAliveInterval = options.Value.PingInterval,
                KeepAliveTimeout = options.Value.PongTimeout,
            });
            await using var socket = new WebSocketClientSocket(accepted, HoldingUpgrade.Of(context), options.Value.MaxMessageBytes);
            await context.RequestServices.ServeAsync(socket, client, grace, lifetime.ApplicationStopping);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(sentence + "\n", context.RequestAborted);
    }
}
