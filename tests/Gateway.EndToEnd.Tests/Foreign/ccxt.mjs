// Lets ccxt trade against a venue that speaks Hyperliquid, over HTTP and over WebSocket. The library is used as its users use
// it, builder fee and all; only the URLs are ours. The key's own address must be a funded account of the venue.
//
//   node ccxt.mjs <http base url> <ws url> <private key>
//
// Prints one line of JSON with what it saw. Ends with code 1, and says why, when anything is not as on the venue.
import assert from "node:assert/strict";
import ccxt from "ccxt";
import { privateKeyToAccount } from "viem/accounts";
import { refusal, step, steps, until } from "./steps.mjs";

const Perp = "BTC/USDC:USDC";
const Spot = "PURR/USDC";
const Builders = "XYZ-SILVER/USDC:USDC";
const InUsdh = "KM-US500/USDH:USDH";

const [httpUrl, webSocketUrl, privateKey] = process.argv.slice(2);
const walletAddress = privateKeyToAccount(privateKey).address.toLowerCase();
const venue = new ccxt.pro.hyperliquid({ privateKey, walletAddress, enableRateLimit: false });
const base = httpUrl.replace(/\/$/, "");
venue.urls.api = { public: base, private: base, ws: { public: webSocketUrl } };

const cloid = (n) => `0x${n.toString(16).padStart(32, "0")}`;

// What the library wants of those who watch over ws:// instead of wss://.
await venue.loadHttpProxyAgent();
try {
  await readMarkets();
  await isolateMargin();
  await tradeOverHttp();
  await tradeSpot();
  await protectPosition();
  await tradeBuildersDex();
  await poolMoney();
  await armDeadMansSwitch();
  await withdraw();
  await tradeOverWebSocket();
  console.log(JSON.stringify({ user: walletAddress, steps: steps() }));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await venue.close();
}

async function readMarkets() {
  await step("status", async () => assert.equal((await venue.fetchStatus()).status, "ok"));
  await step("time", async () => assert.ok((await venue.fetchTime()) > 0));
  const markets = await step("markets", () => venue.loadMarkets());
  await step("perpetual", () => assert.equal(markets[Perp].baseId, "0"));
  await step("spot pair", () => assert.equal(markets[Spot].spot, true));
  await step("currencies", async () => assert.ok((await venue.fetchCurrencies()).USDC));
  await step("order book", async () => {
    const book = await venue.fetchOrderBook(Perp);
    assert.ok(book.bids[0][0] < book.asks[0][0]);
  });
  await step("ticker", async () => assert.ok((await venue.fetchTicker(Perp)).last > 0));
  await step("tickers", async () => assert.ok((await venue.fetchTickers([Perp, Spot]))[Spot]));
  await step("funding rates", async () => assert.equal((await venue.fetchFundingRates([Perp]))[Perp].symbol, Perp));
  await step("open interests", async () => assert.ok((await venue.fetchOpenInterests([Perp]))[Perp].openInterestAmount >= 0));
  await step("funding history", async () => assert.deepEqual(await venue.fetchFundingRateHistory(Perp, Date.now() - 86_400_000), []));
  await step("balance of the perpetuals", async () => assert.ok((await venue.fetchBalance({ type: "swap" })).USDC.total > 0));
  await step("balance of spot", async () => assert.ok((await venue.fetchBalance({ type: "spot" })).USDC.total > 0));
  await step("fees", async () => assert.equal((await venue.fetchTradingFee(Perp)).taker, 0.00045));
  await step("no positions", async () => assert.deepEqual(await venue.fetchPositions(), []));
  await step("no orders", async () => assert.deepEqual(await venue.fetchOpenOrders(), []));
}

async function tradeOverHttp() {
  const { bid } = await venue.fetchTicker(Perp).then(async (ticker) => ({ bid: ticker.bid ?? ticker.last }));
  const low = Math.floor(bid * 0.9);

  const placed = await step("limit order", () => venue.createOrder(Perp, "limit", "buy", 0.01, low, { clientOrderId: cloid(1) }));
  await step("open", async () => {
    const order = await venue.fetchOrder(placed.id, Perp);
    assert.deepEqual([order.status, order.price, order.amount, order.clientOrderId], ["open", low, 0.01, cloid(1)]);
  });
  await step("listed", async () => assert.deepEqual((await venue.fetchOpenOrders(Perp)).map((order) => order.id), [placed.id]));
  await step("edit", () => venue.editOrder(placed.id, Perp, "limit", "buy", 0.02, low - 10, { timeInForce: "Alo", postOnly: true }));
  const edited = await step("replaced", async () => {
    const [order, ...others] = await venue.fetchOpenOrders(Perp);
    assert.equal(others.length, 0);
    assert.notEqual(order.id, placed.id);
    assert.deepEqual([order.price, order.amount], [low - 10, 0.02]);
    return order;
  });
  await step("old one canceled", async () => assert.equal((await venue.fetchOrder(placed.id, Perp)).status, "canceled"));
  await step("cancel", () => venue.cancelOrder(edited.id, Perp));
  await step("cancel again", async () => assert.match(await refusal(() => venue.cancelOrder(edited.id, Perp)), /never placed/));
  await step("cancel by client id", async () => {
    await venue.createOrder(Perp, "limit", "buy", 0.01, low, { clientOrderId: cloid(2) });
    await venue.cancelOrder(undefined, Perp, { clientOrderId: cloid(2) });
    assert.deepEqual(await venue.fetchOpenOrders(Perp), []);
  });
  const batch = await step("batch", () => venue.createOrders([
    { symbol: Perp, type: "limit", side: "buy", amount: 0.01, price: low },
    { symbol: Perp, type: "limit", side: "buy", amount: 0.01, price: low - 1, params: { postOnly: true } },
  ]));
  await step("cancel batch", () => venue.cancelOrders(batch.map((order) => order.id), Perp));
  await step("too small", async () => assert.match(await refusal(() => venue.createOrder(Perp, "limit", "buy", 0.0001, low)), /minimum value/));
  await step("too far", async () => assert.match(await refusal(() => venue.createOrder(Perp, "limit", "buy", 1, Math.floor(low / 9))), /80%|away/));
  await step("post-only that would match", async () =>
    assert.match(await refusal(() => venue.createOrder(Perp, "limit", "buy", 0.01, Math.ceil(bid * 1.05), { postOnly: true })), /Post only/));
  await step("immediate that finds nobody", async () =>
    assert.match(await refusal(() => venue.createOrder(Perp, "limit", "buy", 0.01, low, { timeInForce: "Ioc" })), /could not immediately match/));
  await step("leverage", () => venue.setLeverage(10, Perp, { marginMode: "cross" }));
  await step("margin mode", () => venue.setMarginMode("cross", Perp, { leverage: 10 }));
  const bought = await step("market order", () => venue.createOrder(Perp, "market", "buy", 0.02, bid));
  await step("filled", async () => {
    const order = await venue.fetchOrder(bought.id, Perp);
    assert.deepEqual([order.status, order.filled], ["closed", 0.02]);
  });
  await step("position", async () => {
    const [position] = await venue.fetchPositions([Perp]);
    assert.deepEqual([position.side, position.contracts, position.leverage], ["long", 0.02, 10]);
  });
  await step("my trades", async () => {
    const trades = (await venue.fetchMyTrades(Perp)).filter((trade) => trade.order === bought.id);
    assert.equal(trades.reduce((sum, trade) => sum + trade.amount, 0).toFixed(5), "0.02000");
  });
  await step("orders", async () => assert.ok((await venue.fetchOrders(Perp)).some((order) => order.id === bought.id)));
  await step("canceled orders", async () => assert.ok((await venue.fetchCanceledOrders(Perp)).some((order) => order.id === edited.id)));
  await step("closed orders", async () => assert.ok((await venue.fetchClosedOrders(Perp)).some((order) => order.id === bought.id)));
  await step("candles", async () => assert.ok((await venue.fetchOHLCV(Perp, "1h")).at(-1)[5] >= 0.02));
  await step("public trades", async () => assert.ok((await venue.fetchTrades(Perp, undefined, undefined, { user: walletAddress })).length > 0));
  await step("reduce-only that would open", async () =>
    assert.match(await refusal(() => venue.createOrder(Perp, "limit", "buy", 0.01, low, { reduceOnly: true })), /Reduce only/));
  await step("ledger", async () => assert.equal((await venue.fetchLedger())[0].type, "deposit"));
}

async function tradeSpot() {
  const { last } = await venue.fetchTicker(Spot);
  await step("buy spot", () => venue.createOrder(Spot, "market", "buy", 100, last));
  await step("token arrived", async () => assert.ok((await venue.fetchBalance({ type: "spot" })).PURR.total > 99));
  await step("sell spot", () => venue.createOrder(Spot, "market", "sell", 90, last));
  await step("spot limit", async () => {
    const order = await venue.createOrder(Spot, "limit", "buy", 100, venue.parseNumber(venue.priceToPrecision(Spot, last * 0.8)));
    await venue.cancelOrder(order.id, Spot);
  });
}

async function protectPosition() {
  const { last } = await venue.fetchTicker(Perp);
  const [stop, take] = [Math.floor(last * 0.8), Math.ceil(last * 1.2)];
  await step("stop loss", () => venue.createOrder(Perp, "market", "sell", 0.02, stop, { stopLossPrice: stop, reduceOnly: true }));
  await step("take profit", () => venue.createOrder(Perp, "market", "sell", 0.02, take, { takeProfitPrice: take, reduceOnly: true }));
  const waiting = await step("both wait", async () => {
    const orders = await venue.fetchOpenOrders(Perp);
    assert.deepEqual(orders.map((order) => order.triggerPrice).sort((a, b) => a - b), [stop, take]);
    return orders;
  });
  await step("cancel both", () => venue.cancelOrders(waiting.map((order) => order.id), Perp));
  await step("order with protection", () => venue.createOrder(Perp, "limit", "buy", 0.01, Math.floor(last * 0.9), {
    stopLoss: { triggerPrice: stop }, takeProfit: { triggerPrice: take },
  }));
  await step("cancel parent and children", async () => {
    const parent = (await venue.fetchOpenOrders(Perp)).find((order) => order.side === "buy");
    await venue.cancelOrder(parent.id, Perp);
    assert.deepEqual(await venue.fetchOpenOrders(Perp), []);
  });
}

async function tradeBuildersDex() {
  await step("builders' perpetuals", () => {
    assert.deepEqual([venue.market(Builders).baseId, venue.market(InUsdh).baseId], ["110002", "120000"]);
  });
  const { last } = await step("builder's ticker", () => venue.fetchTicker(Builders));
  const low = venue.parseNumber(venue.priceToPrecision(Builders, last * 0.9));
  await step("no money there", async () =>
    assert.match(await refusal(() => venue.createOrder(Builders, "limit", "buy", 1, low)), /Insufficient margin/));
  await step("let margin move", () => venue.enableUserDexAbstraction(true));
  const orders = await step("batch on two dexs", () => venue.createOrders([
    { symbol: Builders, type: "limit", side: "buy", amount: 1, price: low },
    { symbol: Perp, type: "limit", side: "buy", amount: 0.01, price: Math.floor((venue.markets[Perp].info.markPx ?? 100_000) * 0.9) },
  ]));
  await step("listed by dex", async () => {
    const open = await venue.fetchOpenOrders(Builders, undefined, undefined, { dex: "xyz" });
    assert.deepEqual(open.map((order) => order.id), [orders[0].id]);
  });
  await step("edit in batch", () => venue.editOrders([
    { id: orders[0].id, symbol: Builders, type: "limit", side: "buy", amount: 2, price: low, params: { postOnly: true } },
  ]));
  const [edited] = await step("another id there", async () => {
    const open = await venue.fetchOpenOrders(Builders, undefined, undefined, { dex: "xyz" });
    assert.notEqual(open[0].id, orders[0].id);
    return open;
  });
  await step("cancel there", () => venue.cancelOrder(edited.id, Builders));
  await step("cancel here", () => venue.cancelOrder(orders[1].id, Perp));
  await step("buy there", () => venue.createOrder(Builders, "market", "buy", 1, last));
  await step("position there", async () => assert.equal((await venue.fetchPositions([Builders]))[0].contracts, 1));
  await step("close there", () => venue.createOrder(Builders, "market", "sell", 1, last, { reduceOnly: true }));
  await step("trades there", async () => assert.ok((await venue.fetchMyTrades(Builders)).every((trade) => trade.fee.currency === "USDC")));
}

async function poolMoney() {
  const purses = async () => [(await venue.fetchBalance({ type: "spot", enableUnifiedMargin: false })).USDC.total, (await venue.fetchBalance({ type: "swap", enableUnifiedMargin: false })).USDC.total];
  const [spot] = await purses();
  await step("pool", () => venue.setUserAbstraction("unifiedAccount"));
  await step("pooled in spot", async () => assert.ok((await purses())[0] > spot));
  await step("nothing to move", async () => assert.match(await refusal(() => venue.transfer("USDC", 1, "spot", "swap")), /unified account is active/));
  await step("trade from the pool", async () => {
    const { last } = await venue.fetchTicker(Builders);
    const order = await venue.createOrder(Builders, "limit", "buy", 1, venue.parseNumber(venue.priceToPrecision(Builders, last * 0.9)));
    await venue.cancelOrder(order.id, Builders);
  });
  await step("close what is left", () => venue.createOrder(Perp, "market", "sell", 0.02, 100_000, { reduceOnly: true }));
  await step("part again", () => venue.setUserAbstraction("disabled"));
  const [all] = await purses();
  await step("back to the perpetuals", () => venue.transfer("USDC", Math.floor(all / 2), "spot", "swap"));
  await step("both have some", async () => assert.ok((await purses()).every((amount) => amount > 1_000)));
  await step("open again", () => venue.createOrder(Perp, "market", "buy", 0.02, 100_000));
}

async function isolateMargin() {
  const { last } = await venue.fetchTicker(Perp);
  await step("isolated", () => venue.setMarginMode("isolated", Perp, { leverage: 5 }));
  await step("open isolated", () => venue.createOrder(Perp, "market", "buy", 0.01, last));
  await step("told so", async () => assert.equal((await venue.fetchPosition(Perp)).marginMode, "isolated"));
  await step("add margin", () => venue.addMargin(Perp, 20));
  await step("reduce margin", () => venue.reduceMargin(Perp, 10));
  await step("close isolated", () => venue.createOrder(Perp, "market", "sell", 0.01, last, { reduceOnly: true }));
  await step("cross", () => venue.setMarginMode("cross", Perp, { leverage: 20 }));
}

async function withdraw() {
  await step("withdraw", () => venue.withdraw("USDC", 10, "0x00000000000000000000000000000000000000dd"));
  await step("withdraw too much", async () =>
    assert.match(await refusal(() => venue.withdraw("USDC", 1_000_000_000, "0x00000000000000000000000000000000000000dd")), /Insufficient balance/));
  await step("withdrawals", async () => assert.ok((await venue.fetchWithdrawals("USDC")).length > 0));
}

async function armDeadMansSwitch() {
  await step("switch needs volume", async () => assert.match(await refusal(() => venue.cancelAllOrdersAfter(60_000)), /enough volume traded/));
  const rule = (scheduledCancelVolume) =>
    fetch(`${base}/sim/limits`, { method: "POST", body: JSON.stringify({ scheduledCancelVolume }) });
  await rule(0);
  await step("arm", () => venue.cancelAllOrdersAfter(60_000));
  await step("too soon", async () => assert.match(await refusal(() => venue.cancelAllOrdersAfter(1_000)), /at least 5 seconds/));
  await rule(1_000_000);
}

async function tradeOverWebSocket() {
  const { last } = await venue.fetchTicker(Perp);
  const low = Math.floor(last * 0.9);
  await step("watch book", async () => assert.ok((await venue.watchOrderBook(Perp)).bids.length > 0));
  await step("watch ticker", async () => assert.ok((await venue.watchTicker(Perp)).last > 0));
  await step("watch tickers", async () => assert.ok(Object.keys(await venue.watchTickers([Perp])).length > 0));
  await step("watch trades", async () => assert.ok((await venue.watchTrades(Perp)).length > 0));
  await step("watch candles", async () => assert.ok((await venue.watchOHLCV(Perp, "1m")).length > 0));

  // The library answers with what changed since the last call; the first calls subscribe.
  const orders = venue.watchOrders(Perp);
  const placed = await step("order", () => venue.createOrderWs(Perp, "limit", "buy", 0.01, low));
  await step("pushed as open", async () => {
    const told = await orders;
    assert.ok(told.some((order) => order.id === placed.id && order.status === "open"), JSON.stringify(told));
  });
  const replaced = venue.watchOrders(Perp);
  await step("edit", () => venue.editOrderWs(placed.id, Perp, "limit", "buy", 0.01, low - 5, { postOnly: true }));
  await step("pushed as canceled", async () => {
    let told = await replaced;
    if (!told.some((order) => order.id === placed.id && order.status === "canceled"))
      told = await until(() => venue.watchOrders(Perp), (orders) => orders.some((order) => order.id === placed.id && order.status === "canceled"));
  });
  const [edited] = await step("replacement", () => venue.fetchOpenOrders(Perp));
  await step("cancel", () => venue.cancelOrderWs(edited.id, Perp));
  const fills = venue.watchMyTrades(Perp);
  await step("close", () => venue.createOrderWs(Perp, "market", "sell", 0.02, last, { reduceOnly: true }));
  await step("fills", async () => assert.ok((await fills).length > 0));
  await step("batch", async () => {
    const batch = await venue.createOrdersWs([{ symbol: Perp, type: "limit", side: "buy", amount: 0.01, price: low }]);
    await venue.cancelOrdersWs(batch.map((order) => order.id), Perp);
  });
  await step("nothing left", async () => {
    assert.deepEqual(await venue.fetchOpenOrders(Perp), []);
    assert.deepEqual(await venue.fetchPositions([Perp]), []);
  });
}
