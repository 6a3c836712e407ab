using System.Diagnostics;
using System.Text.RegularExpressions;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Operations;

/// <summary>The real commands on the journal of a real gateway, while it runs and after it was killed.</summary>
public sealed class JournalCommandTests
{
    [Fact]
    public async Task The_commands_tell_what_a_journal_holds_and_where_it_is_damaged()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        var journal = Directory.CreateTempSubdirectory("gateway-").FullName;
        await using (var gateway = GatewayProcess.Start(new Dictionary<string, string> { ["Journal:Directory"] = journal }))
        {
            await gateway.ReadyAsync(patience.Token);
            await using var client = await GatewayClient.ConnectAsync(gateway.WebSocketAddress, "demo", patience.Token);
            await client.AskAsync(
                "SendLimitOrder",
                new
                {
                    account = "DEFAULT",
                    dir = "Buy",
                    price = "50001",
                    quantity = "0.01",
                    target = "BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT",
                },
                patience.Token);
            await client.AskAsync("CancelOrder", new { order_id = 1 }, patience.Token);

            // Beside the gateway that writes it.
            var (beside, sight) = await RunAsync(journal, "verify");
            Assert.True(beside == 0, sight);
            await gateway.KillAsync();
        }

        var (whole, verdict) = await RunAsync(journal, "verify");
        Assert.True(whole == 0, verdict);
        Assert.Matches("^whole +[0-9]+ records in 1 file, each follows the one before", verdict);

        var (_, story) = await RunAsync(journal, "show", "--order", "1");
        Assert.Matches(new Regex("#[0-9]+ +OrderPlaced .*price=50001.* by demo/.*\n(.*\n)*.*CancelRequested(.*\n)*Order 1 is [A-Z][A-Za-z+]*: 0 of 0.01 filled", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), story);
        Assert.Equal((1, "There is no order 99 in this journal."), Trimmed(await RunAsync(journal, "show", "--order", "99")));

        var (replayed, summary) = await RunAsync(journal, "replay");
        Assert.True(replayed == 0, summary);
        Assert.Contains("orders   1; the next is 2", summary, StringComparison.Ordinal);
        Assert.Equal(summary, (await RunAsync(journal, "replay")).Output);

        Assert.Equal(2, (await RunAsync(journal, "explain")).Exit);
        Assert.Equal(1, (await RunAsync(Path.Combine(journal, "nowhere"), "verify")).Exit);

        var file = Assert.Single(Directory.GetFiles(journal, "journal-*.jsonl"));
        var text = await File.ReadAllTextAsync(file, patience.Token);
        await File.WriteAllTextAsync(file, text.Replace("\"50001\"", "\"50002\"", StringComparison.Ordinal), patience.Token);
        foreach (var command in (string[])["verify", "replay"])
        {
            var (damaged, place) = await RunAsync(journal, command);
            Assert.Equal(1, damaged);
            Assert.Matches($"in '{Regex.Escape(file)}', line [0-9]+, at offset [0-9]+, its hash does not match its content", place);
        }

        Directory.Delete(journal, recursive: true);
    }

    private static (int Exit, string Output) Trimmed((int Exit, string Output) run) => (run.Exit, run.Output.Trim());

    private static async Task<(int Exit, string Output)> RunAsync(string directory, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Gateway.Server.dll"), "journal", command, $"--Journal:Directory={directory}", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
