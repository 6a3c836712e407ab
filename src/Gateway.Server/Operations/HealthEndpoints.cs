using Gateway.Orders;

namespace Gateway.Server.Operations;

/// <summary>
/// <c>/health/live</c>: the process runs. <c>/health/ready</c>: it can take orders on every account, and if not (503), what it waits for.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Answers both.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", (OrderEngine engine) => Results.Json(
            Readiness.Of(engine), statusCode: engine.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
    }
}
