namespace Gateway.Server.Operations;

/// <summary>Where the gateway listens when nothing says where.</summary>
internal static class DefaultAddress
{
    /// <summary>Loopback only, so that a fresh gateway is open to nobody else.</summary>
    public const string Url = "http://127.0.0.1:8080";

    // Not in appsettings.json: a setting there would win over ASPNETCORE_URLS.
    private static readonly string[] Others = ["urls", "http_ports", "https_ports"];

    /// <summary>Sets it, unless an address is configured in one of the usual ways.</summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (Others.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Url);
    }
}
