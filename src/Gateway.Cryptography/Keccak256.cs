using System.Buffers.Binary;

namespace Gateway.Cryptography;

/// <summary>Keccak-256 as Ethereum and Hyperliquid use it: the original padding, not that of NIST's SHA3-256.</summary>
public static class Keccak256
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int HashSize = 32;

    /// <summary>What the sponge takes in per permutation, in bytes.</summary>
    internal const int BlockSize = 136;

    private const byte KeccakPadding = 0x01;

    /// <summary>Hashes <paramref name="source"/> into the first <see cref="HashSize"/> bytes of <paramref name="destination"/>, without allocating.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="HashSize"/>.</exception>
    public static void HashData(ReadOnlySpan<byte> source, Span<byte> destination) => HashData(source, destination, KeccakPadding);

    /// <summary>The hash of <paramref name="source"/> in an array of its own.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> source)
    {
        var hash = new byte[HashSize];
        HashData(source, hash);
        return hash;
    }

    /// <summary>The sponge with the domain byte open, because SHA3-256 differs in nothing else: with 0x06 the platform's own can be the oracle.</summary>
    internal static void HashData(ReadOnlySpan<byte> source, Span<byte> destination, byte padding)
    {
        if (destination.Length < HashSize)
            throw new ArgumentException($"A Keccak-256 hash needs {HashSize} bytes, the destination has {destination.Length}.", nameof(destination));

        Span<ulong> state = stackalloc ulong[KeccakF1600.Lanes];
        state.Clear();

        while (source.Length >= BlockSize)
        {
            Absorb(source[..BlockSize], state);
            source = source[BlockSize..];
        }

        Span<byte> last = stackalloc byte[BlockSize];
        last.Clear();
        source.CopyTo(last);
        last[source.Length] = padding;
        last[^1] |= 0x80;
        Absorb(last, state);

        for (var lane = 0; lane < HashSize / sizeof(ulong); lane++)
            BinaryPrimitives.WriteUInt64LittleEndian(destination[(lane * sizeof(ulong))..], state[lane]);
    }

    private static void Absorb(ReadOnlySpan<byte> block, Span<ulong> state)
    {
        for (var lane = 0; lane < BlockSize / sizeof(ulong); lane++)
            state[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(lane * sizeof(ulong))..]);
        KeccakF1600.Permute(state);
    }
}
