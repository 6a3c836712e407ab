using System.Globalization;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Wire;

/// <summary>How decimals are written.</summary>
internal static class Numbers
{
    private const int UsdDecimals = 6;
    private const int RatioDecimals = 10;

    /// <summary>As the venue sends them: at least one fractional digit and otherwise no trailing zeros.</summary>
    public static string Sent(decimal value) => value.ToString("0.0###########################", CultureInfo.InvariantCulture);

    /// <summary>As they are signed and as admin replies show them: no trailing zeros, no point if whole.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>An amount of USD: cut to six decimals.</summary>
    public static string Usd(decimal value) => Sent(Decimals.Cut(value, UsdDecimals));

    /// <summary>A ratio or computed price: cut to ten decimals.</summary>
    public static string Ratio(decimal value) => Sent(Decimals.Cut(value, RatioDecimals));
}
