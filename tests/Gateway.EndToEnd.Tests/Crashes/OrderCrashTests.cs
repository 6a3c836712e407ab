namespace Gateway.EndToEnd.Tests.Crashes;

/// <summary>
/// A gateway that dies, as by <c>kill -9</c>, at each named point of an order's way comes back with the venue's truth: no order
/// twice, no fill lost, nothing final that was not proven, and every answer and update kept.
/// </summary>
public sealed class OrderCrashTests
{
    [Fact]
    public Task On_the_way_from_the_client_to_the_journal() => CrashMatrix.RunAtWorkAsync(
        "read SendLimitOrder", "bound SendLimitOrder", "journaling OrderPlaced", "journaled OrderPlaced", "half written OrderPlaced",
        "flushed OrderPlaced", "decided SendLimitOrder", "half of answer", "written answer");

    [Fact]
    public Task On_the_way_from_the_journal_to_the_venue() => CrashMatrix.RunAtWorkAsync(
        "instructing Place", "instructed Place", "sending order", "half sent order", "sent order", "reporting OrderSent", "received order");

    [Fact]
    public Task On_the_way_of_a_change() => CrashMatrix.RunChangingAsync(
        "bound ModifyOrder", "journaling ModifyRequested", "half written ModifyRequested", "flushed ModifyRequested", "instructing Modify",
        "instructed Modify", "sending batchModify", "half sent batchModify", "sent batchModify", "decided ModifyOrder");

    [Fact]
    public Task On_the_way_of_the_venues_answer() => CrashMatrix.RunAtWorkAsync(
        "reporting OrderAcknowledged", "journaling OrderAcknowledged", "half written OrderAcknowledged", "flushed OrderAcknowledged",
        "half of update", "written update", "received orderUpdates");

    [Fact]
    public Task On_the_way_of_a_fill() => CrashMatrix.RunAtWorkAsync(
        "received userFills", "reporting OrderFilled", "journaling OrderFilled", "half written OrderFilled", "flushed OrderFilled",
        "reporting OrderDone", "journaling OrderDone", "half written OrderDone");
}
