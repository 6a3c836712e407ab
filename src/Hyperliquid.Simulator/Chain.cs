namespace Hyperliquid.Simulator;

/// <summary>Which of the venue's two networks the simulator plays: it decides asset ids and which signatures are accepted.</summary>
public enum Chain
{
    /// <summary>L1 actions are signed with source <c>a</c>; BTC is asset 0.</summary>
    Mainnet,

    /// <summary>L1 actions are signed with source <c>b</c>; BTC is asset 3.</summary>
    Testnet,
}
