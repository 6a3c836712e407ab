using Gateway.Venues;
using Microsoft.Extensions.Logging;

namespace Gateway.Orders;

/// <summary>What the order engine tells operators: 1000 … 1099.</summary>
internal static partial class OrderEngineLog
{
    [LoggerMessage(1001, LogLevel.Information,
        "Journal of gateway {Instance} replayed: {Records} records, {Open} open orders, {Unanswered} of them without an answer from their venue")]
    public static partial void Replayed(this ILogger log, GatewayInstance instance, long records, int open, int unanswered);

    [LoggerMessage(1002, LogLevel.Information, "Account {Account} is reconciled with {Venue}, connection {Epoch}")]
    public static partial void AccountReconciled(this ILogger log, AccountName account, VenueId venue, long epoch);

    [LoggerMessage(1003, LogLevel.Warning, "Account {Account} lost its connection to {Venue}: {Cause}")]
    public static partial void AccountDisconnected(this ILogger log, AccountName account, VenueId venue, string cause);

    [LoggerMessage(1004, LogLevel.Error, "Order {Order} is alive at its venue although it is out here ({State}); cancel it there")]
    public static partial void AliveAfterOut(this ILogger log, OrderId order, OrderState state);

    [LoggerMessage(1005, LogLevel.Error, "A venue reported {News} of account {Account}, which is not one of ours; it was not taken in")]
    public static partial void NewsOfUnknownAccount(this ILogger log, AccountName account, string news);

    [LoggerMessage(1006, LogLevel.Warning, "Open order {Order} belongs to account {Account}, which no venue trades for any more; it cannot be settled")]
    public static partial void OrderWithoutVenue(this ILogger log, OrderId order, AccountName account);

    [LoggerMessage(1007, LogLevel.Critical, "The order engine stops: {Cause}")]
    public static partial void Broken(this ILogger log, string cause);

    [LoggerMessage(1008, LogLevel.Information, "A snapshot was taken after record {Sequence}: setting it apart took {SetApart:0.0} ms, writing it {Writing:0} ms")]
    public static partial void SnapshotTaken(this ILogger log, long sequence, double setApart, double writing);

    [LoggerMessage(1009, LogLevel.Warning, "The snapshot after record {Sequence} could not be written; the one before stays, and the next start takes longer")]
    public static partial void SnapshotFailed(this ILogger log, long sequence, Exception failure);

    [LoggerMessage(1010, LogLevel.Information, "Goes on from the snapshot after record {Sequence}")]
    public static partial void SnapshotRestored(this ILogger log, long sequence);

    [LoggerMessage(1011, LogLevel.Warning, "The snapshot is not relied on: {Doubt}. The whole journal is replayed, which takes longer")]
    public static partial void SnapshotIgnored(this ILogger log, string doubt);
}
