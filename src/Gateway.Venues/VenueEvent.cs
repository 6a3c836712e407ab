namespace Gateway.Venues;

/// <summary>
/// News from a venue. Acknowledgement, late fill and silence all arrive by this one road, in any order and more than once;
/// the order engine applies each fact once.
/// </summary>
public abstract record VenueEvent
{
    private VenueEvent(AccountName account, DateTimeOffset at)
    {
        Account = account;
        At = at;
    }

    /// <summary>The account it concerns.</summary>
    public AccountName Account { get; }

    /// <summary>When the gateway learned it, by the gateway's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The order's bytes were handed to the venue's connection. From here on its outcome is the venue's.</summary>
    public sealed record OrderSent(AccountName Of, OrderId Order, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>The venue has taken the order, or that leg of it, in; it rests or waits for its trigger.</summary>
    public sealed record OrderAcknowledged(AccountName Of, OrderId Order, string ExchangeOrderId, DateTimeOffset When, int Leg = 0)
        : VenueEvent(Of, When);

    /// <summary>
    /// The venue, or the adapter before sending, refused the order, or that leg of it: proof that it does not and will not rest there.
    /// What a refused replacement has left of the leg before it has to be asked for.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="Order">The order.</param>
    /// <param name="Reason">The venue's words, verbatim.</param>
    /// <param name="ExchangeOrderId">The venue's number of the refused order, where it gave one.</param>
    /// <param name="When">When the gateway learned it.</param>
    /// <param name="Leg">Which leg of it.</param>
    public sealed record OrderRejected(AccountName Of, OrderId Order, string Reason, string? ExchangeOrderId, DateTimeOffset When, int Leg = 0)
        : VenueEvent(Of, When);

    /// <summary>
    /// The order, or that leg of it, has ended at the venue. It is out once the fills known here add up to <paramref name="Executed"/>, so that
    /// fills that travel on another road still count before it is out.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="Order">The order.</param>
    /// <param name="Cause">How it ended.</param>
    /// <param name="Executed">How much of it, of this leg alone, was filled in all, by the venue's account; null: not counted yet, which an answer to <see cref="Instruction.Settle"/> never leaves open.</param>
    /// <param name="Words">The venue's word for the end, such as <c>selfTradeCanceled</c>.</param>
    /// <param name="ExchangeOrderId">The venue's number of it, where known.</param>
    /// <param name="When">When the gateway learned it.</param>
    /// <param name="Leg">Which leg of it.</param>
    public sealed record OrderDone(
        AccountName Of, OrderId Order, DoneCause Cause, Quantity? Executed, string Words, string? ExchangeOrderId, DateTimeOffset When, int Leg = 0)
        : VenueEvent(Of, When);

    /// <summary>
    /// Whoever carries the order to the venue on our behalf has named it. Says nothing of what became of it.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="Order">The order.</param>
    /// <param name="AggregatorOrderId">Its number there, verbatim.</param>
    /// <param name="IntentHash">The hash of what was asked for, verbatim; null: none was given.</param>
    /// <param name="When">When the gateway learned it.</param>
    public sealed record IntentConfirmed(AccountName Of, OrderId Order, string AggregatorOrderId, string? IntentHash, DateTimeOffset When)
        : VenueEvent(Of, When);

    /// <summary>A trade on the account.</summary>
    /// <param name="Order">The order of ours that it filled; null where none of ours did (another client, a liquidation).</param>
    /// <param name="Fill">The trade.</param>
    /// <param name="Leg">Which leg of that order.</param>
    public sealed record OrderFilled(OrderId? Order, Fill Fill, int Leg = 0) : VenueEvent(Fill.Account, Fill.ReceivedTime);

    /// <summary>
    /// An order that nobody of this gateway placed stands on the account, or has ended. Said again whenever the venue says something of it.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="ExchangeOrderId">The venue's number of it, by which it is known.</param>
    /// <param name="Terms">What was ordered.</param>
    /// <param name="Filled">How much of it has traded, by the venue's account.</param>
    /// <param name="Ended">How it ended; null: it stands.</param>
    /// <param name="Words">The venue's word for how it is.</param>
    /// <param name="When">When the gateway learned it.</param>
    public sealed record ForeignOrder(
        AccountName Of, string ExchangeOrderId, ForeignTerms Terms, Quantity Filled, DoneCause? Ended, string Words, DateTimeOffset When)
        : VenueEvent(Of, When);

    /// <summary>The venue refused to cancel; the order's true state has to be asked for.</summary>
    public sealed record CancelRejected(AccountName Of, OrderId Order, string Reason, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>An order, or what was to replace it, may or may not have reached the venue. Only asking settles it; nothing resends it.</summary>
    public sealed record PlaceUnknown(AccountName Of, OrderId Order, string Cause, DateTimeOffset When, int Leg = 0) : VenueEvent(Of, When);

    /// <summary>A cancel may or may not have reached the venue; the order's state has to be asked for.</summary>
    public sealed record CancelUnknown(AccountName Of, OrderId Order, string Cause, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>
    /// The venue does not know the order. Proof that it never existed and never will only if <paramref name="VenueTime"/>
    /// is past the order's last valid moment.
    /// </summary>
    /// <param name="Of">The account.</param>
    /// <param name="Order">The order.</param>
    /// <param name="VenueTime">A moment by the venue's clock that lies before it looked.</param>
    /// <param name="When">When the gateway learned it.</param>
    /// <param name="Leg">Which leg of it.</param>
    public sealed record OrderNotFound(AccountName Of, OrderId Order, DateTimeOffset VenueTime, DateTimeOffset When, int Leg = 0)
        : VenueEvent(Of, When);

    /// <summary>The account's connections stand; the engine answers with <see cref="Instruction.Reconcile"/>.</summary>
    /// <param name="Of">The account.</param>
    /// <param name="Epoch">Grows with every connection of the account in this process, from 1.</param>
    /// <param name="When">When the gateway learned it.</param>
    public sealed record AccountConnected(AccountName Of, long Epoch, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>Everything that happened while the account was not connected has been reported; it may trade again.</summary>
    public sealed record AccountReconciled(AccountName Of, long Epoch, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>A stream of the account no longer tells what happens: its connection is given up, and what it did not tell is asked for.</summary>
    /// <param name="Of">The account.</param>
    /// <param name="Stream">Which stream.</param>
    /// <param name="Cause">How that came to light, in a sentence.</param>
    /// <param name="When">When the gateway learned it.</param>
    public sealed record StreamSilent(AccountName Of, string Stream, string Cause, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>The key that signs for the account will soon be of no use; said again every day.</summary>
    /// <param name="Of">The account.</param>
    /// <param name="Words">Until when it is valid and what to do, in a sentence or two.</param>
    /// <param name="When">When the gateway learned it.</param>
    public sealed record KeyExpiring(AccountName Of, string Words, DateTimeOffset When) : VenueEvent(Of, When);

    /// <summary>The account's connection is gone; new orders wait until it is reconciled again.</summary>
    public sealed record AccountDisconnected(AccountName Of, string Cause, DateTimeOffset When) : VenueEvent(Of, When);
}
