using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>An order that the trader wants, under a name of its own, and what it was told of it.</summary>
internal sealed class Wish(OrderIntent intent)
{
    public OrderIntent Intent => intent;

    public OrderId? Order { get; set; }

    public bool IsCancelAccepted { get; set; }
}
