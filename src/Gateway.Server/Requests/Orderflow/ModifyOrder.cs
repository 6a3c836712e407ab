using FluentValidation;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;
using Unit = Gateway.Orders.Unit;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>
/// Changes the price or the quantity of an order, which keeps its id. Answers null once the change is journaled and on its way; what came
/// of it follows as order state.
/// </summary>
[Needs(Permissions.Trade)]
internal sealed record ModifyOrder(OrderId OrderId, decimal? Price = null, decimal? Quantity = null) : IClientRequest<Unit>
{
    internal sealed class Validator : AbstractValidator<ModifyOrder>
    {
        public Validator()
        {
            RuleFor(order => order.Price).GreaterThan(0).WithMessage("must be greater than 0.");
            RuleFor(order => order.Quantity).GreaterThan(0).WithMessage("must be greater than 0.");
        }
    }

    internal sealed class Handler(OrderEngine engine, Markets.Symbology symbology, Session session) : IRequestHandler<ModifyOrder, Answer<Unit>>
    {
        public async Task<Answer<Unit>> Handle(ModifyOrder modify, CancellationToken cancellationToken)
        {
            var order = await engine.ReadAsync(ledger => ledger.Find(modify.OrderId), cancellationToken);
            if (order is null || !session.Client.Sees(order))
                return new Refusal(ErrorCode.UnknownOrder, $"There is no order {modify.OrderId}.");
            if (symbology.Current.Find(order.Terms.Market) is not { } market)
                return new Refusal(
                    ErrorCode.VenueUnavailable, $"The venue does not list {order.Terms.Market} at present, so nothing was sent; cancel the order instead.");
            return await engine.ModifyAsync(
                new(
                    order.Id,
                    order.Terms.Account,
                    market,
                    modify.Price is { } price ? new(price) : null,
                    modify.Quantity is { } quantity ? new(quantity) : null),
                session.Client.Actor,
                cancellationToken);
        }
    }
}
