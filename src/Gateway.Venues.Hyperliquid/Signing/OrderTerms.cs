using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>One order as the venue wants it stated.</summary>
internal readonly record struct OrderTerms
{
    /// <summary>The venue's number of the market.</summary>
    public required uint Asset { get; init; }

    public required bool IsBuy { get; init; }

    /// <summary>The limit price; for a market trigger the bound of its slippage.</summary>
    public required decimal Price { get; init; }

    public required decimal Size { get; init; }

    public bool ReduceOnly { get; init; }

    /// <summary>How it trades; ignored where <see cref="Trigger"/> is set.</summary>
    public OrderLifetime Lifetime { get; init; }

    public OrderTrigger? Trigger { get; init; }

    public Cloid? Cloid { get; init; }

    /// <summary>What an intent asks for, in the venue's terms.</summary>
    public static OrderTerms Of(OrderIntent intent, uint asset) => new()
    {
        Asset = asset,
        IsBuy = intent.Side == Side.Buy,
        Price = intent.Price.Value,
        Size = intent.Quantity.Value,
        ReduceOnly = intent.ReduceOnly,
        Lifetime = intent switch
        {
            { PostOnly: true } => OrderLifetime.Alo,
            { TimeInForce: TimeInForce.ImmediateOrCancel } => OrderLifetime.Ioc,
            _ => OrderLifetime.Gtc,
        },
        Trigger = intent.Trigger,
    };

    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(Cloid is null ? 6 : 7);
        msgPack.Text("a"u8);
        msgPack.Integer(Asset);
        msgPack.Text("b"u8);
        msgPack.Boolean(IsBuy);
        msgPack.Text("p"u8);
        msgPack.Number(Price);
        msgPack.Text("s"u8);
        msgPack.Number(Size);
        msgPack.Text("r"u8);
        msgPack.Boolean(ReduceOnly);
        msgPack.Text("t"u8);
        WriteKind(msgPack);
        if (Cloid is { } cloid)
        {
            Span<byte> utf8 = stackalloc byte[Hyperliquid.Cloid.TextLength];
            cloid.Format(utf8);
            msgPack.Text("c"u8);
            msgPack.Text(utf8);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("a"u8, Asset);
        json.WriteBoolean("b"u8, IsBuy);
        WriteDecimal(json, "p"u8, Price);
        WriteDecimal(json, "s"u8, Size);
        json.WriteBoolean("r"u8, ReduceOnly);
        json.WriteStartObject("t"u8);
        WriteKind(json);
        json.WriteEndObject();
        if (Cloid is { } cloid)
        {
            Span<byte> utf8 = stackalloc byte[Hyperliquid.Cloid.TextLength];
            cloid.Format(utf8);
            json.WriteString("c"u8, utf8);
        }

        json.WriteEndObject();
    }

    private void WriteKind(MsgPackWriter msgPack)
    {
        msgPack.Map(1);
        if (Trigger is { } trigger)
        {
            msgPack.Text("trigger"u8);
            msgPack.Map(3);
            msgPack.Text("isMarket"u8);
            msgPack.Boolean(trigger.Market);
            msgPack.Text("triggerPx"u8);
            msgPack.Number(trigger.Price.Value);
            msgPack.Text("tpsl"u8);
            msgPack.Text(Wire(trigger.Kind));
            return;
        }

        msgPack.Text("limit"u8);
        msgPack.Map(1);
        msgPack.Text("tif"u8);
        msgPack.Text(Wire(Lifetime));
    }

    private void WriteKind(Utf8JsonWriter json)
    {
        if (Trigger is { } trigger)
        {
            json.WriteStartObject("trigger"u8);
            json.WriteBoolean("isMarket"u8, trigger.Market);
            WriteDecimal(json, "triggerPx"u8, trigger.Price.Value);
            json.WriteString("tpsl"u8, Wire(trigger.Kind));
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("limit"u8);
        json.WriteString("tif"u8, Wire(Lifetime));
        json.WriteEndObject();
    }

    private static void WriteDecimal(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> utf8 = stackalloc byte[WireDecimal.MaxLength];
        json.WriteString(name, utf8[..WireDecimal.Format(value, utf8)]);
    }

    private static ReadOnlySpan<byte> Wire(TriggerKind kind) => kind switch
    {
        TriggerKind.StopLoss => "sl"u8,
        TriggerKind.TakeProfit => "tp"u8,
        _ => throw new InvalidOperationException($"The venue has no trigger of kind {kind}."),
    };

    private static ReadOnlySpan<byte> Wire(OrderLifetime lifetime) => lifetime switch
    {
        OrderLifetime.Gtc => "Gtc"u8,
        OrderLifetime.Ioc => "Ioc"u8,
        OrderLifetime.Alo => "Alo"u8,
        _ => throw new InvalidOperationException($"The venue has no lifetime {lifetime}."),
    };
}
