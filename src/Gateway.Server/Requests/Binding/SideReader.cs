using Gateway.Venues;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads a direction, which the protocol calls <c>Dir</c>.</summary>
internal sealed class SideReader() : NamesReader<Side>(("Buy", Side.Buy), ("Sell", Side.Sell))
{
    // The one name that the protocol takes in any case: scripts write it in every way there is.
    protected override StringComparison Comparison => StringComparison.OrdinalIgnoreCase;
}
