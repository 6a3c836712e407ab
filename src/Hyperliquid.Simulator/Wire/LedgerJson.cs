using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Wire;

/// <summary>An entry of <c>userNonFundingLedgerUpdates</c>.</summary>
internal static class LedgerJson
{
    public static JsonObject Of(LedgerEntry entry) => new() { ["time"] = entry.Time, ["hash"] = entry.Hash, ["delta"] = Delta(entry) };

    private static JsonObject Delta(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Deposit deposit => new() { ["type"] = "deposit", ["usdc"] = Numbers.Sent(deposit.Usdc) },
        LedgerEntry.ClassTransfer moved => new()
        {
            ["type"] = "accountClassTransfer",
            ["usdc"] = Numbers.Sent(moved.Usdc),
            ["toPerp"] = moved.ToPerp,
        },
        LedgerEntry.SubAccountTransfer moved => new()
        {
            ["type"] = "subAccountTransfer",
            ["usdc"] = Numbers.Sent(moved.Usdc),
            ["user"] = moved.User.ToString(),
            ["destination"] = moved.Destination.ToString(),
        },
        LedgerEntry.InternalTransfer sent => new()
        {
            ["type"] = "internalTransfer",
            ["usdc"] = Numbers.Sent(sent.Usdc),
            ["user"] = sent.User.ToString(),
            ["destination"] = sent.Destination.ToString(),
            ["fee"] = "0.0",
        },
        LedgerEntry.Withdrawal gone => new()
        {
            ["type"] = "withdraw",
            ["usdc"] = Numbers.Sent(gone.Usdc),
            ["nonce"] = gone.Nonce,
            ["fee"] = Numbers.Sent(gone.Fee),
        },
        LedgerEntry.SpotTransfer sent => new()
        {
            ["type"] = "spotTransfer",
            ["token"] = sent.Transfer.Token.Split(':')[0],
            ["amount"] = Numbers.Sent(sent.Transfer.Amount),
            ["usdcValue"] = Numbers.Usd(sent.UsdcValue),
            ["user"] = sent.User.ToString(),
            ["destination"] = sent.Transfer.Destination.ToString(),
            ["fee"] = "0.0",
            ["nativeTokenFee"] = "0.0",
            ["nonce"] = null,
            ["feeToken"] = "",
        },
        LedgerEntry.VaultDeposit put => new()
        {
            ["type"] = "vaultDeposit",
            ["vault"] = put.Vault.ToString(),
            ["usdc"] = Numbers.Sent(put.Usdc),
        },
        LedgerEntry.VaultWithdrawal taken => new()
        {
            ["type"] = "vaultWithdraw",
            ["vault"] = taken.Vault.ToString(),
            ["user"] = taken.User.ToString(),
            ["requestedUsd"] = Numbers.Sent(taken.Usdc),
            ["commission"] = "0.0",
            ["closingCost"] = "0.0",
            ["basis"] = "0.0",
            ["netWithdrawnUsd"] = Numbers.Sent(taken.Usdc),
        },
        LedgerEntry.Send sent => new()
        {
            ["type"] = "send",
            ["user"] = sent.User.ToString(),
            ["destination"] = sent.Transfer.Destination.ToString(),
            ["sourceDex"] = sent.Transfer.SourceDex,
            ["destinationDex"] = sent.Transfer.DestinationDex,
            ["token"] = sent.Transfer.Token.Split(':')[0],
            ["amount"] = Numbers.Sent(sent.Transfer.Amount),
            ["usdcValue"] = Numbers.Usd(sent.UsdcValue),
            ["fee"] = "0.0",
            ["nativeTokenFee"] = "0.0",
            ["nonce"] = sent.Nonce,
            ["feeToken"] = "",
        },
        _ => throw new InvalidOperationException($"No such entry: {entry}."),
    };
}
