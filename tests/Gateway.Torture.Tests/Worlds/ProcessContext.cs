namespace Gateway.Torture.Tests.Worlds;

/// <summary>What one process of the world runs on. When it dies, nothing of it ever runs again.</summary>
internal sealed class ProcessContext(Timeline timeline) : SynchronizationContext
{
    public bool IsDead { get; private set; }

    public void Die() => IsDead = true;

    /// <summary>Runs something as this process.</summary>
    public void Run(Action what)
    {
        if (IsDead)
            return;
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            what();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => timeline.Ready(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => Run(() => d(state));

    public override SynchronizationContext CreateCopy() => this;
}
