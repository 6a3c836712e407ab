using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>
/// Whether the account has approved the aggregator's builder code. Orders that we sign ourselves carry none, so that nobody but the
/// venue takes a fee of them.
/// </summary>
internal static class BuilderCheck
{
    public static async Task<Finding> LookAsync(Patient patient, Address builder, CancellationToken cancellationToken)
    {
        var most = await patient.Info.AskAsync(MaxFee(patient.Address, builder), cancellationToken);
        return most <= 0
            ? patient.Problem(
                "HyperETH builder", $"{patient.Address} has not approved the builder {builder}; every order by route {HyperliquidNames.HyperEth} will be refused.",
                "Approve it from the account's own wallet with the fee that HyperETH asks for, or remove HyperEth:Builder if HyperETH asks for none.")
            : patient.Fine("HyperETH builder", $"{builder} may take up to {Plain.Format(most / 10m)} bp of an order.");
    }

    private static InfoQuery<long> MaxFee(Address user, Address builder) => new(
        "maxBuilderFee", $$"""{"type":"maxBuilderFee","user":"{{user}}","builder":"{{builder}}"}""", Scalars.MaxBuilderFee);
}
