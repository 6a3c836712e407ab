namespace Gateway.Orders;

/// <summary>More updates waited for a subscriber than its queue holds. It misses none if it subscribes again after the last it saw.</summary>
public sealed class SubscriberFellBehindException(int capacity)
    : Exception(
        $"More than {capacity} updates waited for this subscriber; subscribe again after the last sequence that was seen.");
