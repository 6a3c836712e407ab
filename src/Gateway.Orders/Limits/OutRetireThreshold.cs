namespace Gateway.Orders.Limits;

/// <summary>How long an order that is out stays in memory, unless very many end after it; 60 s. It is found for good.</summary>
internal sealed class OutRetireThreshold() : ThresholdKind(nameof(OutRetireThreshold), TimeSpan.FromSeconds(60));
