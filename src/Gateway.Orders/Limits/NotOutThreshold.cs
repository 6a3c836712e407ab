namespace Gateway.Orders.Limits;

/// <summary>How long a canceled order may take to be out before an alert is raised; 30 s.</summary>
internal sealed class NotOutThreshold() : ThresholdKind(nameof(NotOutThreshold), TimeSpan.FromSeconds(30));
