namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>What may travel in one action: of one account, and of one kind.</summary>
/// <param name="Account">The account, and so the signer and the vault.</param>
/// <param name="Cargo">The kind.</param>
internal readonly record struct Company(AccountName Account, Cargo Cargo)
{
    /// <summary>Whether they are cancels.</summary>
    public bool IsOfCancels => Cargo is Cargo.CancelsByNumber or Cargo.CancelsByName;

    /// <summary>With which others an order may travel, or what is to replace one.</summary>
    public static Company Of(OrderIntent intent, bool replaces) => new(intent.Account, (replaces, intent.PostOnly) switch
    {
        (false, false) => Cargo.Orders,
        (false, true) => Cargo.PostOnlyOrders,
        (true, false) => Cargo.Changes,
        (true, true) => Cargo.PostOnlyChanges,
    });

    /// <summary>With which others a cancel may travel.</summary>
    public static Company Of(Instruction.Cancel cancel) =>
        new(cancel.Account, InstructionQueue.NumberOf(cancel.Order) is null ? Cargo.CancelsByName : Cargo.CancelsByNumber);
}
