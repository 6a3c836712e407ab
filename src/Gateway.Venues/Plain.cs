using System.Buffers.Text;
using System.Globalization;

namespace Gateway.Venues;

/// <summary>
/// Decimals in plain notation: no exponent and no trailing zeros after the point, as people and venues write them. Moments in
/// UTC to the microsecond.
/// </summary>
public static class Plain
{
    /// <summary>How many bytes a moment has.</summary>
    public const int MomentLength = 27;

    // 28 fractional digits is all a decimal can hold, so nothing is cut.
    private const string Format28 = "0.############################";

    /// <summary>Writes a number, for example <c>0.00001</c>, <c>100</c> or <c>-2.5</c>.</summary>
    public static string Format(decimal value) => value.ToString(Format28, CultureInfo.InvariantCulture);

    /// <summary>Writes a number as UTF-8.</summary>
    /// <returns>False if the destination is too short; 31 bytes always suffice.</returns>
    public static bool TryFormat(decimal value, Span<byte> utf8, out int written)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xff;
        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        if (bits[3] < 0 || bits[2] != 0)
            return value.TryFormat(utf8, out written, Format28, CultureInfo.InvariantCulture);

        // Most numbers come here, and reading a format string for each would take several times as long.
        for (; scale > 0 && digits % 10 == 0; scale--)
            digits /= 10;
        return scale == 0 ? Utf8Formatter.TryFormat(digits, utf8, out written) : TryFormat(digits, scale, utf8, out written);
    }

    /// <summary>Writes a moment as UTF-8, for example <c>2026-01-02T03:04:05.678901Z</c>: always <see cref="MomentLength"/> bytes.</summary>
    /// <param name="moment">The moment; what is below a microsecond is left out.</param>
    /// <param name="utf8">Where to; at least <see cref="MomentLength"/> bytes.</param>
    public static void Format(DateTimeOffset moment, Span<byte> utf8)
    {
        // The platform's fast format has one digit more.
        Span<byte> text = stackalloc byte[MomentLength + 1];
        moment.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[..(MomentLength - 1)].CopyTo(utf8);
        utf8[MomentLength - 1] = (byte)'Z';
    }

    private static bool TryFormat(ulong digits, int scale, Span<byte> utf8, out int written)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(digits, text, out var count);
        var whole = Math.Max(0, count - scale);
        written = Math.Max(1, whole) + 1 + scale;
        if (utf8.Length < written)
        {
            written = 0;
            return false;
        }

        if (whole == 0)
            utf8[0] = (byte)'0';
        else
            text[..whole].CopyTo(utf8);
        var point = Math.Max(1, whole);
        utf8[point] = (byte)'.';
        var fraction = utf8.Slice(point + 1, scale);
        fraction[..(scale - (count - whole))].Fill((byte)'0');
        text[whole..count].CopyTo(fraction[(scale - (count - whole))..]);
        return true;
    }
}
