using System.Globalization;
using Gateway.Orders.Inspection;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Server.Operations;

/// <summary>
/// Looks at a journal and changes nothing: <c>dotnet run --project src/Gateway.Server -- journal verify|replay|show --order N</c>.
/// It reads <c>Journal:Directory</c>, which may be a copy, or that of a gateway that runs.
/// </summary>
internal static class JournalCommand
{
    private const string Usage =
        "Say 'journal verify', 'journal replay' or 'journal show --order N', and with '--Journal:Directory=…' which journal if not the configured one.";

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAskedFor(string[] args) => args is ["journal", ..];

    /// <summary>Writes what was asked for.</summary>
    /// <returns>The exit code: 0 if the journal is whole and holds what was asked for, 1 if not, 2 if nobody can tell what was asked for.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var journal = configuration.GetSection("Journal").Get<JournalOptions>() ?? new JournalOptions();
        var directory = journal.Directory;
        if (!Directory.Exists(directory))
        {
            await output.WriteLineAsync($"There is no directory '{Path.GetFullPath(directory)}'; name the journal's with '--Journal:Directory=…'.");
            return 1;
        }

        try
        {
            switch (args)
            {
                case [_, "verify", ..]:
                    return await JournalVerification.WriteAsync(directory, output, cancellationToken) ? 0 : 1;
                case [_, "replay", ..]:
                    var limits = configuration.GetSection("Limits").Get<LimitOptions>() ?? new LimitOptions();
                    return await JournalReplay.WriteAsync(journal, limits, output, cancellationToken) ? 0 : 1;
                case [_, "show", ..] when OrderIn(configuration) is { } order:
                    return await OrderStory.WriteAsync(directory, order, output, cancellationToken) ? 0 : 1;
                default:
                    await output.WriteLineAsync(Usage);
                    return 2;
            }
        }
        catch (JournalDamagedException damage)
        {
            await output.WriteLineAsync(damage.Message);
            return 1;
        }
    }

    private static OrderId? OrderIn(IConfiguration configuration) =>
        long.TryParse(configuration["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= OrderId.MaxValue
            ? new OrderId(number)
            : null;
}
