using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Which trading a limit, a halt or a question is about.</summary>
public abstract record LimitScope
{
    private LimitScope()
    {
    }

    /// <summary>Whether it stands for each product or market that has no amount of its own, one by one, rather than for trading as such.</summary>
    public virtual bool IsDefault => false;

    /// <summary>Whether trading in this market is meant. A default means all that it can stand for.</summary>
    public abstract bool Covers(in MarketNames traded);

    /// <summary>All trading.</summary>
    public sealed record Global : LimitScope
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => true;
    }

    /// <summary>Trading at one venue.</summary>
    public sealed record Venue(VenueId Id) : LimitScope
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => traded.Venue == Id;
    }

    /// <summary>Trading by one route.</summary>
    public sealed record Route(RouteId Id) : LimitScope
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => traded.Route == Id;
    }

    /// <summary>Trading of one product, as base or as underlying of the base.</summary>
    public sealed record Product(ProductId Id) : LimitScope
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => traded.Base == Id;
    }

    /// <summary>Trading in one market.</summary>
    public sealed record TradableProduct(MarketId Id) : LimitScope
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => traded.Market == Id;
    }

    /// <summary>Each product without an amount of its own.</summary>
    public sealed record ProductDefault : LimitScope
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => true;
    }

    /// <summary>Each market without an amount of its own.</summary>
    public sealed record TradableProductDefault : LimitScope
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in MarketNames traded) => true;
    }
}
