using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>An order that somebody wants, under a name of its own, and what came of it.</summary>
/// <param name="customer">Who wants it.</param>
/// <param name="account">On which account.</param>
/// <param name="name">Its name.</param>
/// <param name="words">The request, which is repeated as it is.</param>
internal sealed class Wish(Customer customer, AccountName account, string name, string words)
{
    public Customer Customer => customer;

    public AccountName Account => account;

    public string Name => name;

    public string Words => words;

    /// <summary>Whether it comes when nothing is wrong any more, so that nothing may refuse it.</summary>
    public bool MustBeTaken { get; init; }

    public OrderId? Order { get; set; }

    /// <summary>Whether a request of it was not answered, so that it may be in the journal whatever the next answer is.</summary>
    public bool MayBeHeard { get; set; }

    public bool IsCancelAccepted { get; set; }
}
