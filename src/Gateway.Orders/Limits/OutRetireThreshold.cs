namespace Gateway.Orders.Limits;

/// <summary>How long an order that is out stays in memory; 60 s. The journal keeps it for good.</summary>
internal sealed class OutRetireThreshold() : ThresholdKind(nameof(OutRetireThreshold), TimeSpan.FromSeconds(60));
