namespace Gateway.Orders;

/// <summary>The value of an answer that has nothing to say but that it was done.</summary>
public readonly record struct Unit;
