namespace Hyperliquid.Simulator.Trading;

/// <summary>Why an order is not taken.</summary>
/// <param name="Text">The error text as the venue prints it.</param>
/// <param name="Status">The status under which the order goes into history; null if it never gets an id.</param>
internal sealed record Refusal(string Text, string? Status);
