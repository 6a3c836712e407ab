namespace Hyperliquid.Simulator.Trading;

/// <summary>Moves cash between an account and a position of it that is margined in isolation.</summary>
internal static class Isolation
{
    /// <summary>
    /// Pays for a fill out of the position's own cash. What it opens brings its initial margin along from the account; what it closes
    /// takes its share of what the position is worth back there.
    /// </summary>
    /// <param name="account">Whose position it is.</param>
    /// <param name="position">As it was before the fill.</param>
    /// <param name="signedSz">What was bought, or sold if negative.</param>
    /// <param name="px">At what price.</param>
    public static void Settle(Account account, Position position, decimal signedSz, decimal px)
    {
        var closed = Math.Sign(position.Szi) == -Math.Sign(signedSz) ? Math.Min(Math.Abs(position.Szi), Math.Abs(signedSz)) : 0;
        var released = closed == 0 ? 0 : (position.Cash + (position.Szi * px)) * closed / Math.Abs(position.Szi);
        var margin = (Math.Abs(signedSz) - closed) * px / account.LeverageIn(position.Perp).Value;
        position.Credit(margin - released - (signedSz * px));
        account.Credit(position.Perp.Dex, released - margin);
    }

    /// <summary>Puts more behind a position, or takes some back if negative.</summary>
    public static void Move(Account account, Position position, decimal amount)
    {
        position.Credit(amount);
        account.Credit(position.Perp.Dex, -amount);
    }
}
