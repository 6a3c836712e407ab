namespace Gateway.Orders.Limits;

/// <summary>How long a fill counts at all; a day.</summary>
internal sealed class FillRetireThreshold() : ThresholdKind(nameof(FillRetireThreshold), TimeSpan.FromSeconds(86400));
