using System.Diagnostics;
using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal;

/// <summary>Writes the values of an event in the journal's notation; what is null is left out.</summary>
internal static class FieldWriter
{
    public static void Write(this Utf8JsonWriter json, ReadOnlySpan<byte> name, OrderId order) => json.WriteNumber(name, order.Value);

    /// <summary>Most orders have one leg only, which is not said.</summary>
    public static void WriteLeg(this Utf8JsonWriter json, int leg)
    {
        if (leg != 0)
            json.WriteNumber("leg"u8, leg);
    }

    public static void Write(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset moment)
    {
        Span<byte> text = stackalloc byte[Plain.MomentLength];
        Plain.Format(moment, text);
        json.WriteString(name, text);
    }

    public static void Write(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> text = stackalloc byte[31];
        var fits = Plain.TryFormat(value, text, out var written);
        Debug.Assert(fits, "31 bytes always suffice.");
        json.WriteString(name, text[..written]);
    }

    public static void WriteKnown(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? moment)
    {
        if (moment is { } known)
            json.Write(name, known);
    }

    public static void WriteKnown(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } known)
            json.Write(name, known);
    }

    public static void WriteKnown(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
