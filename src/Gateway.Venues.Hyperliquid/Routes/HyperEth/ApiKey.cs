namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>Reads the API key of the trade-intent API. No message of its errors contains any of it.</summary>
internal static class ApiKey
{
    private const int Most = 4096;

    /// <exception cref="HyperliquidSetupException">There is no usable key.</exception>
    public static async Task<string> ReadAsync(HyperEthOptions options, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = string.IsNullOrWhiteSpace(options.Key) ? await File.ReadAllTextAsync(options.KeyFile!, cancellationToken) : options.Key;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HyperliquidSetupException($"The key file of HyperEth cannot be read: {failure.Message}", failure);
        }

        var key = text.Trim();
        return key.Length is > 0 and <= Most && key.All(letter => letter is > ' ' and < (char)127)
            ? key
            : throw new HyperliquidSetupException(
                $"The API key of HyperEth must be 1 … {Most} visible ASCII characters without spaces; let HyperEth:KeyFile name a file that holds it and nothing else.");
    }
}
