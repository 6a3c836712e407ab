namespace Gateway.Venues;

/// <summary>What a venue tells everyone.</summary>
public interface IMarketData
{
    /// <summary>The newest snapshot of everything tradable, replaced whole when the venue changes; empty until first read.</summary>
    Universe Universe { get; }
}
