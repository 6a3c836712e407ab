using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Server.Sockets;

/// <summary>Puts a <see cref="HoldingStream"/> between a connection that becomes a WebSocket and its messages.</summary>
internal sealed class HoldingUpgrade(IHttpUpgradeFeature upgrade) : IHttpUpgradeFeature
{
    /// <summary>The stream; null: the connection was not upgraded by this.</summary>
    public HoldingStream? Stream { get; private set; }

    /// <inheritdoc/>
    public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

    /// <summary>To be put before whatever accepts WebSockets.</summary>
    public static void Offer(HttpContext context)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            context.Features.Set<IHttpUpgradeFeature>(new HoldingUpgrade(upgrade));
    }

    /// <summary>The stream of a connection that was accepted; null: it was upgraded in another way.</summary>
    public static HoldingStream? Of(HttpContext context) => (context.Features.Get<IHttpUpgradeFeature>() as HoldingUpgrade)?.Stream;

    /// <inheritdoc/>
    public async Task<Stream> UpgradeAsync() => Stream = new HoldingStream(await upgrade.UpgradeAsync());
}
