namespace Gateway.Server.Sockets;

/// <summary>
/// Which web pages may connect. A browser sends cookies and reaches loopback addresses on behalf of any page, so pages of
/// other origins must be on the list; programs send no origin.
/// </summary>
internal static class BrowserOrigins
{
    /// <summary>Whether this request comes from no page, the server's own, or one on the list.</summary>
    public static bool Permit(HttpRequest request, SocketOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
