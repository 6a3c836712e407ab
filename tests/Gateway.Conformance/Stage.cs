namespace Gateway.Conformance;

/// <summary>One conversation under way: who is connected, and what has been captured.</summary>
internal sealed class Stage(IWorld world, Variables variables, Settings settings, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The name of the connection that needs none.</summary>
    public const string DefaultName = "";

    private readonly Dictionary<string, Connection> connections = new(StringComparer.Ordinal);
    private readonly List<Connection> gone = [];
    private int fences;

    public IWorld World => world;

    public Variables Variables => variables;

    public TimeProvider Time => time;

    /// <summary>Every connection there has been.</summary>
    public IEnumerable<Connection> Connections => gone.Concat(connections.Values);

    /// <summary>Puts a connection under a name; what was there before has vanished for the endpoint.</summary>
    public async Task EnterAsync(string name, Connection connection)
    {
        await LeaveAsync(name);
        connections[name] = connection;
        connection.Inspect = settings.Inspect;
    }

    /// <summary>Ends a connection without a word.</summary>
    public async Task LeaveAsync(string name)
    {
        if (!connections.Remove(name, out var connection))
            return;
        gone.Add(connection);
        await connection.DisposeAsync();
    }

    /// <summary>The connection of that name; the default one connects by itself.</summary>
    public async Task<Connection> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (connections.TryGetValue(name, out var connection))
            return connection;
        if (name != DefaultName)
            throw new ConversationFailedException($"{name} is not connected: a line '{name} connect' must come first.");
        await new Lines.Connect(0, DefaultName, "").PerformAsync(this, cancellationToken);
        return connections[name];
    }

    /// <summary>Waits for something that must happen, but only so long.</summary>
    /// <exception cref="ConversationFailedException">It did not happen in time.</exception>
    public async Task<T> WithinPatienceAsync<T>(
        Func<CancellationToken, Task<T>> happening, Func<ConversationFailedException> late, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(settings.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await happening(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw late();
        }
    }

    /// <summary>Makes sure that everything the endpoint has said on this connection has arrived.</summary>
    public async Task FenceAsync(Connection connection, CancellationToken cancellationToken) =>
        await WithinPatienceAsync(
            async token =>
            {
                await connection.FenceAsync(variables.Expand($"fence-$unique-{++fences}", json: false), token);
                return true;
            },
            () => new("The endpoint no longer answers GetOrderState."),
            cancellationToken);

    /// <summary>Checks that every request was answered once: nothing is left that no line has expected.</summary>
    public async Task AllAccountedForAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (!connection.IsOpen)
            return;
        await FenceAsync(connection, cancellationToken);
        if (connection.Unread(streams: false).Select(message => message.GetRawText()).FirstOrDefault() is { } extra)
            throw new ConversationFailedException("A message came that no line expects.", "nothing more", Patterns.Excerpts.Excerpt(extra));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in connections.Keys.ToArray())
            await LeaveAsync(name);
    }
}
