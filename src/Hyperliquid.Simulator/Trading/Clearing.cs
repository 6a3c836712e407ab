using System.Buffers.Binary;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Turns a match into positions, balances, fees and fills.</summary>
internal sealed class Clearing
{
    private readonly SortedDictionary<string, decimal> feesCollected = new(StringComparer.Ordinal);

    /// <summary>By token: what traders paid, so that a test can balance the books.</summary>
    public IReadOnlyDictionary<string, decimal> FeesCollected => feesCollected;

    /// <summary>Settles a match at the resting order's price.</summary>
    public void Settle(Order taker, Order maker, decimal sz, Market market, Block block)
    {
        var px = maker.LimitPx;
        var (buyer, seller) = taker.IsBuy ? (taker, maker) : (maker, taker);
        var tid = TradeId(buyer.Oid, seller.Oid);
        var trade = new Trade(
            market.Instrument, taker.IsBuy, px, sz, block.Time, block.Hash, tid, buyer.Account.Address, seller.Account.Address);
        taker.Fill(px, sz);
        maker.Fill(px, sz);
        market.Count(trade);
        block.Note(trade);
        var liquidation = taker.Terms.Tif == TimeInForce.LiquidationMarket ? new Liquidation(taker.Account.Address, market.MarkPx) : null;
        Book(taker, crossed: true, trade, liquidation, block);
        Book(maker, crossed: false, trade, liquidation, block);
    }

    private void Book(Order order, bool crossed, Trade trade, Liquidation? liquidation, Block block)
    {
        var fill = order.Instrument switch
        {
            Perp perp => OnPerp(order, perp, crossed, trade),
            SpotPair pair => OnSpot(order, pair, crossed, trade),
            _ => throw new InvalidOperationException($"{order.Instrument.Coin} is neither perpetual nor spot."),
        };
        fill = fill with { Liquidation = liquidation };
        feesCollected[fill.FeeToken] = feesCollected.GetValueOrDefault(fill.FeeToken) + fill.Fee;
        order.Account.CumVlm += trade.Px * trade.Sz;
        order.Account.Remember(fill);
        block.Note(fill);
    }

    private static Fill OnPerp(Order order, Perp perp, bool crossed, Trade trade)
    {
        var account = order.Account;
        var position = account.PositionIn(perp);
        var signedSz = order.IsBuy ? trade.Sz : -trade.Sz;
        var start = position.Szi;
        var dir = position.DirOf(signedSz);
        var (fee, builderFee) = Fees.OnPerp(trade.Px * trade.Sz, crossed, perp.Dex.FeeScaleOf(perp), order.Terms.Builder);
        if (account.LeverageIn(perp).IsCross)
            account.Credit(perp.Dex, -(signedSz * trade.Px));
        else
            Isolation.Settle(account, position, signedSz, trade.Px);
        account.Credit(perp.Dex, -fee);
        var pnl = position.Apply(signedSz, trade.Px);
        return new(order, trade.Px, trade.Sz, trade.Time, trade.Hash, trade.Tid, crossed)
        {
            StartPosition = start,
            Dir = dir,
            ClosedPnl = pnl,
            Fee = fee,
            BuilderFee = builderFee,
            FeeToken = perp.Dex.Collateral.Name,
        };
    }

    private static Fill OnSpot(Order order, SpotPair pair, bool crossed, Trade trade)
    {
        var held = order.Account.BalanceOf(pair.Base);
        var cash = order.Account.BalanceOf(pair.Quote);
        var start = held.Total;
        var notional = trade.Px * trade.Sz;
        decimal fee, builderFee, pnl = 0;
        if (order.IsBuy)
        {
            (fee, builderFee) = Fees.OnSpot(trade.Sz, crossed, builder: null);
            cash.Deposit(-notional);
            held.Buy(trade.Sz - fee, notional);
        }
        else
        {
            (fee, builderFee) = Fees.OnSpot(notional, crossed, order.Terms.Builder);
            pnl = notional - held.Sell(trade.Sz);
            cash.Deposit(notional - fee);
        }

        return new(order, trade.Px, trade.Sz, trade.Time, trade.Hash, trade.Tid, crossed)
        {
            StartPosition = start,
            Dir = order.IsBuy ? "Buy" : "Sell",
            ClosedPnl = pnl,
            Fee = fee,
            BuilderFee = builderFee,
            FeeToken = order.IsBuy ? pair.Base.Name : pair.Quote.Name,
        };
    }

    // 50 bits of a hash of both order ids, as on the venue: shared by both sides, not ordered in time.
    private static long TradeId(long buyerOid, long sellerOid)
    {
        Span<byte> ids = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(ids, buyerOid);
        BinaryPrimitives.WriteInt64BigEndian(ids[sizeof(long)..], sellerOid);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(Keccak256.HashData(ids)) >> 14);
    }
}
