using Gateway.Orders.Alerts;

namespace Gateway.Orders.Publishing;

/// <summary>Alerts that are flushed, and those who listen.</summary>
internal sealed class AlertNews(List<Alert> alerts, AlertSubscription[] subscribers)
{
    /// <summary>Hands them to every subscriber.</summary>
    public void Tell()
    {
        foreach (var alert in alerts)
        {
            foreach (var subscriber in subscribers)
                subscriber.Offer(alert);
        }
    }
}
