using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>One order of a batch as it came over the wire.</summary>
internal sealed record OrderItem(long Asset, bool IsBuy, decimal Px, decimal Sz, bool ReduceOnly, OrderItem.Kind Type, string? Cloid)
{
    public static OrderItem Read(Body order) => new(
        order.Integer("a"),
        order.Flag("b"),
        order.Decimal("p"),
        order.Decimal("s"),
        order.Flag("r"),
        Kind.Read(order.Object("t")),
        order.Has("c") ? order.Cloid("c") : null);

    /// <summary>What it asks for; null if there is no such asset.</summary>
    public OrderTerms? TermsOn(Exchange exchange, bool followsPosition = false)
    {
        if (Asset > int.MaxValue || exchange.Universe.Find((int)Asset) is not { } instrument)
            return null;
        return Type switch
        {
            Kind.Limit(var tif) => new(instrument, IsBuy, Px, Sz, ReduceOnly, tif, Cloid),
            Kind.Trigger(var isMarket, var px, var tpsl) =>
                new(instrument, IsBuy, Px, Sz, ReduceOnly, isMarket ? TimeInForce.FrontendMarket : TimeInForce.Gtc, Cloid)
                {
                    Trigger = new(px, isMarket, tpsl == "tp"),
                    FollowsPosition = followsPosition,
                },
            _ => throw new InvalidOperationException($"No such kind of order: {Type}."),
        };
    }

    public void Pack(MsgPackWriter packed)
    {
        packed.Map(Cloid is null ? 6 : 7)
            .Text("a").Integer(Asset)
            .Text("b").Flag(IsBuy)
            .Text("p").Decimal(Px)
            .Text("s").Decimal(Sz)
            .Text("r").Flag(ReduceOnly)
            .Text("t");
        Type.Pack(packed);
        if (Cloid is not null)
            packed.Text("c").Text(Cloid);
    }

    /// <summary>Limit or trigger.</summary>
    internal abstract record Kind
    {
        private Kind()
        {
        }

        public static Kind Read(Body type)
        {
            if (type.Has("limit"))
            {
                var tif = type.Object("limit").Text("tif");
                return new Limit(Enum.GetNames<TimeInForce>().Contains(tif) && tif != nameof(TimeInForce.LiquidationMarket)
                    ? Enum.Parse<TimeInForce>(tif)
                    : throw new UnreadableException($"unknown variant `{tif}`"));
            }

            var trigger = type.Object("trigger");
            var tpsl = trigger.Text("tpsl");
            return tpsl is "tp" or "sl"
                ? new Trigger(trigger.Flag("isMarket"), trigger.Decimal("triggerPx"), tpsl)
                : throw new UnreadableException($"unknown variant `{tpsl}`");
        }

        public abstract void Pack(MsgPackWriter packed);

        public sealed record Limit(TimeInForce Tif) : Kind
        {
            public override void Pack(MsgPackWriter packed) => packed.Map(1).Text("limit").Map(1).Text("tif").Text(Tif.ToString());
        }

        public sealed record Trigger(bool IsMarket, decimal TriggerPx, string Tpsl) : Kind
        {
            public override void Pack(MsgPackWriter packed) => packed.Map(1).Text("trigger").Map(3)
                .Text("isMarket").Flag(IsMarket)
                .Text("triggerPx").Decimal(TriggerPx)
                .Text("tpsl").Text(Tpsl);
        }
    }
}
