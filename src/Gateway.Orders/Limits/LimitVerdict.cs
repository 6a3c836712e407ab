using System.Collections.Immutable;

namespace Gateway.Orders.Limits;

/// <summary>What limits say to an order.</summary>
/// <param name="Refusal">The first breach that refuses it; null: it passes.</param>
/// <param name="Unenforced">The breaches before it that only alert.</param>
public readonly record struct LimitVerdict(Breach? Refusal, ImmutableArray<Breach> Unenforced);
