using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Accounts;

/// <summary>Reads an account's key. No message of its errors contains any of it.</summary>
internal static class AccountKey
{
    /// <exception cref="HyperliquidSetupException">There is no readable key.</exception>
    public static async Task<PrivateKey> ReadAsync(string account, HyperliquidAccountOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var text = string.IsNullOrWhiteSpace(options.Key)
                ? await File.ReadAllTextAsync(options.KeyFile!, cancellationToken)
                : options.Key;
            return PrivateKey.Parse(text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HyperliquidSetupException($"The key file of account {account} cannot be read: {failure.Message}", failure);
        }
        catch (FormatException failure)
        {
            throw new HyperliquidSetupException($"The key of account {account} is not a private key: {failure.Message}");
        }
    }
}
