using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>A request on its way, and what its answer means. Exactly one of the last two is called, or an answer after a lost one.</summary>
internal interface IPost
{
    /// <summary>Its bytes were handed to the connection.</summary>
    ValueTask SentAsync(CancellationToken cancellationToken);

    /// <summary>The venue has answered, perhaps after it was given up.</summary>
    ValueTask AnsweredAsync(PostReply reply, CancellationToken cancellationToken);

    /// <summary>No answer is to be expected any more; it may or may not have been executed.</summary>
    ValueTask LostAsync(string cause, CancellationToken cancellationToken);
}
