using Serilog;
using Serilog.Extensions.Logging;

namespace Gateway.Server.Operations;

/// <summary>Where log lines go: as <c>Serilog</c> in the configuration says.</summary>
internal static class Logs
{
    /// <summary>Replaces the framework's own providers, and answers the factory for parts that are made before the program is built.</summary>
    public static ILoggerFactory AddLogs(this WebApplicationBuilder builder)
    {
        var log = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(log);
        return new SerilogLoggerFactory(log, dispose: true);
    }
}
