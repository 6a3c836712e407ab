using System.Collections.Concurrent;
using System.Text;
using Gateway.Torture.Tests.Flaws;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests;

/// <summary>The worlds find what is wrong: every planted flaw breaks a promise in one of the first.</summary>
public sealed class PlantedFlawTests(ITestOutputHelper output)
{
    // Most are found among the first fifteen; who changes the gateway or the worlds draws others.
    private const int Worlds = 50;

    private static readonly ConcurrentDictionary<string, Outcome?> Found = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. PlantedFlaws.All.Select(flaw => flaw.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gateway_is_caught_that(string name)
    {
        var caught = FirstThatFinds(name);

        Assert.NotNull(caught);
        output.WriteLine($"Seed {caught.Seed}: {caught.Violations[0]}");
    }

    [Fact]
    public void The_first_seed_that_finds_each_flaw_is_shown()
    {
        var table = new StringBuilder();
        foreach (var (name, seed) in PlantedFlaws.All.Select(flaw => (flaw.Name, FirstThatFinds(flaw.Name)?.Seed)).OrderBy(found => found.Seed ?? int.MaxValue))
            table.AppendLine($"{seed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none",4}  {name}");

        output.WriteLine(table.ToString());
        Assert.Equal(PlantedFlaws.All.Count, PlantedFlaws.All.Select(flaw => flaw.Name).Distinct(StringComparer.Ordinal).Count());
    }

    private static Outcome? FirstThatFinds(string name) => Found.GetOrAdd(name, static name =>
    {
        var flaw = PlantedFlaws.All.Single(planted => planted.Name == name);
        return Enumerable.Range(1, Worlds).Select(seed => new World(seed, flaw).Run()).FirstOrDefault(outcome => outcome.Violations.Count > 0);
    });
}
