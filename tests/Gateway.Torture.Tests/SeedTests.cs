using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests;

/// <summary>The promises of the gateway, kept in as many worlds as CI has time for.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    // A hundred at a time, so that a slow machine does not look like a hanging one.
    [Theory]
    [InlineData(1)]
    [InlineData(101)]
    [InlineData(201)]
    public void No_promise_is_broken_in_a_hundred_worlds_and_every_trouble_strikes(int first)
    {
        var figures = new Figures();
        var stories = new List<string>();
        for (var seed = first; seed < first + 100; seed++)
        {
            var outcome = new World(seed).Run();
            figures.Add(outcome);
            if (outcome.Violations.Count > 0)
                stories.Add(SeedRun.Sentence(outcome));
        }

        output.WriteLine(figures.ToString());
        Assert.Empty(stories);
        Assert.Empty(Enum.GetValues<Trouble>().Except(figures.Troubles));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(151)]
    [InlineData(1234)]
    public void The_same_seed_gives_the_same_journal_to_the_byte(int seed)
    {
        var once = new World(seed).Run();
        var again = new World(seed).Run();

        Assert.Equal(once.JournalHash, again.JournalHash);
        Assert.Equal(once.Steps, again.Steps);
        Assert.NotEqual(once.JournalHash, new World(seed + 1).Run().JournalHash);
    }
}
