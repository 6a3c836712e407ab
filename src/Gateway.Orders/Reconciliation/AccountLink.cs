using Gateway.Venues;

namespace Gateway.Orders.Reconciliation;

/// <summary>How one account stands with its venue in this process. Nothing of it outlives the process.</summary>
internal sealed class AccountLink(AccountName account, IVenue venue)
{
    private readonly HashSet<OrderId> inherited = [];
    private readonly List<string> silent = [];
    private bool fenced;
    private string? cause;
    private AccountStatus? status;

    public AccountName Account => account;

    public IVenue Venue => venue;

    /// <summary>The number of the present connection; 0: there was none yet.</summary>
    public long Epoch { get; private set; }

    /// <summary>Whether the venue can be asked and told things.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Whether all that happened before this connection has been reported.</summary>
    public bool HasCaughtUp => fenced;

    /// <summary>
    /// When everything is to be looked up again: soon where the venue had no room for the gap fence, else after a while, in case
    /// that an update is lost while the connection stands.
    /// </summary>
    public DateTimeOffset? FenceDue { get; set; }

    // Asked for with every order, and changed by little.
    public AccountStatus Status => status ??= (IsConnected, fenced, inherited.Count) switch
    {
        (false, _, _) => new(venue.Id, Epoch == 0 ? AccountPhase.Connecting : AccountPhase.Disconnected, cause),
        (true, false, _) => new(venue.Id, AccountPhase.Reconciling, "asking what happened in the meantime"),
        (true, true, > 0) => new(venue.Id, AccountPhase.Reconciling, $"{inherited.Count} orders of an earlier run are not settled yet"),
        _ => new(venue.Id, AccountPhase.Live),
    };

    /// <summary>An order of an earlier run is of unknown outcome: nothing new is placed before it is settled.</summary>
    public void Inherit(OrderId order)
    {
        inherited.Add(order);
        status = null;
    }

    /// <summary>An order is not of unknown outcome any more.</summary>
    /// <returns>Whether that was waited for.</returns>
    public bool Settle(OrderId order)
    {
        if (!inherited.Remove(order))
            return false;
        status = null;
        return true;
    }

    /// <summary>A stream no longer tells what happens.</summary>
    /// <returns>False if that is known.</returns>
    public bool FallSilent(string stream)
    {
        if (silent.Contains(stream))
            return false;
        silent.Add(stream);
        return true;
    }

    /// <summary>The streams that were silent before the account caught up; none is any more.</summary>
    public IReadOnlyList<string> HearAgain()
    {
        string[] heard = [.. silent];
        silent.Clear();
        return heard;
    }

    /// <summary>A connection stands.</summary>
    /// <returns>False if it is an old one.</returns>
    public bool Connect(long epoch)
    {
        if (epoch <= Epoch)
            return false;
        (Epoch, IsConnected, fenced, cause, status) = (epoch, true, false, null, null);
        return true;
    }

    /// <summary>All that happened before this connection has been reported.</summary>
    /// <returns>False if that was said of another connection, or already.</returns>
    public bool CatchUp(long epoch)
    {
        if (epoch != Epoch || !IsConnected || fenced)
            return false;
        (fenced, FenceDue, status) = (true, null, null);
        return true;
    }

    /// <summary>Whether this connection is the one that stands.</summary>
    public bool IsAt(long epoch) => IsConnected && epoch == Epoch;

    /// <summary>The connection is gone.</summary>
    public void Disconnect(string why) => (IsConnected, fenced, cause, FenceDue, status) = (false, false, why, null, null);
}
