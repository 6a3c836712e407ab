namespace Gateway.Orders;

/// <summary>Up to when the fills of an account are known without a gap.</summary>
internal sealed class FillMark
{
    private DateTimeOffset? latest;
    private bool caughtUp;

    public FillMark()
    {
    }

    public FillMark(FillMarkState state) => (latest, caughtUp, Through) = (state.Latest, state.IsCaughtUp, state.Through);

    /// <summary>The trade time of the last fill before which none is missing; null: there is none such.</summary>
    public DateTimeOffset? Through { get; private set; }

    /// <summary>What it is made of.</summary>
    public FillMarkState State => new(latest, caughtUp, Through);

    /// <summary>A fill was written down. While the account is catching up it may have overtaken older ones.</summary>
    public void Add(DateTimeOffset? tradeTime)
    {
        if (tradeTime > latest || latest is null)
            latest = tradeTime ?? latest;
        if (caughtUp)
            Through = latest;
    }

    /// <summary>The venue has reported everything up to now.</summary>
    public void CatchUp()
    {
        caughtUp = true;
        Through = latest;
    }

    /// <summary>From here on fills may be missed.</summary>
    public void Lose() => caughtUp = false;
}

/// <summary>What a mark is made of.</summary>
internal sealed record FillMarkState(DateTimeOffset? Latest, bool IsCaughtUp, DateTimeOffset? Through);
