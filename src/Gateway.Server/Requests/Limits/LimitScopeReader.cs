using FluentValidation;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Limits;

/// <summary>Reads which trading is meant.</summary>
internal sealed class LimitScopeReader : SumReader<LimitScope>
{
    public LimitScopeReader(FieldReaders readers)
    {
        var names = readers.For<string>();
        Add("Global", new LimitScope.Global());
        Add("Venue", names, name => new LimitScope.Venue(new(name)));
        Add("Route", names, name => new LimitScope.Route(new(name)));
        Add("Product", names, name => new LimitScope.Product(new(name)));
        Add("TradableProduct", names, name => new LimitScope.TradableProduct(new(name)));
        Add("ProductDefault", new LimitScope.ProductDefault());
        Add("TradableProductDefault", new LimitScope.TradableProductDefault());
    }
}

/// <summary>Rules about scopes.</summary>
internal static class LimitScopeRules
{
    /// <summary>A question about orders or fills cannot be about defaults.</summary>
    public static void MustNotBeDefault<T>(this IRuleBuilder<T, LimitScope> rule) => rule
        .Must(scope => scope is not { IsDefault: true })
        .WithMessage("must be Global, Venue, Route, Product or TradableProduct; defaults are for limits only.");
}
