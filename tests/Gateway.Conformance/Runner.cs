using System.Globalization;

namespace Gateway.Conformance;

/// <summary>Holds conversations with an endpoint, one after the other.</summary>
/// <param name="world">The endpoint and its surroundings.</param>
/// <param name="settings">What the conversations may mention.</param>
/// <param name="time">Measures patience, and makes texts that no earlier run has used.</param>
public sealed class Runner(IWorld world, Settings settings, TimeProvider time)
{
    private readonly long started = time.GetUtcNow().UtcTicks;
    private int held;

    /// <summary>Holds one conversation. Orders that it has placed are canceled afterwards.</summary>
    public async Task<Outcome> RunAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        if (Missing(conversation) is { } missing)
            return new Outcome.Skipped(conversation, missing);

        var start = time.GetTimestamp();
        var variables = new Variables(settings.Values);
        variables.Set("unique", string.Create(CultureInfo.InvariantCulture, $"{started:x}-{++held}"));
        await using var stage = new Stage(world, variables, settings, time);
        var line = 0;
        try
        {
            foreach (var next in conversation.Lines)
            {
                line = next.Number;
                await next.PerformAsync(stage, cancellationToken);
            }

            line = 0;
            foreach (var connection in stage.Connections.ToArray())
                await stage.AllAccountedForAsync(connection, cancellationToken);
            return new Outcome.Passed(conversation, time.GetElapsedTime(start));
        }
        catch (ConversationFailedException failure)
        {
            return new Outcome.Failed(
                conversation, time.GetElapsedTime(start), line, failure.Message, failure.Expected, failure.Received);
        }
        catch (FormatException wrong)
        {
            return new Outcome.Failed(conversation, time.GetElapsedTime(start), line, $"The line cannot be read: {wrong.Message}", null, null);
        }
        finally
        {
            await Cleaner.CleanAsync(stage, cancellationToken);
            await PutBackAsync(conversation, line, stage, cancellationToken);
        }
    }

    private string? Missing(Conversation conversation)
    {
        var missing = conversation.Requires.FirstOrDefault(
            need => settings.Without.Contains(need)
                || (KeyOf(need) is { } key && !settings.Values.ContainsKey(key))
                || (need == "patience" && settings.Patience < TimeSpan.FromMinutes(1)));
        if (missing is not null)
            return $"requires {missing}";
        var directive = conversation.Lines.OfType<Lines.Direct>().FirstOrDefault(line => !world.Offers(line.Directive));
        return directive is null ? null : $"not possible here: {directive.Directive}";
    }

    // A need that is a key or a market is met by a value for it.
    private static string? KeyOf(string need) => need switch
    {
        "view key" => "viewKey",
        "stranger key" => "strangerKey",
        "two traders" => "traderKey",
        "spot" => "spot_market",
        "second route" => "second_route",
        _ => null,
    };

    // A conversation that takes the venue away gives it back in a later line, which a failure must not skip.
    private static async Task PutBackAsync(Conversation conversation, int line, Stage stage, CancellationToken cancellationToken)
    {
        if (line == 0)
            return;
        foreach (var directive in conversation.Lines.OfType<Lines.Direct>().Where(directive => directive.Number > line))
            await directive.PerformAsync(stage, cancellationToken);
    }
}
