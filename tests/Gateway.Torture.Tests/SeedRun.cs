using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests;

/// <summary>Runs seeds from the command line.</summary>
internal static class SeedRun
{
    /// <summary>Runs a range of seeds and prints the figures.</summary>
    /// <returns>How many failed, at most 100.</returns>
    public static int Many(int first, int last)
    {
        var started = TimeProvider.System.GetTimestamp();
        var figures = new Figures();
        for (var seed = first; seed <= last; seed++)
        {
            var outcome = new World(seed).Run();
            figures.Add(outcome);
            if (outcome.Violations.Count > 0)
                Console.WriteLine(Sentence(outcome));
        }

        Console.WriteLine(figures);
        Console.WriteLine($"in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:F1} s");
        return Math.Min(figures.Failed, 100);
    }

    /// <summary>Runs one seed and tells its story.</summary>
    public static int Tell(int seed)
    {
        var outcome = new World(seed, trace: Console.WriteLine).Run();
        Console.WriteLine($"journal {outcome.JournalHash}");
        return outcome.Violations.Count;
    }

    /// <summary>What went wrong, and the command that shows it again.</summary>
    public static string Sentence(Outcome outcome) =>
        $"Seed {outcome.Seed}: {string.Join("; ", outcome.Violations)}{Environment.NewLine}" +
        $"  dotnet run --project tests/Gateway.Torture.Tests -- --seed {outcome.Seed}";
}
