namespace Gateway.Orders;

/// <summary>Who asked for something; kept in the journal beside what came of it.</summary>
/// <param name="Client">The name of the API key's owner.</param>
/// <param name="Trader">The trader on whose behalf the client acts.</param>
/// <param name="Desk">The trader's desk; null: none.</param>
public sealed record Actor(string Client, string Trader, string? Desk)
{
    /// <summary>The gateway itself, which also writes down what venues report.</summary>
    public static Actor Gateway { get; } = new("gateway", "gateway", null);
}
