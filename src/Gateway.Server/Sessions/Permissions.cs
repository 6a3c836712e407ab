namespace Gateway.Server.Sessions;

/// <summary>What a key may do.</summary>
[Flags]
internal enum Permissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Look at markets, and at the orders and fills of its accounts.</summary>
    View = 1,

    /// <summary>Place and cancel orders on its accounts.</summary>
    Trade = 2,

    /// <summary>Set limits and halts.</summary>
    Risk = 4,
}
