using System.Buffers.Text;
using System.Text;

namespace Gateway.Server.Sockets;

/// <summary>The API key that comes with an upgrade: a bearer token, or for browsers, which cannot set headers, a sub-protocol.</summary>
internal static class PresentedKey
{
    /// <summary>The sub-protocol that the server selects when it is offered.</summary>
    public const string Protocol = "gateway.v1";

    private const string Bearer = "Bearer ";
    private const string BearerProtocol = "gateway.bearer.";

    /// <summary>The key, or null where none was presented.</summary>
    public static string? Of(HttpRequest request, IEnumerable<string> protocols)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return authorization[Bearer.Length..].Trim();
        var offered = protocols.FirstOrDefault(protocol => protocol.StartsWith(BearerProtocol, StringComparison.Ordinal));
        return offered is null ? null : Decode(offered.AsSpan(BearerProtocol.Length));
    }

    private static string? Decode(ReadOnlySpan<char> base64Url) =>
        Base64Url.IsValid(base64Url) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(base64Url)) : null;
}
