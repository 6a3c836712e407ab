// Takes @nktkas/hyperliquid through all that a trading bot does with it, over HTTP and then over WebSocket. The library is used
// as its users use it; only the URLs are ours. The key's own address must be a funded account of the venue.
//
//   node nktkas-tour.mjs <http base url> <ws url> <private key>
//
// Prints one line of JSON with what it saw. Ends with code 1, and says why, when anything is not as on the venue.
import assert from "node:assert/strict";
import { ExchangeClient, HttpTransport, InfoClient, SubscriptionClient, WebSocketTransport } from "@nktkas/hyperliquid";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { refusal, step, steps, until } from "./steps.mjs";

const Btc = 0;
const Builder = "0x00000000000000000000000000000000000000bb";

const [httpUrl, webSocketUrl, privateKey] = process.argv.slice(2);
const master = privateKeyToAccount(privateKey);
const user = master.address;
const http = new HttpTransport({ apiUrl: httpUrl });
const webSocket = new WebSocketTransport({ url: webSocketUrl });

try {
  const seen = await listen();
  await tour(http, "http");
  await tour(webSocket, "ws");
  await heard(seen);
  console.log(JSON.stringify({ user: user.toLowerCase(), steps: steps() }));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  webSocket.close();
}

async function tour(transport, name) {
  const info = new InfoClient({ transport });
  const said = (what) => `${name}: ${what}`;
  const mid = await read(info, said);

  const own = new ExchangeClient({ transport, wallet: master });
  await step(said("approve builder"), () => own.approveBuilderFee({ maxFeeRate: "0.01%", builder: Builder }));
  await step(said("builder approved"), async () => assert.equal(await info.maxBuilderFee({ user, builder: Builder }), 10));
  const agent = privateKeyToAccount(generatePrivateKey());
  await step(said("approve agent"), () => own.approveAgent({ agentAddress: agent.address, agentName: `${name} bot` }));
  await step(said("agent listed"), async () =>
    assert.ok((await info.extraAgents({ user })).some((listed) => listed.address === agent.address.toLowerCase())));
  await step(said("agent's role"), async () => assert.equal((await info.userRole({ user: agent.address })).role, "agent"));
  await step(said("stranger"), async () =>
    assert.match(await refusal(() => new ExchangeClient({ transport, wallet: privateKeyToAccount(generatePrivateKey()) }).noop({ nonce: Date.now() + 60_000 })), /does not exist/));

  const exchange = new ExchangeClient({ transport, wallet: agent });
  await requote(info, exchange, mid, said);
  await protect(info, exchange, mid, said);
  await batch(info, exchange, mid, said);
  await builders(info, own, exchange, said);
  await pool(info, own, exchange, said);
  await isolate(info, exchange, mid, said);
  await slice(info, exchange, mid, said);
  await send(info, own, said);
  await deadMansSwitch(info, exchange, mid, said);
}

async function read(info, said) {
  await step(said("meta"), async () => assert.equal((await info.meta()).universe[Btc].name, "BTC"));
  await step(said("spot meta"), async () => assert.equal((await info.spotMeta()).universe[0].name, "PURR/USDC"));
  await step(said("contexts"), async () => {
    const [meta, contexts] = await info.metaAndAssetCtxs();
    assert.equal(meta.universe.length, contexts.length);
  });
  await step(said("spot contexts"), async () => assert.equal((await info.spotMetaAndAssetCtxs())[1][0].coin, "PURR/USDC"));
  await step(said("dexs"), async () => assert.equal((await info.perpDexs())[0], null));
  await step(said("status"), async () => assert.ok((await info.exchangeStatus()).time > 0));
  const mid = await step(said("mids"), async () => Number((await info.allMids()).BTC));
  await step(said("book"), async () => {
    const [bids, asks] = (await info.l2Book({ coin: "BTC" })).levels;
    assert.ok(Number(bids[0].px) < mid && mid < Number(asks[0].px));
  });
  await step(said("coarse book"), async () => assert.ok((await info.l2Book({ coin: "BTC", nSigFigs: 3 })).levels[0].length > 0));
  await step(said("funding"), async () => assert.deepEqual(await info.fundingHistory({ coin: "BTC", startTime: 0 }), []));
  await step(said("role"), async () => assert.equal((await info.userRole({ user })).role, "user"));
  await step(said("margin"), async () => assert.ok(Number((await info.clearinghouseState({ user })).withdrawable) > 0));
  await step(said("balances"), async () => assert.ok(Array.isArray((await info.spotClearinghouseState({ user })).balances)));
  await step(said("fees"), async () => assert.equal((await info.userFees({ user })).userCrossRate, "0.00045"));
  await step(said("budget"), async () => assert.ok((await info.userRateLimit({ user })).nRequestsCap >= 10_000));
  await step(said("subaccounts"), async () => assert.equal(await info.subAccounts({ user }), null));
  await step(said("staking"), async () => assert.equal((await info.delegatorSummary({ user })).nPendingWithdrawals, 0));
  await step(said("delegations"), async () => assert.deepEqual(await info.delegations({ user }), []));
  await step(said("vaults"), async () => assert.deepEqual(await info.userVaultEquities({ user }), []));
  await step(said("abstraction"), async () => assert.match(await info.userAbstraction({ user }), /default|disabled/));
  await step(said("what could be traded"), async () =>
    assert.ok(Number((await info.activeAssetData({ user, coin: "BTC" })).maxTradeSzs[0]) > 0));
  return mid;
}

/** An order's life: placed, modified one way and the other, canceled; then one that is filled. */
async function requote(info, exchange, mid, said) {
  const low = Math.floor(mid * 0.9);
  const order = (px, extra = {}) => ({ a: Btc, b: true, p: String(px), s: "0.01", r: false, t: { limit: { tif: "Alo" } }, ...extra });
  const place = async (...orders) => (await exchange.order({ orders, grouping: "na" })).response.data.statuses;
  const oids = async () => (await info.openOrders({ user })).map((open) => open.oid);

  await step(said("leverage"), () => exchange.updateLeverage({ asset: Btc, isCross: true, leverage: 5 }));
  await step(said("too much leverage"), () => refusal(() => exchange.updateLeverage({ asset: Btc, isCross: true, leverage: 99 })));
  const [{ resting: { oid: first } }] = await step(said("place"), () => place(order(low)));
  await step(said("modify"), () => exchange.modify({ oid: first, order: order(low - 1) }));
  const [second] = await step(said("another id"), async () => {
    const open = await oids();
    assert.equal(open.length, 1);
    assert.notEqual(open[0], first);
    return open;
  });
  const third = await step(said("modify a batch"), async () =>
    (await exchange.batchModify({ modifies: [{ oid: second, order: order(low - 2) }] })).response.data.statuses[0].resting.oid);
  await step(said("modify what is gone"), async () =>
    assert.match(await refusal(() => exchange.modify({ oid: first, order: order(low) })), /Cannot modify canceled or filled order/));
  await step(said("cancel"), () => exchange.cancel({ cancels: [{ a: Btc, o: third }] }));
  await step(said("nothing open"), async () => assert.deepEqual(await oids(), []));
  const cloid = `0x${Date.now().toString(16).padStart(32, "0")}`;
  await step(said("place with cloid"), () => place(order(low, { c: cloid })));
  await step(said("cancel by cloid"), () => exchange.cancelByCloid({ cancels: [{ asset: Btc, cloid }] }));
  await step(said("history"), async () =>
    assert.ok((await info.historicalOrders({ user })).some((row) => row.order.cloid === cloid && row.status === "canceled")));
  await step(said("dead man's switch needs volume"), async () =>
    assert.match(await refusal(() => exchange.scheduleCancel({ time: Date.now() + 60_000 })), /enough volume traded/));
  await step(said("noop"), () => exchange.noop({ nonce: Date.now() + 60_000 }));
  await step(said("builder's order"), async () => {
    const buy = order(Math.ceil(mid * 1.01), { t: { limit: { tif: "Ioc" } } });
    const { response } = await exchange.order({ orders: [buy], grouping: "na", builder: { b: Builder, f: 10 } });
    assert.equal(response.data.statuses[0].filled.totalSz, "0.01");
  });
  await step(said("builder's fee"), async () => assert.ok(Number((await info.userFills({ user }))[0].builderFee) > 0));
  await step(said("fills by time"), async () =>
    assert.ok((await info.userFillsByTime({ user, startTime: Date.now() - 60_000 })).length > 0));
  await step(said("candles"), async () =>
    assert.ok((await info.candleSnapshot({ coin: "BTC", interval: "1h", startTime: Date.now() - 7_200_000 })).at(-1).n > 0));
}

/** Triggers of the position, of an order and alone; then the position is closed. */
async function protect(info, exchange, mid, said) {
  const trigger = (isMarket, triggerPx, tpsl, s) =>
    ({ a: Btc, b: false, p: String(triggerPx), s, r: true, t: { trigger: { isMarket, triggerPx: String(triggerPx), tpsl } } });
  const [stop, take] = [Math.floor(mid * 0.8), Math.ceil(mid * 1.2)];
  const parent = { a: Btc, b: true, p: String(Math.floor(mid * 0.95)), s: "0.01", r: false, t: { limit: { tif: "Gtc" } } };
  const place = async (grouping, ...orders) => (await exchange.order({ orders, grouping })).response.data.statuses;
  const open = () => info.frontendOpenOrders({ user });

  await step(said("alone"), async () => assert.deepEqual(await place("na", trigger(false, stop, "sl", "0.01")), ["waitingForTrigger"]));
  await step(said("of the position"), async () =>
    assert.deepEqual(await place("positionTpsl", trigger(true, stop, "sl", "0.01"), trigger(true, take, "tp", "0.01")), ["waitingForTrigger", "waitingForTrigger"]));
  await step(said("of an order"), async () =>
    assert.deepEqual((await place("normalTpsl", parent, trigger(true, stop, "sl", "0.01"), trigger(true, take, "tp", "0.01"))).slice(1), ["waitingForFill", "waitingForFill"]));
  await step(said("all listed"), async () => {
    const orders = await open();
    assert.equal(orders.length, 6);
    assert.deepEqual(new Set(orders.map((order) => order.orderType)), new Set(["Stop Limit", "Stop Market", "Take Profit Market", "Limit"]));
    assert.equal(orders.find((order) => !order.isTrigger).children.length, 2);
    assert.equal(orders.filter((order) => order.isPositionTpsl).length, 2);
  });
  await step(said("reached already"), async () =>
    assert.match(await refusal(() => place("na", trigger(true, take, "sl", "0.01"))), /Invalid TP\/SL price/));
  await step(said("cancel the order"), async () => {
    const { oid } = (await open()).find((order) => !order.isTrigger);
    await exchange.cancel({ cancels: [{ a: Btc, o: oid }] });
    assert.equal((await open()).length, 3);
  });
  await step(said("close"), () => place("na", { a: Btc, b: false, p: String(Math.floor(mid * 0.99)), s: "0.01", r: true, t: { limit: { tif: "Ioc" } } }));
  await step(said("its triggers went with it"), async () => assert.deepEqual(await open(), []));
  await step(said("flat"), async () => assert.deepEqual((await info.clearinghouseState({ user })).assetPositions, []));
}

/** Several orders in one action, of which some are refused, and several replaced in one. */
async function batch(info, exchange, mid, said) {
  const order = (px, s = "0.01") => ({ a: Btc, b: true, p: String(px), s, r: false, t: { limit: { tif: "Gtc" } } });
  const low = Math.floor(mid * 0.9);
  await step(said("one of three refused"), async () =>
    assert.match(await refusal(() => exchange.order({ orders: [order(low), order(low, "0.00001"), order(low - 1)], grouping: "na" })), /minimum value/));
  const oids = (await info.openOrders({ user })).map((open) => open.oid).reverse();
  await step(said("the others rest"), () => assert.equal(oids.length, 2));
  const { response } = await step(said("replace both"), () => exchange.batchModify({
    modifies: oids.map((oid, place) => ({ oid, order: order(low - 10 - place) })),
  }));
  const replaced = response.data.statuses.map((status) => status.resting.oid);
  await step(said("old ones canceled"), async () => {
    for (const oid of oids) assert.equal((await info.orderStatus({ user, oid })).order.status, "canceled");
  });
  await step(said("a batch too heavy"), async () =>
    assert.match(await refusal(() => exchange.order({ orders: Array.from({ length: 201 }, () => order(low)), grouping: "na" })), /over weight limit of 200/));
  await step(said("cancel both"), () => exchange.cancel({ cancels: replaced.map((o) => ({ a: Btc, o })) }));
}

/** A builder's dex: money goes there, trades, and comes back. */
async function builders(info, own, exchange, said) {
  const dex = "xyz";
  await step(said("dexs with names"), async () => assert.deepEqual((await info.perpDexs()).map((listed) => listed?.name ?? null), [null, "xyz", "km", "hyna"]));
  await step(said("all metas"), async () => assert.deepEqual((await info.allPerpMetas()).map((meta) => meta.collateralToken), [0, 0, 360, 235]));
  const { universe } = await step(said("builder's meta"), () => info.meta({ dex }));
  const silver = 110_000 + universe.findIndex((perp) => perp.name === "xyz:SILVER");
  const px = await step(said("builder's mids"), async () => Number((await info.allMids({ dex }))["xyz:SILVER"]));
  await step(said("builder's caps"), async () => assert.ok((await info.perpDexLimits({ dex })).coinToOiCap.length > 0));
  const send = (sourceDex, destinationDex, amount) =>
    own.sendAsset({ destination: user, sourceDex, destinationDex, token: "USDC:0x6d1e7cde53ba9467b783cb7c530ce054", amount, fromSubAccount: "" });
  const order = (b, p, tif) => ({ a: silver, b, p: p.toFixed(2), s: "2", r: false, t: { limit: { tif } } });
  const worth = async () => Number((await info.clearinghouseState({ user, dex })).withdrawable);

  await step(said("send money there"), () => send("", dex, "1000"));
  await step(said("money is there"), async () => assert.ok(await worth() >= 1_000));
  await step(said("more than there is"), async () => assert.match(await refusal(() => send(dex, "", "1000000")), /Insufficient balance/));
  await step(said("rest there"), () => exchange.order({ orders: [order(true, px * 0.9, "Gtc")], grouping: "na" }));
  await step(said("listed there"), async () => assert.deepEqual((await info.frontendOpenOrders({ user, dex })).map((open) => open.coin), ["xyz:SILVER"]));
  await step(said("not listed here"), async () => assert.deepEqual(await info.openOrders({ user }), []));
  await step(said("cancel there"), async () => {
    const [{ oid }] = await info.openOrders({ user, dex });
    await exchange.cancel({ cancels: [{ a: silver, o: oid }] });
  });
  await step(said("buy there"), () => exchange.order({ orders: [order(true, px * 1.02, "Ioc")], grouping: "na" }));
  await step(said("position there"), async () => assert.equal((await info.clearinghouseState({ user, dex })).assetPositions[0].position.coin, "xyz:SILVER"));
  await step(said("sell there"), () => exchange.order({ orders: [order(false, px * 0.98, "Ioc")], grouping: "na" }));
  await step(said("bring money back"), async () => send(dex, "", String(Math.floor(await worth()))));
}

/** One balance for all, and apart again. */
async function pool(info, own, exchange, said) {
  const usdc = async () => Number((await info.spotClearinghouseState({ user })).balances.find((balance) => balance.coin === "USDC").total);
  const before = await usdc();
  await step(said("pool"), () => own.userSetAbstraction({ user, abstraction: "unifiedAccount" }));
  await step(said("pooled"), async () => assert.equal(await info.userAbstraction({ user }), "unifiedAccount"));
  await step(said("told as spot"), async () => assert.ok(await usdc() > before));
  await step(said("nothing withdrawable"), async () => assert.equal((await info.clearinghouseState({ user })).withdrawable, "0.0"));
  await step(said("nothing to move"), async () =>
    assert.match(await refusal(() => own.usdClassTransfer({ amount: "1", toPerp: true })), /unified account is active/));
  await step(said("portfolio margin"), () => own.userSetAbstraction({ user, abstraction: "portfolioMargin" }));
  await step(said("lends"), async () => assert.equal((await info.spotClearinghouseState({ user })).portfolioMarginEnabled, true));
  await step(said("apart again"), () => exchange.agentSetAbstraction({ abstraction: "i" }));
  await step(said("told apart"), async () => assert.equal(await info.userAbstraction({ user }), "disabled"));
  const all = Math.floor(await usdc());
  await step(said("back to the perpetuals"), () => own.usdClassTransfer({ amount: String(all - 10_000), toPerp: true }));
  await step(said("in the ledger"), async () =>
    assert.ok((await info.userNonFundingLedgerUpdates({ user })).some((entry) => entry.delta.type === "accountClassTransfer")));
}

/** A position that stands on what was put up for it alone. */
async function isolate(info, exchange, mid, said) {
  const margin = (usd) => exchange.updateIsolatedMargin({ asset: Btc, isBuy: true, ntli: usd * 1_000_000 });
  const position = async () => (await info.clearinghouseState({ user })).assetPositions[0].position;
  await step(said("isolated"), () => exchange.updateLeverage({ asset: Btc, isCross: false, leverage: 5 }));
  await step(said("nothing to put more behind"), async () => assert.match(await refusal(() => margin(10)), /does not use isolated margin/));
  await step(said("open"), () => exchange.order({ orders: [{ a: Btc, b: true, p: String(Math.ceil(mid * 1.01)), s: "0.01", r: false, t: { limit: { tif: "Ioc" } } }], grouping: "na" }));
  const before = await step(said("isolated position"), async () => {
    const { leverage, marginUsed } = await position();
    assert.equal(leverage.type, "isolated");
    return Number(marginUsed);
  });
  await step(said("put more behind it"), () => margin(100));
  await step(said("more is behind it"), async () => assert.ok(Number((await position()).marginUsed) > before + 50));
  await step(said("take it back"), () => margin(-50));
  await step(said("no other margin while it is open"), async () =>
    assert.match(await refusal(() => exchange.updateLeverage({ asset: Btc, isCross: true, leverage: 5 })), /Cannot switch leverage type/));
  await step(said("close it"), () => exchange.order({ orders: [{ a: Btc, b: false, p: String(Math.floor(mid * 0.99)), s: "0.01", r: true, t: { limit: { tif: "Ioc" } } }], grouping: "na" }));
  await step(said("cross again"), () => exchange.updateLeverage({ asset: Btc, isCross: true, leverage: 5 }));
}

/** An order in slices, of which the first are executed. */
async function slice(info, exchange, mid, said) {
  const { response } = await step(said("twap"), () => exchange.twapOrder({ twap: { a: Btc, b: true, s: "0.1", r: false, m: 5, t: false } }));
  const { twapId } = response.data.status.running;
  const latest = async () => (await info.twapHistory({ user })).find((row) => row.twapId === twapId);
  await step(said("first slice"), () => until(latest, (row) => row.state.executedSz === "0.01"));
  await step(said("its fill"), async () => assert.equal((await info.userTwapSliceFills({ user }))[0].twapId, twapId));
  await step(said("stop it"), () => exchange.twapCancel({ a: Btc, t: twapId }));
  await step(said("stopped"), async () => assert.equal((await latest()).status.status, "terminated"));
  await step(said("stop it again"), async () => assert.match(await refusal(() => exchange.twapCancel({ a: Btc, t: twapId })), /already canceled/));
  await step(said("sell the slices"), async () => {
    const [{ position }] = (await info.clearinghouseState({ user })).assetPositions;
    await exchange.order({ orders: [{ a: Btc, b: false, p: String(Math.floor(mid * 0.99)), s: position.szi, r: true, t: { limit: { tif: "Ioc" } } }], grouping: "na" });
  });
}

/** Money leaves the account: to a friend, and off the exchange. */
async function send(info, own, said) {
  const friend = privateKeyToAccount(generatePrivateKey()).address;
  const token = "USDC:0x6d1e7cde53ba9467b783cb7c530ce054";
  await step(said("send dollars"), () => own.usdSend({ destination: friend, amount: "12.5" }));
  await step(said("dollars are there"), async () => assert.equal((await info.clearinghouseState({ user: friend })).withdrawable, "12.5"));
  await step(said("send a token"), () => own.spotSend({ destination: friend, token, amount: "3" }));
  await step(said("token is there"), async () => assert.equal((await info.spotClearinghouseState({ user: friend })).balances[0].total, "3.0"));
  await step(said("withdraw"), () => own.withdraw3({ destination: friend, amount: "5" }));
  await step(said("withdraw too much"), async () =>
    assert.match(await refusal(() => own.withdraw3({ destination: friend, amount: "1000000000" })), /Insufficient balance for withdrawal/));
  await step(said("no vault"), async () =>
    assert.match(await refusal(() => own.vaultTransfer({ vaultAddress: friend, isDeposit: true, usd: 1_000_000 })), /Vault not registered/));
  await step(said("all in the ledger"), async () => {
    const told = new Set((await info.userNonFundingLedgerUpdates({ user })).map((entry) => entry.delta.type));
    for (const type of ["internalTransfer", "spotTransfer", "withdraw"]) assert.ok(told.has(type), type);
  });
}

async function deadMansSwitch(info, exchange, mid, said) {
  const rule = (scheduledCancelVolume) =>
    fetch(new URL("/sim/limits", httpUrl), { method: "POST", body: JSON.stringify({ scheduledCancelVolume }) });
  await rule(0);
  await step(said("arm the switch"), () => exchange.scheduleCancel({ time: Date.now() + 60_000 }));
  await step(said("too soon"), async () =>
    assert.match(await refusal(() => exchange.scheduleCancel({ time: Date.now() + 1_000 })), /at least 5 seconds/));
  await step(said("disarm it"), () => exchange.scheduleCancel());
  await rule(1_000_000);
}

/** Subscribes to everything and counts what is pushed. */
async function listen() {
  const client = new SubscriptionClient({ transport: webSocket });
  const seen = new Map();
  const count = (feed) => (push) => seen.set(feed, (seen.get(feed) ?? []).concat([push]));
  const coin = "BTC";
  await step("subscribe l2Book", () => client.l2Book({ coin }, count("l2Book")));
  await step("subscribe bbo", () => client.bbo({ coin }, count("bbo")));
  await step("subscribe trades", () => client.trades({ coin }, count("trades")));
  await step("subscribe candle", () => client.candle({ coin, interval: "1m" }, count("candle")));
  await step("subscribe allMids", () => client.allMids(count("allMids")));
  await step("subscribe activeAssetCtx", () => client.activeAssetCtx({ coin }, count("activeAssetCtx")));
  await step("subscribe orderUpdates", () => client.orderUpdates({ user }, count("orderUpdates")));
  await step("subscribe userFills", () => client.userFills({ user }, count("userFills")));
  await step("subscribe userEvents", () => client.userEvents({ user }, count("userEvents")));
  await step("subscribe builder's mids", () => client.allMids({ dex: "xyz" }, count("xyz mids")));
  await step("subscribe builder's state", () => client.clearinghouseState({ user, dex: "xyz" }, count("xyz state")));
  await step("subscribe open orders", () => client.openOrders({ user, dex: "xyz" }, count("xyz orders")));
  await step("subscribe balances", () => client.spotState({ user }, count("spotState")));
  await step("subscribe all contexts", () => client.allDexsAssetCtxs(count("all contexts")));
  await step("subscribe history", () => client.userHistoricalOrders({ user }, count("history")));
  await step("subscribe ledger", () => client.userNonFundingLedgerUpdates({ user }, count("ledger")));
  await step("subscribe notification", () => client.notification({ user }, count("notification")));
  await step("subscribe twap history", () => client.userTwapHistory({ user }, count("twap history")));
  await step("subscribe twap slices", () => client.userTwapSliceFills({ user }, count("twap slices")));
  await step("subscribe twaps", () => client.twapStates({ user }, count("twaps")));
  await step("subscribe page", () => client.webData3({ user }, count("page")));
  return seen;
}

async function heard(seen) {
  for (const feed of ["l2Book", "bbo", "trades", "candle", "allMids", "activeAssetCtx", "userFills", "userEvents", "xyz mids", "xyz state", "xyz orders", "spotState", "all contexts", "history", "ledger", "twap history", "twap slices", "twaps", "page"])
    await step(`heard ${feed}`, () => assert.ok(seen.has(feed), "nothing was pushed"));
  await step("heard of every sort of end", () => {
    const told = new Set(seen.get("orderUpdates").flat().map((update) => update.status));
    for (const status of ["open", "canceled", "filled", "reduceOnlyCanceled"]) assert.ok(told.has(status), status);
  });
}
