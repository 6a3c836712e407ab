using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>An order of one account, from its arrival to its end.</summary>
internal sealed class Order(long oid, Account account, OrderTerms terms, long timestamp)
{
    public long Oid { get; } = oid;

    public Account Account { get; } = account;

    public OrderTerms Terms { get; } = terms;

    public Instrument Instrument => Terms.Instrument;

    public bool IsBuy => Terms.IsBuy;

    public decimal LimitPx => Terms.LimitPx;

    /// <summary>When it was placed, ms.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>What is still to be filled.</summary>
    public decimal Sz { get; private set; } = terms.Sz;

    public decimal FilledSz { get; private set; }

    public decimal FilledNtl { get; private set; }

    public string Status { get; private set; } = OrderStatus.Open;

    public long StatusTimestamp { get; private set; } = timestamp;

    /// <summary>Position in its account's history, by which the oldest are forgotten.</summary>
    public int Ordinal { get; set; }

    /// <summary>The take-profit and stop-loss orders it belongs to, if it is one of such.</summary>
    public Attachment? Attachment { get; set; }

    /// <summary>The take-profit and stop-loss orders that wait for this one to be filled.</summary>
    public Attachment? Children { get; set; }

    /// <summary>Whether its trigger has fired; it never waits again.</summary>
    public bool IsTriggered { get; private set; }

    /// <summary>Waits for its trigger, off the book.</summary>
    public bool IsWaiting => Terms.Trigger is not null && !IsTriggered;

    public bool IsOpen => Status == OrderStatus.Open;

    public bool Crosses(decimal px) => IsBuy ? LimitPx >= px : LimitPx <= px;

    public void Fill(decimal px, decimal sz)
    {
        Sz -= sz;
        FilledSz += sz;
        FilledNtl += px * sz;
    }

    /// <summary>Takes away what a reduce-only order can no longer reduce.</summary>
    public void ShrinkTo(decimal sz) => Sz = Math.Min(Sz, sz);

    /// <summary>Takes the position's size, which may be larger than what was asked for.</summary>
    public void Resize(decimal sz) => Sz = sz;

    /// <summary>Its trigger fires.</summary>
    public void Trigger(long time)
    {
        IsTriggered = true;
        Become(OrderStatus.Triggered, time);
    }

    public void Become(string status, long time)
    {
        Status = status;
        StatusTimestamp = time;
    }
}
