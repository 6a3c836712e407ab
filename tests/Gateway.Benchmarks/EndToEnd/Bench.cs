namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What all programs of the bench agree on.</summary>
internal static class Bench
{
    /// <summary>A well-known private key without value.</summary>
    public const string Key = "0x0123456789012345678901234567890123456789012345678901234567890123";

    /// <summary>The address of <see cref="Key"/>.</summary>
    public const string Address = "0x14791697260e4c9a71f18484c9f997b308e59325";
}
