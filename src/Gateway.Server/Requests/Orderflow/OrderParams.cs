using Gateway.Server.Requests.Binding;
using Gateway.Venues;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>What an order may carry beyond price and quantity: the sum type <c>params</c>.</summary>
internal abstract record OrderParams
{
    private OrderParams()
    {
    }

    /// <summary>It waits until the mark price reaches <paramref name="TriggerPrice"/>.</summary>
    internal sealed record Trigger(decimal TriggerPrice, TriggerKind Kind, bool Market) : OrderParams;
}

/// <summary>Reads <c>params</c>.</summary>
internal sealed class OrderParamsReader : SumReader<OrderParams>
{
    public OrderParamsReader(FieldReaders readers) => Add("Trigger", readers.For<OrderParams.Trigger>(), trigger => trigger);
}
