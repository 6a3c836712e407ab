using Gateway.Venues;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads how long an order stays.</summary>
internal sealed class TimeInForceReader()
    : NamesReader<TimeInForce>(("GTC", TimeInForce.GoodTilCanceled), ("IOC", TimeInForce.ImmediateOrCancel));
