namespace Gateway.EndToEnd.Tests.Crashes;

/// <summary>The same at each named point of a cancel's way, of the gap fence and of a gateway's way back, and between two files of the journal.</summary>
public sealed class RecoveryCrashTests
{
    [Fact]
    public Task On_the_way_of_a_cancel() => CrashMatrix.RunAtWorkAsync(
        "read CancelOrder", "journaling CancelRequested", "half written CancelRequested", "flushed CancelRequested", "decided CancelOrder",
        "instructing Cancel", "sending cancel", "half sent cancel", "sent cancel", "received cancel");

    [Fact]
    public Task In_the_gap_fence() => CrashMatrix.RunAsync(
        (matrix, point) => matrix.DieInTheFenceAsync(point),
        "flushed AccountDisconnected", "reporting AccountConnected", "instructing Reconcile", "asked openOrders", "asked userFillsByTime",
        "reporting AccountReconciled", "half written AccountReconciled", "flushed AccountReconciled");

    [Fact]
    public Task On_the_way_back_from_another_death() => CrashMatrix.RunAsync(
        (matrix, point) => matrix.DieComingBackAsync(point),
        "replaying", "journaling GatewayStarted", "half written GatewayStarted", "flushed GatewayStarted", "journaling OutcomeUnknown",
        "asking openOrders", "asked orderStatus", "asking userFillsByTime");

    [Fact]
    public Task While_a_snapshot_is_taken() => CrashMatrix.RunAsync(
        (matrix, point) => matrix.DieAtWorkAsync(point, passage: 1),
        "writing fills", "half written fills", "written fills", "writing snapshot", "half written snapshot", "unnamed snapshot",
        "written snapshot", "removing what a snapshot left behind");

    [Fact]
    public Task On_the_way_back_with_a_change_in_doubt() => CrashMatrix.RunChangedBackAsync(
        "flushed OutcomeUnknown", "asked openOrders", "asked orderStatus", "journaling ModifyRejected", "half written ModifyRejected",
        "flushed ModifyRejected");

    [Fact]
    public Task Where_one_file_of_the_journal_ends_and_the_next_begins() => CrashMatrix.RunAsync(
        (matrix, point) => matrix.DieAtWorkAsync(point, passage: 1), "segment begun", "segment half begun", "segment still empty");
}
