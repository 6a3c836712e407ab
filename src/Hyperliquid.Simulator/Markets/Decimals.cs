namespace Hyperliquid.Simulator.Markets;

/// <summary>Digits of decimals: how many there are, and cutting those that the venue does not keep.</summary>
internal static class Decimals
{
    private const decimal OneWithAllDigits = 1.0000000000000000000000000000m;

    /// <summary>The same number without trailing zeros, so that its scale counts its fractional digits.</summary>
    public static decimal Trim(decimal value) => value / OneWithAllDigits;

    /// <summary>Significant figures of a trimmed number.</summary>
    public static int Figures(decimal trimmed)
    {
        var digits = Math.Abs(trimmed);
        for (var i = trimmed.Scale; i > 0; i--)
            digits *= 10;
        var figures = 0;
        for (; digits >= 1; digits = Math.Floor(digits / 10))
            figures++;
        return figures;
    }

    /// <summary>Ten to the power of minus <paramref name="decimals"/>.</summary>
    public static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    /// <summary>Cut, not rounded: how the venue prints money.</summary>
    public static decimal Cut(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToZero);

    /// <summary>Rounded down, towards minus infinity.</summary>
    public static decimal Floor(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToNegativeInfinity);
}
