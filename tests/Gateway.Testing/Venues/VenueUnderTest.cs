using Gateway.Venues;

namespace Gateway.Testing.Venues;

/// <summary>A venue together with the world it trades in, as a venue's test project sets it up for <see cref="VenueContract"/>.</summary>
public abstract class VenueUnderTest : IAsyncDisposable
{
    /// <summary>The adapter, not running yet.</summary>
    public abstract IVenue Venue { get; }

    /// <summary>An account that may trade, with money.</summary>
    public abstract AccountName Account { get; }

    /// <summary>A liquid market of it; asked for once the venue is connected.</summary>
    public abstract Market Market { get; }

    /// <summary>The market under which the venue's trades in <see cref="Market"/> are told: they know of no route.</summary>
    public virtual MarketId MarketOfFills => Market.Id;

    /// <summary>The clock that the venue lives by.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>A valid price at which a buy order rests.</summary>
    public abstract Price RestingBuy { get; }

    /// <summary>A valid price at which a buy order is filled at once.</summary>
    public abstract Price CrossingBuy { get; }

    /// <summary>A valid quantity that the book can fill.</summary>
    public abstract Quantity Quantity { get; }

    /// <summary>Cuts every connection between the adapter and the venue, once.</summary>
    public abstract Task CutConnectionsAsync();

    /// <summary>Lets somebody else trade on the account, past the adapter.</summary>
    public abstract Task TradeElsewhereAsync();

    /// <summary>Lets somebody else fill the order, which rests at <see cref="RestingBuy"/>, completely.</summary>
    public abstract Task FillRestingAsync(OrderId order);

    /// <summary>How often the venue has taken the order in, by its own records.</summary>
    public abstract int TimesReceived(OrderId order);

    public abstract ValueTask DisposeAsync();
}
