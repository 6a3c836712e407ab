using System.Globalization;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Lets an API wallet sign, under a name or as the one without: <c>approveAgent</c>. The zero address removes.</summary>
internal sealed record ApproveAgent(UserSignedAction.Origin From, Address Agent, string AgentName) : UserSignedAction(From)
{
    private const string ExpiryMark = " valid_until ";
    private const int LongestName = 16;

    public override string Type => "approveAgent";

    protected override string Name => "ApproveAgent";

    public static ApproveAgent Read(Body action) => new(
        Origin.Read(action), action.Address("agentAddress"), action.Has("agentName") ? action.Text("agentName") : "");

    protected override TypedData Sign(TypedData data) =>
        data.Address("agentAddress", Agent).Text("agentName", AgentName).Integer("nonce", From.Nonce);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        var (name, validUntil) = (AgentName, (long?)null);
        if (AgentName.IndexOf(ExpiryMark, StringComparison.Ordinal) is >= 0 and var mark)
        {
            if (!long.TryParse(AgentName.AsSpan(mark + ExpiryMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var until))
                return new ActionReply.Refused("Agent valid_until must be milliseconds since the epoch.");
            (name, validUntil) = (AgentName[..mark], until);
        }

        if (name.Length > LongestName)
            return new ActionReply.Refused($"Agent name must have at most {LongestName} characters.");
        var named = name.Length == 0 ? null : name;
        if (Agent == Address.Zero)
        {
            exchange.Agents.Remove(account.Address, named, block.Time);
            return new ActionReply.Done();
        }

        return AgentRules.Check(exchange, account, Agent, named, validUntil, block.Time) is { } refusal
            ? new ActionReply.Refused(refusal)
            : Approve(exchange, account, named, validUntil, block.Time);
    }

    private ActionReply.Done Approve(Exchange exchange, Account account, string? name, long? validUntil, long now)
    {
        exchange.Agents.Approve(new(Agent, account.Address, name, validUntil ?? now + AgentRules.DefaultLifetimeMs));
        return new();
    }
}
