using Gateway.Orders.Halts;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// All order state at one moment. Orders, fills and the log of fills are immutable and may be kept; the collections belong to the engine
/// and must not leave the question that reads them.
/// </summary>
public interface IReadOnlyLedger
{
    /// <summary>Every order that is not out, oldest first.</summary>
    IEnumerable<Order> Open { get; }

    /// <summary>Every fill, in the order written down.</summary>
    FillLog Fills { get; }

    /// <summary>The number of the last journal event.</summary>
    long Sequence { get; }

    /// <summary>The limits that are set.</summary>
    LimitBook Limits { get; }

    /// <summary>What everybody has at stake, as of the moment of the question.</summary>
    ExposureBook Exposures { get; }

    /// <summary>The halts in force.</summary>
    HaltBook Halts { get; }

    /// <summary>The order, or null. One that has left memory is read from the disk: a question asks for a few at most.</summary>
    Order? Find(OrderId id);

    /// <summary>The order if it is in memory; null where it is not, or not known.</summary>
    Order? Recall(OrderId id);

    /// <summary>The fill, or null. Older ones are read from the disk: a question asks for a few at most.</summary>
    OrderFill? FindFill(string fillId);
}
