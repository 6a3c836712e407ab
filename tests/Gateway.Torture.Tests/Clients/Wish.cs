using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>An order that somebody wants, under a name of its own, and what came of it.</summary>
/// <param name="customer">Who wants it.</param>
/// <param name="words">The request, which is repeated as it is.</param>
internal sealed class Wish(Customer customer, string words)
{
    public Customer Customer => customer;

    public string Words => words;

    public OrderId? Order { get; set; }

    public bool IsCancelAccepted { get; set; }
}
