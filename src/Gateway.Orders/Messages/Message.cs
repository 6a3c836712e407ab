namespace Gateway.Orders.Messages;

/// <summary>Something the engine is told or asked. Each kind is one file.</summary>
internal abstract class Message
{
    /// <summary>Decides and applies; its answer is held back.</summary>
    public abstract void Handle(Workbench bench);

    /// <summary>Lets the answer go: everything it rests on is in the journal.</summary>
    public virtual void Release()
    {
        // News asks for no answer.
    }

    /// <summary>Nothing came of it, and nothing will: the engine has stopped.</summary>
    public virtual void Abandon(OrderEngineStoppedException stopped)
    {
        // News asks for no answer.
    }
}
