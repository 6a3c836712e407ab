using Gateway.Venues;

namespace Gateway.Server.Markets;

/// <summary>
/// Everything tradable at all venues. The indexes are built once for each set of venue snapshots and swapped whole when a
/// venue publishes a new one, so a question sees one moment.
/// </summary>
internal sealed class Symbology(IReadOnlyList<IVenue> venues)
{
    private SymbologySnapshot current = new(venues, [.. venues.Select(_ => Universe.Empty)]);

    /// <summary>The newest snapshot.</summary>
    public SymbologySnapshot Current
    {
        get
        {
            var seen = Volatile.Read(ref current);
            if (IsCurrent(seen))
                return seen;

            // Two that notice at once both build the same; the last one stays.
            var built = new SymbologySnapshot(venues, [.. venues.Select(venue => venue.MarketData.Universe)]);
            Volatile.Write(ref current, built);
            return built;
        }
    }

    private bool IsCurrent(SymbologySnapshot seen)
    {
        for (var i = 0; i < venues.Count; i++)
        {
            if (!ReferenceEquals(seen.Universes[i], venues[i].MarketData.Universe))
                return false;
        }

        return true;
    }
}
