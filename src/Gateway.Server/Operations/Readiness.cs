using Gateway.Orders;

namespace Gateway.Server.Operations;

/// <summary>What <c>/health/ready</c> says.</summary>
/// <param name="Status"><c>ready</c> or <c>not ready</c>.</param>
/// <param name="Journal">Whether the journal is replayed and has room, in words.</param>
/// <param name="Accounts">How each account stands, in words.</param>
internal sealed record Readiness(string Status, string Journal, IReadOnlyDictionary<string, string> Accounts)
{
    /// <summary>Looks at the engine.</summary>
    public static Readiness Of(OrderEngine engine) => new(
        engine.IsReady ? "ready" : "not ready",
        engine.Replayed.IsCompletedSuccessfully ? engine.Shortage ?? "replayed" : "being replayed",
        engine.Accounts.ToDictionary(account => account.Key.Value, account => Words(account.Value), StringComparer.Ordinal));

    private static string Words(AccountStatus status)
    {
        var words = status.Phase switch
        {
            AccountPhase.Connecting => $"connecting to {status.Venue}",
            AccountPhase.Reconciling => $"asking {status.Venue} what happened meanwhile",
            AccountPhase.Live => $"live at {status.Venue}",
            _ => $"disconnected from {status.Venue}",
        };
        return status.Cause is null ? words : $"{words}: {status.Cause}";
    }
}
