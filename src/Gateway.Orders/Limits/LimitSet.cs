using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Whose trading a limit or a question is about.</summary>
public abstract record LimitSet
{
    private LimitSet()
    {
    }

    /// <summary>Whether it stands for each desk, trader or account that has no amount of its own, one by one.</summary>
    public virtual bool IsDefault => false;

    /// <summary>Whether this one's trading is meant. A default means all that it can stand for.</summary>
    /// <param name="account">The account.</param>
    /// <param name="actor">Who ordered; null for a fill that none of our orders caused.</param>
    public abstract bool Covers(AccountName account, Actor? actor);

    /// <summary>Everybody.</summary>
    public sealed record Firm : LimitSet
    {
        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => true;
    }

    /// <summary>The traders of one desk.</summary>
    public sealed record Desk(string Name) : LimitSet
    {
        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => actor?.Desk == Name;
    }

    /// <summary>One trader.</summary>
    public sealed record Trader(string Name) : LimitSet
    {
        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => actor?.Trader == Name;
    }

    /// <summary>One account.</summary>
    public sealed record Account(AccountName Name) : LimitSet
    {
        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => account == Name;
    }

    /// <summary>Each desk without an amount of its own.</summary>
    public sealed record DeskDefault : LimitSet
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => actor?.Desk is not null;
    }

    /// <summary>Each trader without an amount of its own.</summary>
    public sealed record TraderDefault : LimitSet
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => actor is not null;
    }

    /// <summary>Each account without an amount of its own.</summary>
    public sealed record AccountDefault : LimitSet
    {
        /// <inheritdoc/>
        public override bool IsDefault => true;

        /// <inheritdoc/>
        public override bool Covers(AccountName account, Actor? actor) => true;
    }
}
