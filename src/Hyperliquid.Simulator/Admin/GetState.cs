using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Admin;

/// <summary>All there is to know of an account, at full precision; decimals are plain strings.</summary>
internal sealed class GetState : AdminRequest
{
    public override string Method => "GET";

    public override string Path => "/sim/state";

    public override string Usage => "?user=0x…";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var user = new AdminBody(body, "user").Address("user");
        return Of(simulation.Exchange.Find(user) ?? new Account(user), simulation);
    }

    public static JsonObject Of(Account account, Simulation simulation)
    {
        var exchange = simulation.Exchange;
        return new()
        {
            ["user"] = account.Address.ToString(),
            ["exists"] = simulation.Exchange.Find(account.Address) is not null,
            ["time"] = simulation.Clock.Now,
            ["mode"] = JsonNamingPolicy.CamelCase.ConvertName(account.Mode.ToString()),
            ["rawUsd"] = Numbers.Plain(account.CashIn(exchange.Universe.Default)),
            ["accountValue"] = Numbers.Plain(exchange.MarginOf(account, exchange.Universe.Default).TotalValue),
            ["dexs"] = new JsonObject(exchange.Universe.Dexs.Select(dex => KeyValuePair.Create(dex.Name, (JsonNode?)DexJson(account, dex, exchange)))),
            ["cumVlm"] = Numbers.Plain(account.CumVlm),
            ["positions"] = new JsonArray([.. account.Positions.Select(PositionJson)]),
            ["balances"] = new JsonArray([.. account.Balances.Select(balance => BalanceJson(account, balance))]),
            ["orders"] = new JsonArray([.. account.History.Select(OrderJson)]),
            ["fills"] = new JsonArray([.. account.Fills.Select(FillJson)]),
            ["actions"] = new JsonArray([.. simulation.Actions.Log.Entries.Where(entry => Concerns(entry, account.Address)).Select(ActionJson)]),
        };
    }

    private static bool Concerns(ActionLog.Entry entry, Address user) => entry.Account == user || entry.Signer == user;

    private static JsonObject DexJson(Account account, PerpDex dex, Exchange exchange) => new()
    {
        ["collateral"] = dex.Collateral.Name,
        ["cash"] = Numbers.Plain(account.CashIn(dex)),
        ["accountValue"] = Numbers.Plain(exchange.MarginOf(account, dex).TotalValue),
    };

    private static JsonObject PositionJson(Position position) => new()
    {
        ["coin"] = position.Perp.Coin,
        ["szi"] = Numbers.Plain(position.Szi),
        ["entryPx"] = Numbers.Plain(position.EntryPx),
        ["cash"] = Numbers.Plain(position.Cash),
    };

    private static JsonObject BalanceJson(Account account, SpotBalance balance) => new()
    {
        ["token"] = balance.Token.Name,
        ["total"] = Numbers.Plain(balance.Total),
        ["hold"] = Numbers.Plain(account.Hold(balance.Token)),
    };

    private static JsonObject OrderJson(Order order) => new()
    {
        ["oid"] = order.Oid,
        ["cloid"] = order.Terms.Cloid,
        ["coin"] = order.Instrument.Coin,
        ["asset"] = order.Instrument.Asset,
        ["side"] = order.IsBuy ? "B" : "A",
        ["limitPx"] = Numbers.Plain(order.LimitPx),
        ["origSz"] = Numbers.Plain(order.Terms.Sz),
        ["sz"] = Numbers.Plain(order.Sz),
        ["filledSz"] = Numbers.Plain(order.FilledSz),
        ["filledNtl"] = Numbers.Plain(order.FilledNtl),
        ["triggerPx"] = order.Terms.Trigger is { } trigger ? Numbers.Plain(trigger.Px) : null,
        ["tif"] = order.Terms.Tif.ToString(),
        ["reduceOnly"] = order.Terms.ReduceOnly,
        ["status"] = order.Status,
        ["timestamp"] = order.Timestamp,
        ["statusTimestamp"] = order.StatusTimestamp,
    };

    private static JsonObject FillJson(Fill fill) => new()
    {
        ["tid"] = fill.Tid,
        ["oid"] = fill.Order.Oid,
        ["cloid"] = fill.Order.Terms.Cloid,
        ["coin"] = fill.Order.Instrument.Coin,
        ["side"] = fill.Order.IsBuy ? "B" : "A",
        ["px"] = Numbers.Plain(fill.Px),
        ["sz"] = Numbers.Plain(fill.Sz),
        ["fee"] = Numbers.Plain(fill.Fee),
        ["builderFee"] = Numbers.Plain(fill.BuilderFee),
        ["feeToken"] = fill.FeeToken,
        ["closedPnl"] = Numbers.Plain(fill.ClosedPnl),
        ["startPosition"] = Numbers.Plain(fill.StartPosition),
        ["dir"] = fill.Dir,
        ["crossed"] = fill.Crossed,
        ["time"] = fill.Time,
        ["hash"] = fill.Hash,
    };

    private static JsonObject ActionJson(ActionLog.Entry entry) => new()
    {
        ["time"] = entry.Time,
        ["type"] = entry.Type,
        ["nonce"] = entry.Nonce,
        ["signer"] = entry.Signer?.ToString(),
        ["admitted"] = entry.Account is not null,
        ["connectionId"] = entry.ConnectionId,
        ["reply"] = entry.Reply.DeepClone(),
    };
}
