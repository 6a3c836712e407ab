namespace Hyperliquid.Simulator;

/// <summary>Read from the configuration section <c>Simulator</c>.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where to listen, separated by semicolons; port 0 takes a free one.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>Which network to play.</summary>
    public Chain Chain { get; set; } = Chain.Mainnet;

    /// <summary>Whether a robot quotes every listed coin from the start; otherwise books are empty until somebody quotes.</summary>
    public bool Robots { get; set; }

    /// <summary>Whether clients may ask only for as much as at the venue; otherwise for all they like.</summary>
    public bool Limits { get; set; }

    /// <summary>Where all time comes from.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
