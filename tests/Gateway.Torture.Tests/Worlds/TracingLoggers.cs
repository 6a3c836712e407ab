using Microsoft.Extensions.Logging;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>Lets the gateway's own log flow into the story of a world.</summary>
internal sealed class TracingLoggers(Action<string> tell) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        tell($"log {eventId.Id} {formatter(state, exception)}");

    public void Dispose()
    {
        // There is nothing to let go of.
    }
}
