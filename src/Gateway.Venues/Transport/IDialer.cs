namespace Gateway.Venues.Transport;

/// <summary>Opens connections; tests hand in their own network.</summary>
public interface IDialer
{
    /// <summary>Connects to an address.</summary>
    /// <exception cref="TransportException">The peer cannot be reached or refused.</exception>
    ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken);
}
