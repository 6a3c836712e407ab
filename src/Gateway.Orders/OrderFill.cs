using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>A fill as it was written down, once, whatever roads it came by.</summary>
public sealed record OrderFill
{
    /// <summary>Tells it from every other fill of every account.</summary>
    public required string FillId { get; init; }

    /// <summary>The order it filled; null: none of ours.</summary>
    public required OrderId? Order { get; init; }

    /// <summary>The trade.</summary>
    public required Fill Fill { get; init; }

    /// <summary>What is odd about it.</summary>
    public required FillWarnings Warnings { get; init; }

    /// <summary>The sequence number of its journal event.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whose trading it was.</summary>
    public required Party Party { get; init; }

    /// <summary>Where it traded; null: that is not known.</summary>
    public MarketNames? Traded { get; init; }

    /// <summary>When it traded; a fill whose time could not be read counts as of when it came.</summary>
    public DateTimeOffset Time => Fill.TradeTime ?? Fill.ReceivedTime;

    /// <summary>Whether it could not be read in full.</summary>
    public bool IsAberrant => Fill.Raw is not null;

    /// <summary>The id of a trade. A venue's key is only unique within the account.</summary>
    public static string IdOf(Fill fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return $"{fill.Account.Value}:{fill.Key}";
    }
}
