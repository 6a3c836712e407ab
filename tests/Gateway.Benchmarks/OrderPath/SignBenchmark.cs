using BenchmarkDotNet.Attributes;
using Gateway.Benchmarks.EndToEnd;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>From an order's terms to the bytes that the venue gets, beside the operation on the curve that no way leads around.</summary>
[MemoryDiagnoser]
public class SignBenchmark : IDisposable
{
    private readonly PrivateKey key = PrivateKey.Parse(Bench.Key);
    private readonly SignedPost post = new();
    private readonly byte[] digest = new byte[Keccak256.HashSize];
    private readonly byte[] signature = new byte[PrivateKey.SignatureSize];
    private readonly OrderTerms[] terms = [new() { Asset = 0, IsBuy = true, Price = 99_000, Size = 0.01m, Cloid = new Cloid(12345) }];
    private readonly Signer signer;
    private ulong nonce = 1_700_000_000_000;

    public SignBenchmark() => signer = new Signer(key, SignatureSource.A, vault: null);

    [Benchmark(Baseline = true)]
    public byte Curve()
    {
        digest[0] ^= 1;
        key.Sign(digest, signature);
        return signature[0];
    }

    [Benchmark]
    public int Sign_and_frame()
    {
        nonce++;
        return post.Write(7, new OrderAction(terms), signer, nonce, nonce + 5000).Length;
    }

    public void Dispose()
    {
        post.Dispose();
        key.Dispose();
    }
}
