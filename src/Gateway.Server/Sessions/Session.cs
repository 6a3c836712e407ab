namespace Gateway.Server.Sessions;

/// <summary>One connected client: who it is, and what it is subscribed to.</summary>
internal sealed class Session(Client client, Subscriptions subscriptions)
{
    /// <summary>Who it is.</summary>
    public Client Client { get; } = client;

    /// <summary>What it is subscribed to on this connection.</summary>
    public Subscriptions Subscriptions { get; } = subscriptions;
}
