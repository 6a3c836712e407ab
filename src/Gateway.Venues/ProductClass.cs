namespace Gateway.Venues;

/// <summary>What kind of thing a product is.</summary>
public enum ProductClass
{
    /// <summary>None of the others, or not known.</summary>
    Unknown = 0,

    /// <summary>A crypto asset held as a balance.</summary>
    Coin = 1,

    /// <summary>A state currency.</summary>
    Fiat = 2,

    /// <summary>A share.</summary>
    Equity = 3,

    /// <summary>A commodity that is neither energy nor metal.</summary>
    Commodity = 4,

    /// <summary>Oil, gas, power.</summary>
    Energy = 5,

    /// <summary>A metal.</summary>
    Metal = 6,

    /// <summary>A contract with an expiry.</summary>
    Future = 7,

    /// <summary>A contract without expiry, kept near its underlying by funding payments.</summary>
    Perpetual = 8,

    /// <summary>A right to buy or sell.</summary>
    Option = 9,

    /// <summary>A calculated number.</summary>
    Index = 10,
}
