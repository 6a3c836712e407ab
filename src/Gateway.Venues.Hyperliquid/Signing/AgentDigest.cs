using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// What is signed in the end: EIP-712 typed data <c>Agent(string source,bytes32 connectionId)</c> in the domain
/// <c>Exchange</c>, version 1, chain 1337, whatever the network. The network decides only the source.
/// </summary>
internal static class AgentDigest
{
    // keccak256 of the domain and of the type never change; a test derives them anew.
    private static readonly byte[] DomainSeparator =
        Convert.FromHexString("d79297fcdf2ffcd4ae223d01edaa2ba214ff8f401d7c9300d995d17c82aa4040");

    private static readonly byte[] AgentTypeHash =
        Convert.FromHexString("26f05c2f7239b6983075e58321292d77b3aa173d19b27257ac96ab362570f508");

    private static readonly byte[] HashOfA =
        Convert.FromHexString("3ac225168df54212a25c1c01fd35bebfea408fdac2e31ddd6f80a4bbf9a5f1cb");

    private static readonly byte[] HashOfB =
        Convert.FromHexString("b5553de315e0edf504d9150af82dafa5c4667fa618ed0a6f19c69b41166c5510");

    public static void Compute(SignatureSource source, ReadOnlySpan<byte> connectionId, Span<byte> digest)
    {
        Span<byte> agent = stackalloc byte[3 * Keccak256.HashSize];
        AgentTypeHash.CopyTo(agent);
        (source == SignatureSource.A ? HashOfA : HashOfB).CopyTo(agent[Keccak256.HashSize..]);
        connectionId.CopyTo(agent[(2 * Keccak256.HashSize)..]);

        Span<byte> typed = stackalloc byte[2 + (2 * Keccak256.HashSize)];
        typed[0] = 0x19;
        typed[1] = 0x01;
        DomainSeparator.CopyTo(typed[2..]);
        Keccak256.HashData(agent, typed[(2 + Keccak256.HashSize)..]);
        Keccak256.HashData(typed, digest);
    }
}
