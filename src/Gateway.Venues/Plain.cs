using System.Globalization;

namespace Gateway.Venues;

/// <summary>Decimals in plain notation: no exponent and no trailing zeros after the point, as people and venues write them.</summary>
public static class Plain
{
    // 28 fractional digits is all a decimal can hold, so nothing is cut.
    private const string Format28 = "0.############################";

    /// <summary>Writes a number, for example <c>0.00001</c>, <c>100</c> or <c>-2.5</c>.</summary>
    public static string Format(decimal value) => value.ToString(Format28, CultureInfo.InvariantCulture);

    /// <summary>Writes a number as UTF-8.</summary>
    /// <returns>False if the destination is too short; 31 bytes always suffice.</returns>
    public static bool TryFormat(decimal value, Span<byte> utf8, out int written) =>
        value.TryFormat(utf8, out written, Format28, CultureInfo.InvariantCulture);
}
