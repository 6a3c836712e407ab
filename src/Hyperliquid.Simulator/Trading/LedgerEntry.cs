using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Money that came, went or moved other than by trading and funding.</summary>
/// <param name="Time">Milliseconds.</param>
/// <param name="Hash">Of the transaction.</param>
internal abstract record LedgerEntry(long Time, string Hash)
{
    /// <summary>USDC came from outside.</summary>
    internal sealed record Deposit(long Time, string Hash, decimal Usdc) : LedgerEntry(Time, Hash);

    /// <summary>USDC moved between spot and the venue's own perp dex.</summary>
    internal sealed record ClassTransfer(long Time, string Hash, decimal Usdc, bool ToPerp) : LedgerEntry(Time, Hash);

    /// <summary>USDC moved between a master and its subaccount.</summary>
    internal sealed record SubAccountTransfer(long Time, string Hash, decimal Usdc, Address User, Address Destination) : LedgerEntry(Time, Hash);

    /// <summary>USDC of the venue's own perp dex moved from one account to another.</summary>
    internal sealed record InternalTransfer(long Time, string Hash, decimal Usdc, Address User, Address Destination) : LedgerEntry(Time, Hash);

    /// <summary>USDC left the exchange.</summary>
    internal sealed record Withdrawal(long Time, string Hash, decimal Usdc, decimal Fee, long Nonce) : LedgerEntry(Time, Hash);

    /// <summary>A spot balance moved from one account to another.</summary>
    internal sealed record SpotTransfer(long Time, string Hash, Address User, AssetTransfer Transfer, decimal UsdcValue) : LedgerEntry(Time, Hash);

    /// <summary>Money was put into a vault.</summary>
    internal sealed record VaultDeposit(long Time, string Hash, Address Vault, decimal Usdc) : LedgerEntry(Time, Hash);

    /// <summary>Money was taken out of a vault.</summary>
    internal sealed record VaultWithdrawal(long Time, string Hash, Address Vault, Address User, decimal Usdc) : LedgerEntry(Time, Hash);

    /// <summary>A token moved between purses.</summary>
    internal sealed record Send(long Time, string Hash, Address User, AssetTransfer Transfer, decimal UsdcValue, long Nonce) : LedgerEntry(Time, Hash);
}
