using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>A signed holding of a perpetual and what it cost.</summary>
internal sealed class Position(Perp perp)
{
    public Perp Perp { get; } = perp;

    /// <summary>Positive long, negative short.</summary>
    public decimal Szi { get; private set; }

    /// <summary>Size-weighted average of the openings; closing does not change it.</summary>
    public decimal EntryPx { get; private set; }

    /// <summary>
    /// Cash of its own where it is margined in isolation: what was put up for it, less what it cost. Zero where the account's cash stands
    /// behind it.
    /// </summary>
    public decimal Cash { get; private set; }

    /// <summary>Adds to its own cash, or takes from it if negative.</summary>
    public void Credit(decimal amount) => Cash += amount;

    /// <summary>Funding paid, negative if got: ever, since it was opened, and since it last changed.</summary>
    public (decimal AllTime, decimal SinceOpen, decimal SinceChange) PaidFunding { get; private set; }

    /// <summary>Counts funding that was got, or paid if negative.</summary>
    public void Pay(decimal amount) => PaidFunding =
        (PaidFunding.AllTime - amount, PaidFunding.SinceOpen - amount, PaidFunding.SinceChange - amount);

    /// <summary>The venue's text for a fill that moves the position by a signed size.</summary>
    public string DirOf(decimal signedSz)
    {
        var opening = Szi == 0 || Math.Sign(Szi) == Math.Sign(signedSz);
        if (opening)
            return signedSz > 0 ? "Open Long" : "Open Short";
        if (Math.Abs(signedSz) > Math.Abs(Szi))
            return Szi > 0 ? "Long > Short" : "Short > Long";
        return Szi > 0 ? "Close Long" : "Close Short";
    }

    /// <summary>Moves the position and tells what was realised.</summary>
    public decimal Apply(decimal signedSz, decimal px)
    {
        var closed = Math.Sign(Szi) == -Math.Sign(signedSz) ? Math.Min(Math.Abs(Szi), Math.Abs(signedSz)) : 0;
        var pnl = closed * (px - EntryPx) * Math.Sign(Szi);
        var opened = Math.Abs(signedSz) - closed;
        PaidFunding = (PaidFunding.AllTime, opened > 0 && closed == Math.Abs(Szi) ? 0 : PaidFunding.SinceOpen, 0);
        var kept = Math.Abs(Szi) - closed;
        if (opened > 0)
            EntryPx = ((EntryPx * kept) + (px * opened)) / (kept + opened);
        Szi += signedSz;
        if (Szi == 0)
            EntryPx = 0;
        return pnl;
    }
}
