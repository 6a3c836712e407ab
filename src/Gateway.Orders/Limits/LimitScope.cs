using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Which trading is meant. A default stands for each product or market that has no amount of its own, one by one.</summary>
public abstract record LimitScope
{
    private LimitScope(string kind, string? name = null)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>The variant, by its name in the client protocol.</summary>
    public string Kind { get; }

    /// <summary>Which venue, route, product or market; null where the variant names none.</summary>
    public string? Name { get; }

    /// <summary>Whether it stands for many, one by one.</summary>
    public virtual bool IsDefault => false;

    /// <summary>Where to look when it has no amount of its own; null: nowhere.</summary>
    public virtual LimitScope? Default => null;

    /// <summary>The scope of that variant and name; null where there is none.</summary>
    public static LimitScope? Of(string kind, string? name) => (kind, name) switch
    {
        (nameof(Global), null) => new Global(),
        (nameof(Venue), { } venue) => new Venue(new(venue)),
        (nameof(Route), { } route) => new Route(new(route)),
        (nameof(Product), { } product) => new Product(new(product)),
        (nameof(TradableProduct), { } market) => new TradableProduct(new(market)),
        (nameof(ProductDefault), null) => new ProductDefault(),
        (nameof(TradableProductDefault), null) => new TradableProductDefault(),
        _ => null,
    };

    /// <summary>Whether trading in <paramref name="market"/> is meant; a default covers none by itself.</summary>
    public abstract bool Covers(in MarketNames market);

    /// <summary>Its variant and name, such as <c>Product BTC Crypto</c>.</summary>
    public sealed override string ToString() => Name is null ? Kind : $"{Kind} {Name}";

    /// <summary>All trading.</summary>
    public sealed record Global() : LimitScope(nameof(Global))
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => true;
    }

    /// <summary>Trading at one venue.</summary>
    public sealed record Venue(VenueId Id) : LimitScope(nameof(Venue), Id.Value)
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => market.Venue == Id;
    }

    /// <summary>Trading by one route.</summary>
    public sealed record Route(RouteId Id) : LimitScope(nameof(Route), Id.Value)
    {
        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => market.Route == Id;
    }

    /// <summary>Trading in markets whose base is the product, or a derivative of it.</summary>
    public sealed record Product(ProductId Id) : LimitScope(nameof(Product), Id.Value)
    {
        /// <inheritdoc/>
        public override LimitScope Default => new ProductDefault();

        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => market.Base == Id || market.Underlying == Id;
    }

    /// <summary>Trading in one market.</summary>
    public sealed record TradableProduct(MarketId Id) : LimitScope(nameof(TradableProduct), Id.Value)
    {
        /// <inheritdoc/>
        public override LimitScope Default => new TradableProductDefault();

        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => market.Market == Id;
    }

    /// <summary>Each product without an amount of its own.</summary>
    public sealed record ProductDefault() : LimitScope(nameof(ProductDefault))
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => false;
    }

    /// <summary>Each market without an amount of its own.</summary>
    public sealed record TradableProductDefault() : LimitScope(nameof(TradableProductDefault))
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in MarketNames market) => false;
    }
}
