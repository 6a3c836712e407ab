namespace Gateway.Server.Requests.Binding;

/// <summary>
/// Decimals from text without rounding. The framework's own parser rounds beyond 28 digits without a word, which no price
/// may suffer.
/// </summary>
internal static class ExactDecimal
{
    private const int MaxScale = 28;
    private const int MaxExponentDigits = 6;
    private static readonly UInt128 MaxMantissa = (UInt128.One << 96) - 1;

    /// <summary>Reads a number in JSON's grammar, exponents included.</summary>
    /// <param name="text">Digits with an optional sign, point and exponent; the caller has seen to the grammar.</param>
    /// <param name="value">The same number.</param>
    /// <returns>False if a decimal cannot hold it to the last digit.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        var negative = text is [(byte)'-', ..];
        var mark = text.IndexOfAny((byte)'e', (byte)'E');
        var digits = text[(negative ? 1 : 0)..(mark < 0 ? text.Length : mark)];
        var last = digits.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        if (last < 0)
            return true;
        if (!TryReadMantissa(digits[..(last + 1)], out var mantissa) || !TryReadExponent(mark < 0 ? [] : text[(mark + 1)..], out var exponent))
            return false;

        // Where the point stands, counted from the last digit that is not zero; what follows that digit only shifts it.
        var point = digits.IndexOf((byte)'.');
        var scale = (point < 0 ? last + 1 - digits.Length : point < last ? last - point : last + 1 - point) - exponent;
        for (; scale < 0 && mantissa <= MaxMantissa; scale++)
            mantissa *= 10;
        if (mantissa > MaxMantissa || scale > MaxScale)
            return false;

        value = new decimal(Word(mantissa, 0), Word(mantissa, 32), Word(mantissa, 64), negative, (byte)scale);
        return true;
    }

    private static int Word(UInt128 mantissa, int shift) => unchecked((int)(uint)(mantissa >> shift));

    private static bool TryReadMantissa(ReadOnlySpan<byte> digits, out UInt128 mantissa)
    {
        // All of nearly every number fits into a word, which takes a fraction of the time.
        ulong first = 0;
        var read = 0;
        for (; read < digits.Length && first <= (ulong.MaxValue - 9) / 10; read++)
        {
            if (digits[read] != '.')
                first = (first * 10) + (uint)(digits[read] - '0');
        }

        mantissa = first;
        foreach (var digit in digits[read..])
        {
            if (digit != '.')
                mantissa = (mantissa * 10) + (uint)(digit - '0');
            if (mantissa > MaxMantissa)
                return false;
        }

        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        var digits = text[(text is [(byte)'-' or (byte)'+', ..] ? 1 : 0)..].TrimStart((byte)'0');
        if (digits.Length > MaxExponentDigits)
            return false;
        foreach (var digit in digits)
            exponent = (exponent * 10) + (digit - '0');
        exponent = text is [(byte)'-', ..] ? -exponent : exponent;
        return true;
    }
}
