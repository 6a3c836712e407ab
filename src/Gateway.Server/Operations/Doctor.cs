using System.ComponentModel.DataAnnotations;
using Gateway.Venues;
using Gateway.Venues.Hyperliquid;

namespace Gateway.Server.Operations;

/// <summary>Looks at the set-up without trading: <c>dotnet run --project src/Gateway.Server -- doctor</c>.</summary>
internal static class Doctor
{
    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAskedFor(string[] args) => args is ["doctor", ..];

    /// <summary>Writes one line for each finding, and one for its cure.</summary>
    /// <returns>The exit code: 0 unless something keeps the gateway from trading.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, ILoggerFactory loggers, TextWriter output, CancellationToken cancellationToken)
    {
        var problems = 0;
        try
        {
            await using var trading = await ConfiguredVenues.OpenAsync(configuration, loggers);
            await foreach (var finding in trading.ExamineAsync(cancellationToken))
            {
                problems += finding.Kind == FindingKind.Problem ? 1 : 0;
                await WriteAsync(output, finding);
            }
        }
        catch (Exception setup) when (setup is ValidationException or HyperliquidSetupException)
        {
            problems++;
            await WriteAsync(output, new(FindingKind.Problem, "configuration", setup.Message));
        }

        await output.WriteLineAsync(problems == 0 ? "Nothing keeps the gateway from trading." : $"{problems} to be mended before the gateway can trade.");
        return problems == 0 ? 0 : 1;
    }

    private static Task WriteAsync(TextWriter output, Finding finding) => output.WriteLineAsync(
        $"{finding.Kind.ToString().ToLowerInvariant(),-8} {finding.Subject}: {finding.Text}{(finding.Cure is { } cure ? $" Cure: {cure}" : "")}");
}
