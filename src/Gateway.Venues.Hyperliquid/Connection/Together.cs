using System.Runtime.ExceptionServices;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>Runs loops that stand or fall together: when the first ends, the others are canceled.</summary>
internal static class Together
{
    /// <exception cref="TransportException">A connection broke.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static async Task RunAsync(CancellationToken cancellationToken, params Func<CancellationToken, Task>[] loops)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = loops.Select(loop => loop(end.Token)).ToArray();
        await Task.WhenAny(running);
        Cancel(end);
        try
        {
            await Task.WhenAll(running);
        }
        catch (Exception failure) when (failure is OperationCanceledException or TransportException)
        {
            // A defect in one loop counts for more than the cancellation or the lost connection that it caused in another.
            var failures = running.SelectMany(task => task.Exception?.InnerExceptions ?? Enumerable.Empty<Exception>()).ToArray();
            if (failures.FirstOrDefault(one => one is not TransportException) is { } defect)
                ExceptionDispatchInfo.Throw(defect);
            if (cancellationToken.IsCancellationRequested)
                throw;
            var loss = failures.FirstOrDefault() ?? failure;
            throw new TransportException(loss.Message, loss);
        }
    }

    // CancelAsync would hop to another thread.
    private static void Cancel(CancellationTokenSource source) => source.Cancel();
}
