using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Intents;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Carries out what clients have signed, each action in a block of its own, and writes down what came of it.</summary>
internal sealed class ActionDesk(Exchange exchange, Chain chain)
{
    private const int ItemsPerWeight = 40;

    private readonly Admission admission = new(exchange, chain);

    /// <summary>Everything that was asked for, and what was answered.</summary>
    public ActionLog Log { get; } = new();

    /// <summary>What an action weighs against the IP address: one, and one more for each full forty items.</summary>
    public static long WeightOf(VenueAction action) => 1 + (action.Weight / ItemsPerWeight);

    /// <summary>On whose account an action is; null: nobody's.</summary>
    public Address? AccountOf(SignedAction signed) => admission.AccountOf(signed);

    /// <summary>Carries out a signed action, or refuses it.</summary>
    public (JsonObject Reply, Block Block) Execute(SignedAction signed)
    {
        var block = exchange.OpenBlock();
        var (account, signer, refusal) = admission.Admit(signed);
        var json = Perform(signed.Action, account, refusal, block);
        Note(signed.Action, signed.Nonce, signed.Hash, signer, account, json, block);
        return (json, block);
    }

    /// <summary>Carries out what the trade-intent API signs on a client's behalf.</summary>
    public (HttpReply Reply, Block Block) Execute(TradeIntent intent)
    {
        var block = exchange.OpenBlock();
        var (account, refusal) = admission.Admit(intent);
        var json = Perform(intent.Action, account, refusal, block);
        var hash = intent.Action.Hash(intent.Nonce, vault: null, expiresAfter: null);
        Note(intent.Action, intent.Nonce, hash, intent.Wallet, account, json, block);
        return (HttpReply.Ok(new JsonObject
        {
            ["agg_order_id"] = new Guid(hash.AsSpan(0, 16)).ToString(),
            ["intent_hash"] = $"0x{Convert.ToHexStringLower(hash)}",
            ["signer"] = intent.Wallet.ToString(),
            ["hl_response"] = json,
        }), block);
    }

    private JsonObject Perform(VenueAction action, Account? account, string? refusal, Block block)
    {
        if (account is null)
            return new ActionReply.Refused(refusal!).ToJson();
        account.RequestsUsed += Math.Max(1, action.Weight);
        account.LastRequest = block.Time;
        return action.Execute(exchange, account, block).ToJson();
    }

    private void Note(VenueAction action, long nonce, byte[] hash, Address? signer, Account? account, JsonObject reply, Block block) =>
        Log.Add(new(
            block.Time, action.Type, nonce, signer, account?.Address, $"0x{Convert.ToHexStringLower(hash)}", (JsonObject)reply.DeepClone()));
}
