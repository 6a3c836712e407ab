using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>All that is known of each order; null where an id is unknown.</summary>
[Needs(Permissions.View)]
internal sealed record GetOrderDetails(ImmutableArray<OrderId> OrderIds) : IClientRequest<ImmutableArray<GetOrderDetails.Details?>>
{
    /// <summary>One order.</summary>
    internal sealed record Details(
        OrderId Id,
        AccountName Account,
        string? Trader,
        Side Dir,
        Price Price,
        Quantity Quantity,
        MarketId Target,
        string? QuoteId,
        Params? Params,
        TimeInForce TimeInForce,
        bool PostOnly,
        bool ReduceOnly,
        string? ClientOrderId,
        DateTimeOffset Timestamp,
        OrderState State,
        Quantity FilledQuantity,
        decimal? AveragePrice,
        string? ExchangeOrderId,
        string? AggOrderId,
        string? IntentHash,
        string? RejectReason,
        PendingModify? PendingModify,
        OrderTimes Times);

    /// <summary>A change that the venue has not settled yet, as it was asked for.</summary>
    internal sealed record PendingModify(Price Price, Quantity Quantity);

    /// <summary>The sum type <c>params</c>, written.</summary>
    internal sealed record Params(string Type, Trigger Value);

    /// <summary>The terms of a trigger order.</summary>
    internal sealed record Trigger(Price TriggerPrice, TriggerKind Kind, bool Market);

    internal sealed class Handler(OrderEngine engine, Session session) : IRequestHandler<GetOrderDetails, Answer<ImmutableArray<Details?>>>
    {
        public async Task<Answer<ImmutableArray<Details?>>> Handle(GetOrderDetails request, CancellationToken cancellationToken) =>
            await engine.ReadAsync(request.OrderIds, session, Of, cancellationToken);

        private static Details Of(Order order) => new(
            order.Id,
            order.Terms.Account,
            order.IsForeign ? null : order.Actor.Trader,
            order.Terms.Side,
            order.Terms.Price,
            order.Terms.Quantity,
            order.Terms.Market,
            QuoteId: null,
            order.Terms.Trigger is { } trigger ? new("Trigger", new(trigger.Price, trigger.Kind, trigger.Market)) : null,
            order.Terms.TimeInForce,
            order.Terms.PostOnly,
            order.Terms.ReduceOnly,
            order.Terms.ClientOrderId,
            order.Times.Received,
            order.State,
            order.Filled,
            order.AveragePrice,
            order.ExchangeOrderId,
            order.AggregatorOrderId,
            order.IntentHash,
            order.RejectReason,
            order.Replacement is { } change ? new(change.Price, change.Quantity) : null,
            order.Times);
    }
}
