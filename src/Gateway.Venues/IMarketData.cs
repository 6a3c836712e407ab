namespace Gateway.Venues;

/// <summary>What a venue tells everyone.</summary>
public interface IMarketData
{
    /// <summary>The newest snapshot of everything tradable, replaced whole when the venue changes; empty until first read.</summary>
    Universe Universe { get; }

    /// <summary>
    /// The newest mark of a product, whatever its age; null where none is known. Answers at once from any thread: marks are
    /// conflated, only the newest is kept. Products that count as a dollar, such as what perpetuals are paid with, have none.
    /// </summary>
    Mark? MarkOf(ProductId product);
}
