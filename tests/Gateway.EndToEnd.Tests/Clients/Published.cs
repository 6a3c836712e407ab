using System.Diagnostics;
using Gateway.EndToEnd.Tests.House;

namespace Gateway.EndToEnd.Tests.Clients;

/// <summary>A client that the project publishes: where it lives and what runs it.</summary>
internal sealed class Published
{
    private readonly string folder;
    private readonly string program;

    private Published(string name, string program, string[] trading, string[] bridge)
    {
        folder = Repository.PathOf("protocol", "clients", name);
        this.program = program;
        Trading = trading;
        Bridge = bridge;
    }

    // The system's own Python is the one that has the system's package of websockets.
    public static Published Python { get; } = new(
        "python", File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", ["-m", "tests.live_trading"], ["-m", "tests.bridge"]);

    public static Published TypeScript { get; } = new("typescript", "node", ["dist/test/live-trading.js"], ["dist/test/bridge.js"]);

    /// <summary>The arguments that run its own tests, once it is compiled.</summary>
    public IEnumerable<string> Tests => this == Python
        ? ["-m", "unittest"]
        : ["--test", .. Directory.EnumerateFiles(Path.Combine(folder, "dist", "test"), "*.test.js")];

    /// <summary>The arguments that make it trade; address, key, market, price and number of orders follow.</summary>
    public string[] Trading { get; }

    /// <summary>The arguments that make it a gateway whose clients speak through it; the address of the real one follows.</summary>
    public string[] Bridge { get; }

    /// <summary>Skips the test where what runs the client is missing; compiles it where that is needed.</summary>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        if (this == Python)
        {
            Assert.SkipUnless(
                await SucceedsAsync(["-c", "import sys, websockets.legacy.client; assert sys.version_info >= (3, 11)"], cancellationToken),
                "Needs Python 3.11 or later with websockets: apt-get install python3-websockets.");
            return;
        }

        var compiler = Path.Combine(folder, "node_modules", "typescript", "bin", "tsc");
        Assert.SkipUnless(
            File.Exists(compiler) && await SucceedsAsync(["-e", "process.exit(process.versions.node.split('.')[0] >= 20 ? 0 : 1)"], cancellationToken),
            "Needs Node 20 or later, and the packages that tests/prepare-node.sh installs.");
        var (exitCode, output) = await RunAsync([compiler], line => { }, cancellationToken);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Runs the client's program in its folder, telling each line that it prints.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(
        IEnumerable<string> arguments, Action<string> printed, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                output.Add(line);
                printed(line);
            }

            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, string.Join('\n', output) + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private async Task<bool> SucceedsAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            return (await RunAsync(arguments, line => { }, cancellationToken)).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // not there
        }
    }
}
