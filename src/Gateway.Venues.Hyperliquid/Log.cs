using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid;

/// <summary>Everything the adapter logs: 3000 connections, 3100 orders, 3200 reconciliation, 3300 markets. Never a key or a URL.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "{Connection} to {Host} stands")]
    public static partial void Connected(ILogger log, string connection, string host);

    [LoggerMessage(3002, LogLevel.Warning, "{Connection} ended: {Cause} Trying again in {Delay}")]
    public static partial void Disconnected(ILogger log, string connection, string cause, TimeSpan delay);

    [LoggerMessage(3003, LogLevel.Warning, "The venue reports an error on {Connection}: {Text}")]
    public static partial void VenueError(ILogger log, string connection, string text);

    [LoggerMessage(3004, LogLevel.Warning, "A message on {Connection} cannot be read and is passed over: {Message}")]
    public static partial void Unreadable(ILogger log, string connection, string message);

    [LoggerMessage(3005, LogLevel.Warning, "Cannot start yet: {Cause} Trying again in {Delay}")]
    public static partial void NotStarted(ILogger log, string cause, TimeSpan delay);

    [LoggerMessage(3006, LogLevel.Warning, "{Subject}: {Finding} Cure: {Cure}")]
    public static partial void NotFine(ILogger log, string subject, string finding, string cure);

    [LoggerMessage(3101, LogLevel.Warning, "The outcome of order {Order} on {Account} is unknown: {Cause}")]
    public static partial void PlaceUnknown(ILogger log, OrderId order, AccountName account, string cause);

    [LoggerMessage(3102, LogLevel.Warning, "The outcome of canceling order {Order} on {Account} is unknown: {Cause}")]
    public static partial void CancelUnknown(ILogger log, OrderId order, AccountName account, string cause);

    [LoggerMessage(3103, LogLevel.Warning, "Order {Order} on {Account} has the status {Status}, which is not known; nothing is concluded from it")]
    public static partial void UnknownStatus(ILogger log, OrderId order, AccountName account, string status);

    [LoggerMessage(3104, LogLevel.Error, "A fill on {Account} cannot be read in full and is reported as aberrant: {Fill}")]
    public static partial void AberrantFill(ILogger log, AccountName account, string fill);

    [LoggerMessage(3201, LogLevel.Information, "Account {Account} is reconciled (epoch {Epoch}): {Orders} orders, {Fills} fills")]
    public static partial void Reconciled(ILogger log, AccountName account, long epoch, int orders, int fills);

    [LoggerMessage(3202, LogLevel.Warning, "Asking what became of orders of {Account} failed: {Cause}")]
    public static partial void AskingFailed(ILogger log, AccountName account, string cause);

    [LoggerMessage(3203, LogLevel.Error, "More than {Most} fills of {Account} share one millisecond; those beyond the page cannot be read")]
    public static partial void FillsBeyondReach(ILogger log, int most, AccountName account);

    [LoggerMessage(3105, LogLevel.Warning, "The venue takes only {Left} more orders of {Account} before they trickle; trading volume or reserveRequestWeight adds to it")]
    public static partial void FewActionsLeft(ILogger log, AccountName account, long left);

    [LoggerMessage(3106, LogLevel.Warning, "How many actions {Account} may still send could not be read: {Cause}")]
    public static partial void BudgetUnread(ILogger log, AccountName account, string cause);

    [LoggerMessage(3107, LogLevel.Error, "Order {Order} on {Account} was signed by {Signer} and not by the wallet {Wallet}; look at the account and tell HyperETH")]
    public static partial void OtherSigner(ILogger log, OrderId order, AccountName account, string signer, string wallet);

    [LoggerMessage(3108, LogLevel.Information, "The dead man's switch of {Account} is armed: the venue cancels its orders {Delay} after the gateway was last there")]
    public static partial void SwitchArmed(ILogger log, AccountName account, TimeSpan delay);

    [LoggerMessage(3109, LogLevel.Warning, "The dead man's switch of {Account} is NOT armed: {Reason} This is said once, and tried again every {Pause}")]
    public static partial void SwitchRefused(ILogger log, AccountName account, string reason, TimeSpan pause);

    [LoggerMessage(3110, LogLevel.Warning, "Order {ExchangeOrderId} on {Account} was placed by nobody of this gateway, in {Coin}, which is not listed here or cannot be read; it is not counted")]
    public static partial void ForeignOrderUnreadable(ILogger log, AccountName account, long exchangeOrderId, string coin);

    [LoggerMessage(3301, LogLevel.Information, "Read {Markets} markets")]
    public static partial void MarketsRead(ILogger log, int markets);

    [LoggerMessage(3302, LogLevel.Warning, "The markets could not be read anew; those known stay: {Cause}")]
    public static partial void MarketsStay(ILogger log, string cause);

    [LoggerMessage(3303, LogLevel.Warning, "The perpetuals of dex {Dex} are not traded: {Problem}")]
    public static partial void DexRefused(ILogger log, string dex, string problem);
}
