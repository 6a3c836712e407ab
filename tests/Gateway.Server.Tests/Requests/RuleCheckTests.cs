using FluentValidation;
using Gateway.Server.Requests;
using Gateway.Server.Requests.Orderflow;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests;

public sealed class RuleCheckTests
{
    private static readonly decimal[] Numbers = [-1, 0, 0.0000000000000000000000000001m, 1];
    private static readonly string?[] Names = [null, "", "a", new('a', 64), new('a', 65)];

    [Fact]
    public void Says_of_every_order_what_its_validator_says()
    {
        var validator = new SendLimitOrder.Validator();
        var keepsRules = RuleCheck.Of(validator);
        var kept = 0;
        foreach (var price in Numbers)
        {
            foreach (var quantity in Numbers)
            {
                foreach (var trigger in Numbers.Select(number => new OrderParams.Trigger(number, TriggerKind.StopLoss, Market: false)).Prepend(null))
                {
                    foreach (var name in Names)
                    {
                        foreach (var quote in Names)
                        {
                            var order = new SendLimitOrder("", Side.Buy, price, quantity, "", quote, trigger, ClientOrderId: name);
                            Assert.Equal(validator.Validate(order).IsValid, keepsRules(order));
                            kept += keepsRules(order) ? 1 : 0;
                        }
                    }
                }
            }
        }

        Assert.Equal(2 * 2 * 3 * 3, kept);
    }

    [Fact]
    public void Says_of_every_change_and_every_subscription_what_its_validator_says()
    {
        var changes = new ModifyOrder.Validator();
        foreach (var price in Numbers.Select(number => (decimal?)number).Prepend(null))
        {
            foreach (var quantity in Numbers.Select(number => (decimal?)number).Prepend(null))
            {
                var change = new ModifyOrder(new(1), price, quantity);
                Assert.Equal(changes.Validate(change).IsValid, RuleCheck.Of(changes)(change));
            }
        }

        foreach (var after in (long?[])[null, -1, 0, 1])
            Assert.Equal(after is not < 0, RuleCheck.Of(new SubscribeOrderState.Validator())(new(after)));
    }

    [Fact]
    public void Leaves_rules_that_it_has_no_expression_for_to_the_validator()
    {
        Assert.True(Keeps(_ => { }));
        Assert.True(Keeps(rules => rules.RuleFor(change => change.Price).GreaterThan(0)));
        Assert.False(Keeps(rules => rules.RuleFor(change => change.Price).Must(_ => true)));
        Assert.False(Keeps(rules => rules.RuleFor(change => change.Price).Custom((_, _) => { })));
        Assert.False(Keeps(rules => rules.RuleFor(change => change.Price).LessThan(2)));
        Assert.False(Keeps(rules => rules.RuleFor(change => change.Price).GreaterThan(change => change.Quantity)));
        Assert.False(Keeps(rules => rules.RuleFor(change => change.Price).GreaterThan(0).When(_ => true)));
        Assert.False(Keeps(rules => rules.When(_ => true, () => rules.RuleFor(change => change.Price).GreaterThan(0))));
        Assert.False(Keeps(rules => rules.RuleSet("other", () => rules.RuleFor(change => change.Price).GreaterThan(0))));
        Assert.False(Keeps(rules => rules.RuleFor(change => change.Price).GreaterThan(0).DependentRules(() => rules.RuleFor(change => change.Quantity).Null())));
        Assert.False(Keeps(rules => rules.RuleForEach(change => change.OrderId.ToString()!).GreaterThan('!')));
        Assert.False(Keeps(rules => rules.Include(new ModifyOrder.Validator())));
    }

    private static bool Keeps(Action<InlineValidator<ModifyOrder>> rule)
    {
        var validator = new InlineValidator<ModifyOrder>();
        rule(validator);
        return RuleCheck.Of(validator)(new(new(1), 1));
    }
}
