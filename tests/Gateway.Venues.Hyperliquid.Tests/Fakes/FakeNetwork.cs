using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Tests.Fakes;

/// <summary>A network within the test.</summary>
internal sealed class FakeNetwork(Action<FakeSocket, string> onSent) : IDialer
{
    public List<FakeSocket> Sockets { get; } = [];

    public bool IsDown { get; set; }

    public ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        if (IsDown)
            throw new TransportException("venue.test cannot be reached.");
        var socket = new FakeSocket(onSent);
        Sockets.Add(socket);
        return ValueTask.FromResult<ITextSocket>(socket);
    }
}
