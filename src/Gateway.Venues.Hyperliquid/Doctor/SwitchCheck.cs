using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Whether the venue takes the dead man's switch of an account that has one configured.</summary>
internal static class SwitchCheck
{
    // What the venue demands to have been traded, in USD.
    private const decimal Least = 1_000_000;

    public static async Task<Finding> LookAsync(Patient patient, TimeSpan delay, CancellationToken cancellationToken)
    {
        var traded = (await patient.Info.AskAsync(UserRateLimit.Of(patient.Address), cancellationToken)).CumulativeVolume;
        return traded < Least
            ? patient.Warning(
                "dead man's switch",
                $"The venue refuses it until USD 1000000 were traded; the account has traded {Plain.Format(decimal.Truncate(traded))}. Its orders stay when the gateway is gone.",
                $"Trade more, or remove Accounts:{patient.Name}:DeadManSwitch.")
            : patient.Fine("dead man's switch", $"The venue cancels the account's orders {delay} after the gateway was last there, at most 10 times a day.");
    }
}
