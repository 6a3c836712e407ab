using Serilog;

namespace Gateway.Server.Operations;

/// <summary>Where log lines go: as <c>Serilog</c> in the configuration says, the console unless it says otherwise.</summary>
internal static class Logs
{
    /// <summary>Replaces the framework's own providers.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);
    }
}
