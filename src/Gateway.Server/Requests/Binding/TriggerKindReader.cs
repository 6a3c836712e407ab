using Gateway.Venues;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads why a trigger order waits.</summary>
internal sealed class TriggerKindReader()
    : NamesReader<TriggerKind>(("StopLoss", TriggerKind.StopLoss), ("TakeProfit", TriggerKind.TakeProfit));
