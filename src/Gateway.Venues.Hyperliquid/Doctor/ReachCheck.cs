using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Whether the venue can be reached by both ways.</summary>
internal static class ReachCheck
{
    public static async Task<Finding> SocketAsync(IDialer dialer, HyperliquidOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var subject = $"WebSocket {options.WebSocket.Host}";
        try
        {
            await using var socket = await VenueSocket.ConnectAsync(dialer, options, time, cancellationToken);
            return new(FindingKind.Fine, subject, "It takes connections.");
        }
        catch (TransportException failure)
        {
            return new(FindingKind.Problem, subject, failure.Message, "Check the network, its firewall and Venues:Hyperliquid:WebSocketUrl.");
        }
    }

    public static async Task<Finding> InfoAsync(InfoClient info, HyperliquidOptions options, CancellationToken cancellationToken)
    {
        var subject = $"info {options.Info.Host}";
        try
        {
            await info.AskAsync(InfoQuery.Of("allMids", Scalars.Mids), cancellationToken);
            return new(FindingKind.Fine, subject, "It answers.");
        }
        catch (TransportException failure)
        {
            return new(FindingKind.Problem, subject, failure.Message, "Check the network, its firewall and Venues:Hyperliquid:InfoUrl with any API key in its path.");
        }
    }
}
