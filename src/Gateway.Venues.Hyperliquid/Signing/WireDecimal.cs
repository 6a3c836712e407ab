namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// Decimals inside an action. The venue normalises them before it hashes, so any other spelling of the same number
/// would be another signature.
/// </summary>
internal static class WireDecimal
{
    public const int MaxLength = 32;

    private const int MaxFractionalDigits = 8;

    /// <exception cref="ArgumentOutOfRangeException">The venue takes at most eight fractional digits.</exception>
    public static int Format(decimal value, Span<byte> utf8)
    {
        if (decimal.Round(value, MaxFractionalDigits) != value)
            throw new ArgumentOutOfRangeException(nameof(value), value, "An action carries at most eight fractional digits.");
        return Plain.TryFormat(value, utf8, out var written) ? written : throw new ArgumentException("Too short.", nameof(utf8));
    }
}
