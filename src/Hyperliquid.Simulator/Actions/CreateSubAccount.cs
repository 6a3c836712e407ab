using System.Text;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Opens a subaccount, which its master signs for: <c>createSubAccount</c>; the answer is its address.</summary>
internal sealed record CreateSubAccount(string Name) : L1Action
{
    private const int LongestName = 16;
    private const decimal RequiredVolume = 100_000;

    public override string Type => "createSubAccount";

    /// <summary>Why a subaccount cannot be called so; null if it can.</summary>
    public static string? CheckName(string name) =>
        name.Length is 0 or > LongestName ? $"Sub-account name must have 1 to {LongestName} characters." : null;

    public static CreateSubAccount Read(Body action) => new(action.Text("name"));

    public override void Pack(MsgPackWriter packed) => packed.Map(2).Text("type").Text(Type).Text("name").Text(Name);

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        if (CheckName(Name) is { } refusal)
            return new ActionReply.Refused(refusal);
        if (account.CumVlm < RequiredVolume)
            return new ActionReply.Refused($"Cannot create sub-accounts until enough volume traded. Required: $100000. Traded: ${account.CumVlm:0.##}.");
        var hash = Keccak256.HashData(Encoding.UTF8.GetBytes($"{account.Address} {block.Hash}"));
        var address = Address.FromBytes(hash.AsSpan(0, Address.Size));
        exchange.Add(new(address) { Master = account.Address, Name = Name });
        return new ActionReply.Told(Type, address.ToString());
    }
}
