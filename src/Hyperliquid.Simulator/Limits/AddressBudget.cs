using System.Globalization;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Limits;

/// <summary>Requests of one address over its lifetime: so many from the start and one for each USD traded; then one in ten seconds.</summary>
internal static class AddressBudget
{
    private const long TrickleMs = 10_000;
    private const long MoreForCancels = 100_000;

    /// <summary>How many requests an address has in all, as the venue counts; told even where nothing is enforced.</summary>
    public static long CapOf(Account? account, VenueLimits limits) =>
        (limits.Requests == VenueLimits.Endless ? VenueLimits.Venue.Requests : limits.Requests) + (long)(account?.CumVlm ?? 0);

    /// <summary>Why an action is too much now; null if it is not.</summary>
    public static string? Refuse(Account account, VenueAction action, VenueLimits limits, long now)
    {
        var cap = CapOf(account, limits) + account.ReservedRequests;
        var most = action.IsCancel ? Math.Min(cap + MoreForCancels, 2 * cap) : cap;
        var used = account.RequestsUsed + Math.Max(1, action.Weight);
        if (limits.Requests == VenueLimits.Endless || action is ReserveRequestWeight || used <= most || account.LastRequest is not { } last || now - last >= TrickleMs)
            return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Too many cumulative requests sent ({used} > {most}) for cumulative volume traded ${account.CumVlm:0.##}. Place taker orders to free up 1 request per USDC traded.");
    }
}
