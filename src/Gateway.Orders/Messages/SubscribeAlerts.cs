using Gateway.Orders.Alerts;

namespace Gateway.Orders.Messages;

/// <summary>Subscribe to alerts.</summary>
internal sealed class SubscribeAlerts(Func<Alert, bool> visible, long? after) : Request<AlertSubscription>
{
    protected override Reply<AlertSubscription> Decide(Workbench bench) =>
        bench.Alerts.Subscribe(visible, after, bench.Ledger.Sequence);
}
