namespace Gateway.Orders.Snapshots;

/// <summary>What a feed of orders has at hand for those who resume.</summary>
/// <param name="Updates">The recent updates, oldest first.</param>
/// <param name="Forgotten">The last one that is not at hand any more.</param>
internal sealed record FeedState(IReadOnlyList<KeptUpdate> Updates, long Forgotten);
