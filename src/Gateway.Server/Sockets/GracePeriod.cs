using System.Globalization;

namespace Gateway.Server.Sockets;

/// <summary>The query parameter <c>cancel_on_disconnect</c>: after how many seconds a lost connection cancels the client's open orders.</summary>
internal static class GracePeriod
{
    /// <summary>The longest grace period, in seconds.</summary>
    public const int LongestSeconds = 3600;

    private const string Parameter = "cancel_on_disconnect";

    /// <summary>Reads it.</summary>
    /// <param name="query">The query of the address.</param>
    /// <param name="grace">The grace period; null: not asked for.</param>
    /// <returns>False if it cannot be meant.</returns>
    public static bool TryRead(IQueryCollection query, out TimeSpan? grace)
    {
        grace = null;
        if (!query.TryGetValue(Parameter, out var values))
            return true;
        if (!decimal.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > LongestSeconds)
            return false;
        grace = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
