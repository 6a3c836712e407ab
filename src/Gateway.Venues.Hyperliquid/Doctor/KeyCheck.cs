using Gateway.Venues.Hyperliquid.Accounts;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Whether there is a key, and whose.</summary>
internal static class KeyCheck
{
    public static async Task<Finding> LookAsync(Patient patient, HyperliquidAccountOptions account, CancellationToken cancellationToken)
    {
        if (!account.HasKey)
        {
            return patient.Problem(
                "key",
                "The account has none of its own: it is watched, and every order for it is refused, since nobody could cancel it.",
                $"Approve an agent (API wallet) for the account and let Accounts:{patient.Name}:KeyFile name the file that holds its key.");
        }

        try
        {
            using var key = await AccountKey.ReadAsync(patient.Name, account, cancellationToken);
            patient.Signer = key.Address;
        }
        catch (HyperliquidSetupException unreadable)
        {
            return patient.Problem(
                "key", unreadable.Message, $"Let Accounts:{patient.Name}:KeyFile name a readable file that holds the agent's key, 64 hex digits, and nothing else.");
        }

        return patient.Signer == patient.Address
            ? patient.Warning(
                "key",
                $"It is the account's own key ({patient.Address}), which can do more than trade.",
                "Approve an agent (API wallet) for the account and use its key.")
            : patient.Fine("key", $"It is that of {patient.Signer}.");
    }
}
