using Gateway.Conformance.Reports;
using Gateway.Conformance.Schemas;

namespace Gateway.Conformance;

internal static class Program
{
    private const string Folder = "protocol/conversations";

    public static async Task<int> Main(string[] words)
    {
        if (words is ["--help"])
        {
            Console.WriteLine(Arguments.Usage);
            return 0;
        }

        try
        {
            return await RunAsync(Arguments.Parse(words));
        }
        catch (Exception wrong) when (wrong is FormatException or IOException)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Arguments.Usage}");
            return 2;
        }
    }

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = arguments.Conversations ?? Find();
        // Conversations of somebody's own may have none beside them.
        var schemas = Path.Combine(folder, "..", "schemas");
        var settings = new Settings
        {
            Values = Settings.Read(Path.Combine(folder, "variables.txt")).SetItems(arguments.Values),
            Without = arguments.Without,
            Patience = arguments.Patience,
            Inspect = Directory.Exists(schemas) ? PublishedSchemas.ReadAll(schemas).ProblemOf : null,
        };
        var runner = new Runner(new ForeignWorld(arguments.Endpoint), settings, TimeProvider.System);
        var report = new TextReport(Console.Out);
        var outcomes = new List<Outcome>();
        foreach (var conversation in Conversation.ReadAll(folder))
        {
            if (!arguments.Only.IsEmpty && !arguments.Only.Any(start => conversation.Name.StartsWith(start, StringComparison.Ordinal)))
                continue;
            outcomes.Add(await runner.RunAsync(conversation, CancellationToken.None));
            report.Add(outcomes[^1]);
        }

        report.Finish();
        if (arguments.Junit is { } file)
            JunitReport.Of(outcomes).Save(file);
        return report.HasFailures ? 1 : 0;
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, Folder)))
                return Path.Combine(at.FullName, Folder);
        }

        throw new IOException($"{Folder} is in none of the folders above {Environment.CurrentDirectory}: name it with --conversations.");
    }
}
