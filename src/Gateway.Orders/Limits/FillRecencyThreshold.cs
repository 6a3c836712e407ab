namespace Gateway.Orders.Limits;

/// <summary>How long a fill is recent; 300 s.</summary>
internal sealed class FillRecencyThreshold() : ThresholdKind(nameof(FillRecencyThreshold), TimeSpan.FromSeconds(300));
