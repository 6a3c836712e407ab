using Gateway.Torture.Tests.Flaws;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests;

/// <summary>The worlds find what is wrong: every planted flaw breaks a promise in one of the first three hundred.</summary>
public sealed class PlantedFlawTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. PlantedFlaws.All.Select(flaw => flaw.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gateway_is_caught_that(string name)
    {
        var flaw = PlantedFlaws.All.Single(planted => planted.Name == name);

        var caught = Enumerable.Range(1, 300).Select(seed => new World(seed, flaw).Run()).FirstOrDefault(outcome => outcome.Violations.Count > 0);

        Assert.NotNull(caught);
        output.WriteLine($"Seed {caught.Seed}: {caught.Violations[0]}");
    }
}
