using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Whose trading is meant. A default stands for each desk, trader or account without an amount of its own, one by one.</summary>
public abstract record LimitSet
{
    private LimitSet(string kind, string? name = null)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>The variant, by its name in the client protocol.</summary>
    public string Kind { get; }

    /// <summary>Which desk, trader or account; null where the variant names none.</summary>
    public string? Name { get; }

    /// <summary>Whether it stands for many, one by one.</summary>
    public virtual bool IsDefault => false;

    /// <summary>Where to look when it has no amount of its own; null: nowhere.</summary>
    public virtual LimitSet? Default => null;

    /// <summary>The set of that variant and name; null where there is none.</summary>
    public static LimitSet? Of(string kind, string? name) => (kind, name) switch
    {
        (nameof(Firm), null) => new Firm(),
        (nameof(Desk), { } desk) => new Desk(desk),
        (nameof(Trader), { } trader) => new Trader(trader),
        (nameof(Account), { } account) => new Account(new(account)),
        (nameof(DeskDefault), null) => new DeskDefault(),
        (nameof(TraderDefault), null) => new TraderDefault(),
        (nameof(AccountDefault), null) => new AccountDefault(),
        _ => null,
    };

    /// <summary>Whether the trading of <paramref name="party"/> is meant; a default covers none by itself.</summary>
    public abstract bool Covers(in Party party);

    /// <summary>Its variant and name, such as <c>Trader T</c>.</summary>
    public sealed override string ToString() => Name is null ? Kind : $"{Kind} {Name}";

    /// <summary>Everybody's.</summary>
    public sealed record Firm() : LimitSet(nameof(Firm))
    {
        /// <inheritdoc/>
        public override bool Covers(in Party party) => true;
    }

    /// <summary>One desk's.</summary>
    public sealed record Desk(string Id) : LimitSet(nameof(Desk), Id)
    {
        /// <inheritdoc/>
        public override LimitSet Default => new DeskDefault();

        /// <inheritdoc/>
        public override bool Covers(in Party party) => party.Desk == Id;
    }

    /// <summary>One trader's.</summary>
    public sealed record Trader(string Id) : LimitSet(nameof(Trader), Id)
    {
        /// <inheritdoc/>
        public override LimitSet Default => new TraderDefault();

        /// <inheritdoc/>
        public override bool Covers(in Party party) => party.Trader == Id;
    }

    /// <summary>One account's.</summary>
    public sealed record Account(AccountName Id) : LimitSet(nameof(Account), Id.Value)
    {
        /// <inheritdoc/>
        public override LimitSet Default => new AccountDefault();

        /// <inheritdoc/>
        public override bool Covers(in Party party) => party.Account == Id;
    }

    /// <summary>Each desk without an amount of its own.</summary>
    public sealed record DeskDefault() : LimitSet(nameof(DeskDefault))
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in Party party) => false;
    }

    /// <summary>Each trader without an amount of its own.</summary>
    public sealed record TraderDefault() : LimitSet(nameof(TraderDefault))
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in Party party) => false;
    }

    /// <summary>Each account without an amount of its own.</summary>
    public sealed record AccountDefault() : LimitSet(nameof(AccountDefault))
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(in Party party) => false;
    }
}
