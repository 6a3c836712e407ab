using System.Diagnostics;
using Gateway.EndToEnd.Tests.Clients;
using Gateway.EndToEnd.Tests.Harness;
using Gateway.EndToEnd.Tests.House;

namespace Gateway.EndToEnd.Tests.Operations;

/// <summary>What the README's first page promises a newcomer, with nothing but the shipped settings.</summary>
public sealed class FirstOrderTests
{
    // Debian's own Python is the one that python3-websockets belongs to.
    private const string Python = "/usr/bin/python3";

    [Fact]
    public async Task The_python_script_gets_a_newcomer_to_a_filled_order()
    {
        Assert.SkipUnless(await RunsAsync(Python, ["-c", "import websockets"], null) is (0, _), "Needs Debian's python3-websockets.");
        await PlacesAFilledOrderAsync(Python, Repository.PathOf("protocol", "examples", "first_order.py"));
    }

    [Fact]
    public async Task The_node_script_gets_a_newcomer_to_a_filled_order()
    {
        await Published.TypeScript.RequireAsync(TestContext.Current.CancellationToken);
        await PlacesAFilledOrderAsync("node", Repository.PathOf("protocol", "examples", "first_order.mjs"));
    }

    private static async Task PlacesAFilledOrderAsync(string interpreter, string script)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        var journal = Directory.CreateTempSubdirectory("gateway-");
        await using (var gateway = GatewayProcess.Start(new Dictionary<string, string> { ["Journal:Directory"] = journal.FullName }))
        {
            await gateway.ReadyAsync(patience.Token);

            var (exitCode, output) = await RunsAsync(interpreter, [script], gateway.WebSocketAddress);

            Assert.True(exitCode == 0, output);
            Assert.Contains("Acked+Filled+Out", output, StringComparison.Ordinal);
            Assert.Contains("fill ", output, StringComparison.Ordinal);
        }

        journal.Delete(recursive: true);
    }

    private static async Task<(int ExitCode, string Output)> RunsAsync(string program, string[] arguments, Uri? gateway)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (gateway is not null)
            start.Environment["GATEWAY_URL"] = gateway.ToString();
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"There is no {program} here.");
        }
    }
}
