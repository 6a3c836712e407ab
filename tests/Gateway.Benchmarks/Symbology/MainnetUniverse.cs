using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Benchmarks.Symbology;

/// <summary>A venue as large as Hyperliquid's mainnet: 250 perpetuals, 8 builder dexs with 30 markets each, 600 spot pairs.</summary>
internal sealed class MainnetUniverse : IVenue, IMarketData
{
    private const int Perpetuals = 250;
    private const int Dexs = 8;
    private const int MarketsOfADex = 30;
    private const int SpotPairs = 600;

    private static readonly VenueId Name = new("HYPERLIQUID");
    private static readonly RouteId Direct = new("DIRECT");
    private static readonly Product Usdc = new(new("USDC Crypto"), "USDC", ProductClass.Coin, "TMXXXX");

    public MainnetUniverse()
    {
        var markets = Enumerable.Range(0, Perpetuals).Select(number => Perpetual(Coin(number), number))
            .Concat(Enumerable.Range(0, Dexs * MarketsOfADex).Select(number => Perpetual($"dex{number / MarketsOfADex}:{Coin(number)}", number)))
            .Concat(Enumerable.Range(0, SpotPairs).Select(Spot))
            .ToImmutableArray();
        Universe = new([.. markets.SelectMany(market => new[] { market.Base, market.Quote }).DistinctBy(product => product.Id)], markets);
    }

    public VenueId Id => Name;

    public IReadOnlyList<RouteId> Routes { get; } = [Direct];

    public IReadOnlyList<AccountName> Accounts { get; } = [];

    public IMarketData MarketData => this;

    public Universe Universe { get; }

    public Mark? MarkOf(ProductId product) => null;

    public Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions) => instructions;

    // Names that differ early, late and in length, as those of coins do.
    private static string Coin(int number) => number == 0 ? "BTC" : $"{(char)('A' + (number % 26))}{(char)('A' + (number / 26 % 26))}C{number}";

    private static Market Perpetual(string coin, int number) => Trading(
        new(new($"{coin}-USD HYPERLIQUID Perpetual"), coin, ProductClass.Perpetual, "JEXXXX", new($"{coin} Crypto")), coin, number);

    private static Market Spot(int number) =>
        Trading(new(new($"{Coin(number)} Crypto"), Coin(number), ProductClass.Coin, "TMXXXX"), $"@{number}", number);

    private static Market Trading(Product product, string symbol, int number) => new()
    {
        Id = MarketId.Of(product.Id, Usdc.Id, Name, Direct),
        Base = product,
        Quote = Usdc,
        Venue = Name,
        Route = Direct,
        TradingSymbol = symbol,
        DisplayName = product.Id.Value,
        Prices = new(2, 5),
        Lots = new(0.01m),
        MinNotional = new(10),
        Flags = MarketFlags.Tradable,
        DayVolume = number * 7919 % 10_007,
    };
}
