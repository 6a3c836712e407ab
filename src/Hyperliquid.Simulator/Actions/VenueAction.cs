using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>An action that is hashed as msgpack and signed through the phantom agent. One file per kind, named as on the wire.</summary>
internal abstract record VenueAction
{
    /// <summary>Name on the wire.</summary>
    public abstract string Type { get; }

    /// <summary>Items of a batch; one for all else.</summary>
    public virtual int Weight => 1;

    /// <summary>Writes the action in canonical member order, absent optionals left out.</summary>
    public abstract void Pack(MsgPackWriter packed);

    /// <summary>Does it for an account.</summary>
    public abstract ActionReply Execute(Exchange exchange, Account account, Block block);
}
