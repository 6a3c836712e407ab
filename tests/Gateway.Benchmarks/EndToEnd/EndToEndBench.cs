namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// The order path from a client's frame to a venue's answer, on this machine: <c>dotnet run -c Release --project
/// tests/Gateway.Benchmarks -- end-to-end [rounds] [seconds] [scenario …]</c>. All contenders take turns in each round; what is
/// printed are medians over the rounds. What takes a minute or more is run once, after the rounds.
/// </summary>
internal static class EndToEndBench
{
    private const int DefaultRounds = 3;
    private const double DefaultSeconds = 2;
    private const string Everything = "everything";

    private static readonly Scenario[] Once = [Scenario.Ledger, Scenario.Budget, Scenario.Steady];

    /// <summary>Runs everything, or only the scenarios that are named, and prints the tables.</summary>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var rounds = arguments.Count > 0 ? int.Parse(arguments[0]) : DefaultRounds;
        var measured = TimeSpan.FromSeconds(arguments.Count > 1 ? double.Parse(arguments[1]) : DefaultSeconds);
        var scenarios = Asked([.. arguments.Skip(2)]);
        var hasPeer = await Peer.PrepareAsync();
        using var around = await Surroundings.StartAsync();
        var results = new Results();
        IReadOnlyList<Turn> turns = [.. Turns(around).Where(turn => scenarios.Contains(turn.Scenario) && (hasPeer || turn.Contender != Contender.Nktkas))];

        // The first orders find cold code: whatever is asked for, everybody is under load for a while before.
        if (turns.Count > 0)
            await new Runs(around, TimeSpan.Zero, TimeSpan.FromSeconds(3)).WarmAsync();
        for (var round = 0; round < rounds; round++)
        {
            Console.WriteLine($"Round {round + 1} of {rounds}.");
            await RoundAsync(turns, around, new Runs(around, TimeSpan.FromSeconds(0.5), measured), results);
        }

        await OnceAsync(scenarios, around, results);
        Console.WriteLine();
        Console.WriteLine(Report.Write(results, await MachineAsync()));
    }

    // Without a word: all but what takes a minute each.
    private static HashSet<Scenario> Asked(IReadOnlyList<string> words) => words switch
    {
        [] => [.. Enum.GetValues<Scenario>().Except([Scenario.Budget, Scenario.Steady])],
        [Everything] => [.. Enum.GetValues<Scenario>()],
        _ => [.. words.Select(Enum.Parse<Scenario>)],
    };

    private static async Task OnceAsync(HashSet<Scenario> scenarios, Surroundings around, Results results)
    {
        foreach (var scenario in Once.Where(scenarios.Contains))
        {
            Console.WriteLine($"{scenario}.");
            switch (scenario)
            {
                case Scenario.Budget:
                    results.Add(scenario, Contender.BeforeSend, await new BudgetedLoad(around).RunAsync());
                    break;
                case Scenario.Steady:
                    results.Add(scenario, Contender.BeforeSend, await new SteadyLoad(around, TimeSpan.FromMinutes(1)).RunAsync());
                    break;
                default:
                    var growth = await OrderPath.LedgerGrowth.MeasureAsync();
                    results.Add(scenario, Contender.Few, Of(growth.Open[0].Time, growth.Open[0].Bytes));
                    results.Add(scenario, Contender.Many, Of(growth.Open[^1].Time, growth.Open[^1].Bytes));
                    results.Add(scenario, Contender.Retired, Of(double.NaN, growth.BytesPerRetired));
                    break;
            }
        }
    }

    private static Measurement Of(double time, double bytes) => new(time, double.NaN, double.NaN) { Allocated = bytes };

    private static async Task RoundAsync(IEnumerable<Turn> turns, Surroundings around, Runs runs, Results results)
    {
        foreach (var turn in turns)
        {
            await around.DelayAsync(turn.Scenario == Scenario.SlowVenue ? 50 : 0);
            results.Add(turn.Scenario, turn.Contender, await turn.Run(runs));
        }
    }

    private static IReadOnlyList<Turn> Turns(Surroundings around) =>
    [
        new(Scenario.Inside, Contender.Pipe, runs => runs.InsideAsync(gateway: null)),
        new(Scenario.Inside, Contender.Interval, runs => runs.InsideAsync(around.StampedInterval)),
        new(Scenario.Inside, Contender.BeforeSend, runs => runs.InsideAsync(around.StampedBeforeSend)),
        new(Scenario.Inside, Contender.Flush, _ => Flush.MeasureAsync()),
        new(Scenario.One, Contender.Pipe, runs => runs.PipeAsync(1, 1)),
        new(Scenario.One, Contender.Interval, runs => runs.GatewayAsync(around.Interval, 1, 1)),
        new(Scenario.One, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 1, 1)),
        new(Scenario.One, Contender.Nktkas, runs => runs.NktkasAsync(1)),
        new(Scenario.ThirtyTwo, Contender.Pipe, runs => runs.PipeAsync(1, 32)),
        new(Scenario.ThirtyTwo, Contender.Interval, runs => runs.GatewayAsync(around.Interval, 1, 32)),
        new(Scenario.ThirtyTwo, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 1, 32)),
        new(Scenario.ThirtyTwo, Contender.Nktkas, runs => runs.NktkasAsync(32)),
        new(Scenario.EightByFour, Contender.Pipe, runs => runs.PipeAsync(8, 4)),
        new(Scenario.EightByFour, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 8, 4)),
        new(Scenario.SlowVenue, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 1, 32)),
        new(Scenario.SlowVenue, Contender.Nktkas, runs => runs.NktkasAsync(32)),
        new(Scenario.Eight, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 1, 8)),
        new(Scenario.SixtyFour, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 1, 64)),
        new(Scenario.FiveHundredTwelve, Contender.BeforeSend, runs => runs.GatewayAsync(around.BeforeSend, 8, 64)),
        new(Scenario.Audience, Contender.BeforeSend, runs => runs.AudienceAsync(around.BeforeSend)),
        new(Scenario.Sign, Contender.Curve, runs => Task.FromResult(runs.SignCurve())),
        new(Scenario.Sign, Contender.Whole, runs => Task.FromResult(runs.SignWhole())),
    ];

    private static async Task<string> MachineAsync()
    {
        var model = (await File.ReadAllLinesAsync("/proc/cpuinfo")).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return $"{Environment.ProcessorCount} × {model?.Split(':')[1].Trim()}, {Environment.OSVersion.VersionString}, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}";
    }

    private sealed record Turn(Scenario Scenario, Contender Contender, Func<Runs, Task<Measurement>> Run);
}
