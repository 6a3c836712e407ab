namespace Gateway.Torture.Tests.Worlds;

/// <summary>How often each trouble strikes, for each occasion.</summary>
internal static class Climate
{
    private const int Kinds = 8;

    /// <summary>
    /// Draws one: some troubles never strike and others often. The kinds of climate take turns with the seeds, so that a few worlds
    /// in a row meet all of them.
    /// </summary>
    public static IReadOnlyDictionary<Trouble, double> Draw(int seed, Random chance)
    {
        var odds = Odds.ToDictionary(trouble => trouble.Key, trouble => trouble.Value * (chance.NextDouble() switch
        {
            < 0.4 => 0,
            < 0.8 => 1,
            _ => 5,
        }));
        switch (seed % Kinds)
        {
            // What a single lost frame leaves undone shows only where nothing else makes the gateway ask again.
            case 1 or 7:
                return Alone(Trouble.FrameLost, 0.2);
            case 6:
                return Alone(Trouble.Stalled, 0.15);
            // What is still on its way when its sender has died: whoever asks for it at once does not find it.
            case 2:
                odds[Trouble.Stalled] = 0.15;
                odds[Trouble.KillAfterSend] = 0.05;
                break;
            case 3:
                odds[Trouble.DiskFull] = 0.05;
                break;
            case 0 or 4:
                odds[Trouble.KillAnywhere] = 0.05;
                break;
            default:
                break;
        }

        return odds;
    }

    private static Dictionary<Trouble, double> Alone(Trouble trouble, double often) =>
        Odds.Keys.ToDictionary(other => other, other => other == trouble ? often : 0);

    /// <summary>In an ordinary world.</summary>
    private static IReadOnlyDictionary<Trouble, double> Odds { get; } = new SortedDictionary<Trouble, double>
    {
        [Trouble.DialRefused] = 0.1,
        [Trouble.DialHangs] = 0.04,
        [Trouble.CutBeforeVenue] = 0.01,
        [Trouble.CutAfterVenue] = 0.01,
        [Trouble.CutBeforeGateway] = 0.01,
        [Trouble.Silence] = 0.004,
        [Trouble.Stalled] = 0.02,
        [Trouble.FrameLost] = 0.03,
        [Trouble.FrameTwice] = 0.02,
        [Trouble.FrameTruncated] = 0.02,
        [Trouble.PostTooMany] = 0.02,
        [Trouble.PostBadGateway] = 0.02,
        [Trouble.InfoTooMany] = 0.03,
        [Trouble.InfoBadGateway] = 0.03,
        [Trouble.InfoHangs] = 0.01,
        [Trouble.InfoCut] = 0.03,
        [Trouble.InfoTruncated] = 0.02,
        [Trouble.VenueRestart] = 0.01,
        [Trouble.KillBeforeWrite] = 0.002,
        [Trouble.KillInWrite] = 0.002,
        [Trouble.KillAfterWrite] = 0.004,
        [Trouble.KillBeforeSend] = 0.002,
        [Trouble.KillAfterSend] = 0.006,
        [Trouble.KillInSnapshot] = 0.02,
        [Trouble.KillAnywhere] = 0.01,
        [Trouble.DiskFull] = 0.01,
        [Trouble.ClockJump] = 0.01,
        [Trouble.ClientLeaves] = 0.03,
        [Trouble.ClientCutBeforeGateway] = 0.01,
        [Trouble.ClientCutAfterGateway] = 0.01,
        [Trouble.ClientCutBeforeClient] = 0.005,
    };
}
