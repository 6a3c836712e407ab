namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Whether our clock and the venue's agree: orders carry the last moment at which the venue may take them in.</summary>
internal static class ClockCheck
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TooMuch = TimeSpan.FromSeconds(4);

    public static async Task<Finding> LookAsync(Patient patient, CancellationToken cancellationToken)
    {
        var before = patient.Time.GetUtcNow();
        var venue = await patient.Info.TimeAsync(patient.Address, cancellationToken);
        var now = patient.Time.GetUtcNow();
        var ahead = before + ((now - before) / 2) - venue;
        var text = $"Our clock is {Plain.Format((long)ahead.Duration().TotalMilliseconds)} ms {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} the venue's.";
        const string Cure = "Let the machine's clock be kept by NTP (chrony or systemd-timesyncd).";
        if (ahead.Duration() >= TooMuch)
            return patient.Problem("clock", $"{text} Orders would expire before they arrive, or live too long.", Cure);
        return ahead.Duration() >= Noticeable ? patient.Warning("clock", text, Cure) : patient.Fine("clock", text);
    }
}
