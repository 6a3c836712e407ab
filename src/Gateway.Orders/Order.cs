using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>An order at one moment. It never changes; a change makes a new one.</summary>
public sealed record Order
{
    /// <summary>Its number.</summary>
    public required OrderId Id { get; init; }

    /// <summary>What was ordered, by the last change that is settled. Its quantity is the most that the order can have traded in the end.</summary>
    public required OrderTerms Terms { get; init; }

    /// <summary>What was ordered at first; null: that was never changed.</summary>
    public OrderTerms? AsPlaced { get; init; }

    /// <summary>A change that is not settled yet; null: none is.</summary>
    public Replacement? Replacement { get; init; }

    /// <summary>By whom.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Whether nobody of this gateway placed it: it was found on the account, and counts and can be canceled there.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required OrderState State { get; init; }

    /// <summary>How much of it traded.</summary>
    public Quantity Filled { get; init; }

    /// <summary>At what price on average; null: nothing traded.</summary>
    public decimal? AveragePrice => Priced.IsZero ? null : Cost / Priced.Value;

    /// <summary>The venue's number of it, once known.</summary>
    public string? ExchangeOrderId { get; init; }

    /// <summary>The number given to it by whoever carries it to the venue on our behalf; null: nobody does, or not known yet.</summary>
    public string? AggregatorOrderId { get; init; }

    /// <summary>The hash under which that carrier keeps what was asked for; null: none is known.</summary>
    public string? IntentHash { get; init; }

    /// <summary>Why it was refused, or ended without being asked to: the venue's words, verbatim; otherwise null.</summary>
    public string? RejectReason { get; init; }

    /// <summary>The moments of its life.</summary>
    public required OrderTimes Times { get; init; }

    /// <summary>The last moment at which the venue may take it in.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The sequence number of its last update.</summary>
    public required long Sequence { get; init; }

    /// <summary>When its last update was written down.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Whether it is final.</summary>
    public bool IsOut => State.HasFlag(OrderState.Out);

    /// <summary>What the fills of known price and quantity cost, in units of the quote product.</summary>
    internal decimal Cost { get; init; }

    /// <summary>How much traded at a known price; a fill that could not be read in full may lack it.</summary>
    internal Quantity Priced { get; init; }

    /// <summary>
    /// Its end at the venue, if that is known while fills are still missing or a change is not settled; executed is what all legs up
    /// to the present one have traded.
    /// </summary>
    internal OrderEnd? End { get; init; }

    /// <summary>Which leg stands at the venue; the first is 0.</summary>
    internal int Leg { get; init; }

    /// <summary>The largest number that a leg of it was ever given.</summary>
    internal int LastLeg { get; init; }

    /// <summary>How much the legs before the present one have traded, by the venue's account.</summary>
    internal Quantity Former { get; init; }
}
