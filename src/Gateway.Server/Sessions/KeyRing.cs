using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Gateway.Venues;

namespace Gateway.Server.Sessions;

/// <summary>The keys that open the gateway, as hashes.</summary>
internal sealed class KeyRing
{
    private static readonly byte[] DemoHash = SHA256.HashData("demo"u8);

    private readonly ImmutableArray<(byte[] Hash, Client Client)> keys;

    /// <summary>Makes a ring of the configured clients.</summary>
    /// <exception cref="ValidationException">A client's configuration is wrong; the message says how.</exception>
    public KeyRing(IReadOnlyDictionary<string, ClientOptions> clients)
    {
        keys = [.. clients.Select(client => (HashOf(client.Key, client.Value), ClientOf(client.Key, client.Value)))];
        if (keys.DistinctBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal).Count() < keys.Length)
            throw new ValidationException("Two clients under Clients have the same KeySha256; give each a key of its own.");
    }

    /// <summary>Everybody who can connect.</summary>
    public IEnumerable<Client> Clients => keys.Select(key => key.Client);

    /// <summary>Whether the well-known key of the simulator's first steps is on the ring.</summary>
    public bool HasDemoKey => keys.Any(key => key.Hash.AsSpan().SequenceEqual(DemoHash));

    /// <summary>Whose key this is, or null. Takes as long whatever the key.</summary>
    public Client? Find(ReadOnlySpan<char> apiKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(apiKey.ToArray()), hash);
        Client? found = null;
        foreach (var (known, client) in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
                found = client;
        }

        return found;
    }

    private static byte[] HashOf(string name, ClientOptions options)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
            throw new ValidationException($"Clients:{name}: {string.Join(' ', problems)}");
        return Convert.FromHexString(options.KeySha256);
    }

    private static Client ClientOf(string name, ClientOptions options) => new(
        new(name, options.Trader ?? name, options.Desk),
        options.Accounts.Select(account => new AccountName(account)).ToFrozenSet(),
        options.Permissions.Aggregate(Permissions.None, (all, one) => all | one));
}
