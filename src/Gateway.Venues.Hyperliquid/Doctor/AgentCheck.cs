using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>How long the agent may still sign.</summary>
internal static class AgentCheck
{
    /// <summary>How long before the end it is spoken of.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    public static async Task<Finding> LookAsync(Patient patient, CancellationToken cancellationToken)
    {
        if (patient is not { Signer: { } signer, SignerRole: { Role: "agent", Master: { } master } })
            return patient.Fine("agent", "No agent signs.");
        var agents = await patient.Info.AskAsync(InfoQuery.Of("extraAgents", master, ApiWallet.ReadAll), cancellationToken);
        var agent = agents.FirstOrDefault(one => one.Address == signer.ToString());
        if (agent is null)
        {
            return patient.Warning(
                "agent",
                $"{signer} is the unnamed agent of {master}: the venue does not say when it expires, and approving another unnamed one replaces it.",
                "Approve a named agent for the gateway.");
        }

        var name = $"Agent '{agent.Name}' ({signer})";
        if (agent.ValidUntil is not { } end)
            return patient.Fine("agent", $"{name} has no end.");
        patient.SignerEnd = end;
        var left = end - patient.Time.GetUtcNow();
        var day = end.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);
        const string Cure = "Approve a new agent with a key that was never used before, and set it as the account's key.";
        if (left <= TimeSpan.Zero)
            return patient.Problem("agent", $"{name} expired on {day}.", Cure);
        return left < Soon
            ? patient.Warning("agent", $"{name} expires on {day}.", Cure)
            : patient.Fine("agent", $"{name} is valid until {day}.");
    }
}
