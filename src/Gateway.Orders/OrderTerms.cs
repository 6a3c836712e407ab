using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>What was ordered, by names alone, so that the journal can be read without the venue's universe of that day.</summary>
public sealed record OrderTerms
{
    /// <summary>On whose account.</summary>
    public required AccountName Account { get; init; }

    /// <summary>In which market.</summary>
    public required MarketId Market { get; init; }

    /// <summary>What is bought or sold.</summary>
    public required ProductId Base { get; init; }

    /// <summary>What it is paid with.</summary>
    public required ProductId Quote { get; init; }

    /// <summary>What the base is a derivative of; null: it is none.</summary>
    public ProductId? Underlying { get; init; }

    /// <summary>Where.</summary>
    public required VenueId Venue { get; init; }

    /// <summary>By which way.</summary>
    public required RouteId Route { get; init; }

    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>The worst acceptable price.</summary>
    public required Price Price { get; init; }

    /// <summary>How much.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>How long it stays.</summary>
    public required TimeInForce TimeInForce { get; init; }

    /// <summary>Refused rather than taking liquidity.</summary>
    public bool PostOnly { get; init; }

    /// <summary>May only bring a position nearer to zero.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Waits until a price is reached; null: active at once.</summary>
    public OrderTrigger? Trigger { get; init; }

    /// <summary>The client's own name for it.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>The same once more as something wanted.</summary>
    /// <param name="market">Its market, as it is at present.</param>
    public OrderIntent IntentIn(Market market) => new()
    {
        Account = Account,
        Market = market,
        Side = Side,
        Price = Price,
        Quantity = Quantity,
        TimeInForce = TimeInForce,
        PostOnly = PostOnly,
        ReduceOnly = ReduceOnly,
        Trigger = Trigger,
        ClientOrderId = ClientOrderId,
    };

    /// <summary>The terms of an intent.</summary>
    public static OrderTerms Of(OrderIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return new()
        {
            Account = intent.Account,
            Market = intent.Market.Id,
            Base = intent.Market.Base.Id,
            Quote = intent.Market.Quote.Id,
            Underlying = intent.Market.Base.Underlying,
            Venue = intent.Market.Venue,
            Route = intent.Market.Route,
            Side = intent.Side,
            Price = intent.Price,
            Quantity = intent.Quantity,
            TimeInForce = intent.TimeInForce,
            PostOnly = intent.PostOnly,
            ReduceOnly = intent.ReduceOnly,
            Trigger = intent.Trigger,
            ClientOrderId = intent.ClientOrderId,
        };
    }
}
