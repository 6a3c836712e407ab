using FluentValidation;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>Places a limit order. Answers its id once it is journaled and on its way; the venue's answer follows as order state.</summary>
[Needs(Permissions.Trade)]
internal sealed record SendLimitOrder(
    string Target,
    Side Dir,
    decimal Price,
    decimal Quantity,
    string Account,
    string? QuoteId = null,
    OrderParams? Params = null,
    TimeInForce TimeInForce = TimeInForce.GoodTilCanceled,
    bool PostOnly = false,
    bool ReduceOnly = false,
    string? ClientOrderId = null) : IClientRequest<OrderId>
{
    private decimal? TriggerPrice => (Params as OrderParams.Trigger)?.TriggerPrice;

    internal sealed class Validator : AbstractValidator<SendLimitOrder>
    {
        public Validator()
        {
            RuleFor(order => order.Price).GreaterThan(0).WithMessage("must be greater than 0.");
            RuleFor(order => order.Quantity).GreaterThan(0).WithMessage("must be greater than 0.");
            RuleFor(order => order.QuoteId).Null().WithMessage("must be null: this venue streams no firm quotes.");
            RuleFor(order => order.ClientOrderId).Length(1, 64).WithMessage("must have 1 … 64 characters.");
            RuleFor(order => order.TriggerPrice).GreaterThan(0).OverridePropertyName(nameof(Params)).WithMessage("must have a trigger_price greater than 0.");
        }
    }

    internal sealed class Handler(OrderEngine engine, Markets.Symbology symbology, Session session)
        : IRequestHandler<SendLimitOrder, Answer<OrderId>>
    {
        public async Task<Answer<OrderId>> Handle(SendLimitOrder order, CancellationToken cancellationToken)
        {
            if (!engine.Accounts.ContainsKey(new(order.Account)))
                return new Refusal(ErrorCode.UnknownAccount, $"There is no account '{order.Account}'; this key may use {session.Client.AccountsInWords}.");

            // The name that is kept in any case: what is remembered of the order then holds on to nothing of this request.
            if (!session.Client.Accounts.TryGetValue(new(order.Account), out var account))
                return new Refusal(ErrorCode.NotPermitted, $"This key may not trade on account '{order.Account}'; it may use {session.Client.AccountsInWords}.");
            if (symbology.Current.Find(new(order.Target)) is not { } market)
                return Missing(order.Target);

            // Decided when the connection has nothing more to read for now.
            return await engine.EnterAsync(
                new()
                {
                    Account = account,
                    Market = market,
                    Side = order.Dir,
                    Price = new(order.Price),
                    Quantity = new(order.Quantity),
                    TimeInForce = order.TimeInForce,
                    PostOnly = order.PostOnly,
                    ReduceOnly = order.ReduceOnly,
                    Trigger = order.Params is OrderParams.Trigger trigger ? new(new(trigger.TriggerPrice), trigger.Kind, trigger.Market) : null,
                    ClientOrderId = order.ClientOrderId,
                },
                session.Client.Actor,
                cancellationToken);
        }

        // Until every venue has told what it trades, an id that is not found proves nothing.
        private Refusal Missing(string target) => symbology.Current.IsComplete
            ? new(ErrorCode.UnknownTradableProduct, $"There is no tradable product '{target}'; SearchSymbol finds those that there are.")
            : new(ErrorCode.VenueUnavailable, "The venue has not told yet what it trades; nothing was sent.");
    }
}
