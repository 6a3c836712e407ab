namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// The order path from a client's frame to a venue's answer, on this machine: <c>dotnet run -c Release --project
/// tests/Gateway.Benchmarks -- end-to-end [rounds] [seconds]</c>. All contenders take turns in each round; what is printed are medians over the rounds.
/// </summary>
internal static class EndToEndBench
{
    private const int DefaultRounds = 3;
    private const double DefaultSeconds = 2;

    /// <summary>Runs everything and prints the table.</summary>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var rounds = arguments.Count > 0 ? int.Parse(arguments[0]) : DefaultRounds;
        var measured = TimeSpan.FromSeconds(arguments.Count > 1 ? double.Parse(arguments[1]) : DefaultSeconds);
        var hasPeer = await Peer.PrepareAsync();
        using var around = await Surroundings.StartAsync();
        var results = new Results();

        // The first orders find cold code; the second half of the warming then has what a day of trading has.
        await RoundAsync(new Runs(around, TimeSpan.Zero, TimeSpan.FromSeconds(1)), new Results(), around, hasPeer: false);
        for (var round = 0; round < rounds; round++)
        {
            Console.WriteLine($"Round {round + 1} of {rounds}.");
            await RoundAsync(new Runs(around, TimeSpan.FromSeconds(0.5), measured), results, around, hasPeer);
        }

        Console.WriteLine();
        Console.WriteLine(Report.Write(results, await MachineAsync()));
    }

    private static async Task RoundAsync(Runs runs, Results results, Surroundings around, bool hasPeer)
    {
        results.Add(Scenario.Inside, Contender.Pipe, await runs.InsideAsync(gateway: null));
        results.Add(Scenario.Inside, Contender.Interval, await runs.InsideAsync(around.StampedInterval));
        results.Add(Scenario.Inside, Contender.BeforeSend, await runs.InsideAsync(around.StampedBeforeSend));
        results.Add(Scenario.Inside, Contender.Flush, Flush.Measure());

        results.Add(Scenario.One, Contender.Pipe, await runs.PipeAsync(1, 1));
        results.Add(Scenario.One, Contender.Interval, await runs.GatewayAsync(around.Interval, 1, 1));
        results.Add(Scenario.One, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 1, 1));
        if (hasPeer)
            results.Add(Scenario.One, Contender.Nktkas, await runs.NktkasAsync(1));

        results.Add(Scenario.ThirtyTwo, Contender.Pipe, await runs.PipeAsync(1, 32));
        results.Add(Scenario.ThirtyTwo, Contender.Interval, await runs.GatewayAsync(around.Interval, 1, 32));
        results.Add(Scenario.ThirtyTwo, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 1, 32));
        if (hasPeer)
            results.Add(Scenario.ThirtyTwo, Contender.Nktkas, await runs.NktkasAsync(32));

        results.Add(Scenario.EightByFour, Contender.Pipe, await runs.PipeAsync(8, 4));
        results.Add(Scenario.EightByFour, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 8, 4));
        results.Add(Scenario.Eight, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 1, 8));
        results.Add(Scenario.SixtyFour, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 1, 64));
        results.Add(Scenario.FiveHundredTwelve, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 8, 64));

        await around.DelayAsync(50);
        results.Add(Scenario.SlowVenue, Contender.BeforeSend, await runs.GatewayAsync(around.BeforeSend, 1, 32));
        if (hasPeer)
            results.Add(Scenario.SlowVenue, Contender.Nktkas, await runs.NktkasAsync(32));
        await around.DelayAsync(0);
    }

    private static async Task<string> MachineAsync()
    {
        var model = (await File.ReadAllLinesAsync("/proc/cpuinfo")).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return $"{Environment.ProcessorCount} × {model?.Split(':')[1].Trim()}, {Environment.OSVersion.VersionString}, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}";
    }
}
