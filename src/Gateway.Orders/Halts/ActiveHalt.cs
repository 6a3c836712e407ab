namespace Gateway.Orders.Halts;

/// <summary>A halt in force.</summary>
/// <param name="Halt">What it halts.</param>
/// <param name="By">Who declared it.</param>
/// <param name="Since">When.</param>
public sealed record ActiveHalt(Halt Halt, Actor By, DateTimeOffset Since);
