using System.Diagnostics;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Operations;

/// <summary>The doctor as an operator calls it: a process that prints what it finds and ends with a code for scripts.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task It_ends_with_0_on_a_sound_setup()
    {
        var (exit, output) = await RunAsync();

        Assert.True(exit == 0, output);
        Assert.Contains("fine     DEFAULT key: ", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing keeps the gateway from trading.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_1_where_something_has_to_be_mended()
    {
        var (exit, output) = await RunAsync(
            "--Venues:Hyperliquid:InfoUrl=http://127.0.0.1:1", "--Venues:Hyperliquid:WebSocketUrl=ws://127.0.0.1:1/ws",
            $"--Venues:Hyperliquid:Accounts:MAIN:Address={World.Master}", $"--Venues:Hyperliquid:Accounts:MAIN:Key={World.AgentKey}");

        Assert.True(exit == 1, output);
        Assert.Contains("problem  info 127.0.0.1: ", output, StringComparison.Ordinal);
        Assert.EndsWith("2 to be mended before the gateway can trade.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain(World.AgentKey[2..], output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Gateway.Server.dll"), "doctor", .. settings])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        using var doctor = Process.Start(start)!;
        var output = await doctor.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await doctor.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (doctor.ExitCode, output);
    }
}
