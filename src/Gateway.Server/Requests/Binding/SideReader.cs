using Gateway.Venues;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads a direction, which the protocol calls <c>Dir</c>.</summary>
internal sealed class SideReader() : NamesReader<Side>(("Buy", Side.Buy), ("Sell", Side.Sell));
