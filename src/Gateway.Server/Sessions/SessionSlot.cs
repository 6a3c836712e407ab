namespace Gateway.Server.Sessions;

/// <summary>Where a connection's scope keeps its session, so that handlers can ask for one in their constructors.</summary>
internal sealed class SessionSlot
{
    /// <summary>The session of the scope.</summary>
    /// <exception cref="InvalidOperationException">A handler was made outside a connection.</exception>
    public Session Session
    {
        get => field ?? throw new InvalidOperationException("There is no session in this scope.");
        set;
    }
}
