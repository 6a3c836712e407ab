namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>What may travel in one action: of one account, and of one kind.</summary>
/// <param name="Account">The account, and so the signer and the vault.</param>
/// <param name="IsApart">
/// Orders: post-only ones, which the venue executes first only as long as no other is among them. Cancels: those by the
/// venue's number, which are another action than those by our name.
/// </param>
internal readonly record struct Company(AccountName Account, bool IsApart);
