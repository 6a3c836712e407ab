namespace Gateway.Orders.Limits;

/// <summary>What to do with an order for whose trader or account no amount is found, neither of its own nor by default.</summary>
public enum WhenUnset
{
    /// <summary>It passes.</summary>
    Allow = 1,

    /// <summary>It is refused: the right choice where real money trades.</summary>
    Refuse = 2,
}
