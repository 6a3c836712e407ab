using Gateway.Venues.Hyperliquid.Accounts;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Whether the key may trade for the address, and for whom the address stands.</summary>
internal static class RoleCheck
{
    public static async Task<Finding> LookAsync(Patient patient, CancellationToken cancellationToken)
    {
        var account = await patient.Info.UserRoleAsync(patient.Address, cancellationToken);
        if (patient.Signer is not { } signer)
            return patient.Fine("role", $"{patient.Address} is a {account.Role} to the venue; whether the key fits cannot be told without it.");
        patient.SignerRole = signer == patient.Address ? account : await patient.Info.UserRoleAsync(signer, cancellationToken);
        if (AccountRoles.ProblemOf(patient.Name, patient.Address, account, signer, patient.SignerRole) is { } problem)
        {
            // The sentence holds the cure after its semicolon.
            var cure = problem.LastIndexOf("; ", StringComparison.Ordinal);
            return cure < 0
                ? patient.Problem("role", problem, "Correct the account's address or key.")
                : patient.Problem("role", problem[..cure] + ".", char.ToUpperInvariant(problem[cure + 2]) + problem[(cure + 3)..]);
        }

        return patient.Fine("role", $"The key may trade for the {account.Role} {patient.Address}.");
    }
}
