namespace Gateway.Torture.Tests.Worlds;

/// <summary>How often each trouble strikes in an ordinary world, for each occasion.</summary>
internal static class Climate
{
    public static IReadOnlyDictionary<Trouble, double> Odds { get; } = new SortedDictionary<Trouble, double>
    {
        [Trouble.DialRefused] = 0.1,
        [Trouble.DialHangs] = 0.04,
        [Trouble.CutBeforeVenue] = 0.01,
        [Trouble.CutAfterVenue] = 0.01,
        [Trouble.CutBeforeGateway] = 0.01,
        [Trouble.Silence] = 0.004,
        [Trouble.Stalled] = 0.01,
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
        [Trouble.ClockJump] = 0.01,
        [Trouble.ClientLeaves] = 0.03,
        [Trouble.ClientCutBeforeGateway] = 0.01,
        [Trouble.ClientCutAfterGateway] = 0.01,
        [Trouble.ClientCutBeforeClient] = 0.005,
    };
}
