using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>The real server as a process of its own, so that it can be killed at any moment.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private GatewayProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Address { get; }

    /// <summary>Its client endpoint.</summary>
    public Uri WebSocketAddress => new UriBuilder(Address) { Scheme = "ws", Path = "/ws" }.Uri;

    /// <summary>Everything it has printed.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts a gateway on a free port with these settings; a clean configuration otherwise.</summary>
    /// <param name="settings">What differs from the settings that it is shipped with.</param>
    /// <param name="program">The gateway as it is shipped, or one that can be told where to die.</param>
    public static GatewayProcess Start(IReadOnlyDictionary<string, string> settings, string program = "Gateway.Server")
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{program}.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var gateway = new GatewayProcess(new Process { StartInfo = start }, address);
        gateway.process.OutputDataReceived += gateway.Keep;
        gateway.process.ErrorDataReceived += gateway.Keep;
        gateway.process.Start();
        gateway.process.BeginOutputReadLine();
        gateway.process.BeginErrorReadLine();
        return gateway;
    }

    /// <summary>Waits until the gateway says that it is ready.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => SaysItIsReadyAsync(true, cancellationToken);

    /// <summary>Waits until the gateway says that it is not ready.</summary>
    public Task UnreadyAsync(CancellationToken cancellationToken) => SaysItIsReadyAsync(false, cancellationToken);

    private async Task SaysItIsReadyAsync(bool isReady, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The gateway exited with {process.ExitCode}:\n{Output}");
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode == isReady)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"The gateway did not become {(isReady ? "ready" : "unready")} in time:\n{Output}", late);
            }

            // A process across a socket has no event to wait for but its answer; the pause only spares the processor.
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Waits until it has died by itself, as <c>kill -9</c> would have it.</summary>
    public async Task DiesAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 128 + 9, $"The gateway exited with {process.ExitCode}:\n{Output}");
    }

    /// <summary>Waits until it has printed these words.</summary>
    public async Task SaysAsync(string words, CancellationToken cancellationToken)
    {
        while (!Output.Contains(words, StringComparison.Ordinal))
        {
            if (cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"The gateway did not say '{words}':\n{Output}");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Pulls the plug: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as an operator or a container does, and waits until it has.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
            output.Enqueue(line.Data);
    }
}
