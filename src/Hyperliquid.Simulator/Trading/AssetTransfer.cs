using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Moves a token between purses: the spot balance and the cash of each perp dex, of one account or of two.</summary>
/// <param name="Destination">Whose purse takes it; an address without account gets one.</param>
/// <param name="SourceDex">Name of the dex that it leaves, or <see cref="Spot"/>.</param>
/// <param name="DestinationDex">Name of the dex that takes it, or <see cref="Spot"/>.</param>
/// <param name="Token">Name of the token, with or without a colon and its id.</param>
/// <param name="Amount">How much.</param>
internal sealed record AssetTransfer(Address Destination, string SourceDex, string DestinationDex, string Token, decimal Amount)
{
    /// <summary>The purse that is no dex.</summary>
    public const string Spot = "spot";

    public const string IsPooled = "Action disabled when unified account is active";

    private const string Invalid = "Invalid send";

    /// <summary>Moves it; if it cannot be moved, says why.</summary>
    public string? From(Account source, Exchange exchange)
    {
        var token = exchange.Universe.FindToken(Token.Split(':')[0]);
        if (token is null || Amount <= 0 || !Names(SourceDex, token, exchange) || !Names(DestinationDex, token, exchange))
            return Invalid;
        if (source.Address == Destination && SourceDex == DestinationDex)
            return Invalid;
        var destination = exchange.Find(Destination);
        if ((source.IsPooled && SourceDex != Spot) || (destination is { IsPooled: true } && DestinationDex != Spot))
            return IsPooled;
        var available = SourceDex == Spot
            ? exchange.Funds.FreeOf(source, token)
            : exchange.MarginOf(source, exchange.Universe.FindDex(SourceDex)!).Withdrawable;
        if (Amount > available)
            return "Insufficient balance for token transfer";
        if (destination is null)
            exchange.Add(destination = new(Destination));
        Put(source, SourceDex, token, -Amount, exchange);
        Put(destination, DestinationDex, token, Amount, exchange);
        return null;
    }

    /// <summary>What it is worth in USDC at the present mark.</summary>
    public decimal ValueOn(Exchange exchange)
    {
        var token = exchange.Universe.FindToken(Token.Split(':')[0]);
        return exchange.Universe.SpotPairs.FirstOrDefault(pair => pair.Base == token) is { } pair ? Amount * exchange.MarketOf(pair).MarkPx : Amount;
    }

    private static bool Names(string purse, Token token, Exchange exchange) =>
        purse == Spot || exchange.Universe.FindDex(purse)?.Collateral == token;

    private static void Put(Account account, string purse, Token token, decimal amount, Exchange exchange)
    {
        if (purse == Spot)
            account.BalanceOf(token).Deposit(amount);
        else
            account.Credit(exchange.Universe.FindDex(purse)!, amount);
    }
}
