// Lets @nktkas/hyperliquid trade against a venue that speaks Hyperliquid, over HTTP and over WebSocket. The library is used as
// its users use it; only the URLs are ours. The key's own address must be a funded account of the venue.
//
//   node nktkas.mjs <http base url> <ws url> <private key>
//
// Prints one line of JSON with what it saw. Ends with code 1, and says why, when anything is not as on the venue.
import assert from "node:assert/strict";
import { ExchangeClient, HttpTransport, InfoClient, SubscriptionClient, WebSocketTransport } from "@nktkas/hyperliquid";
import { privateKeyToAccount } from "viem/accounts";

const Coin = "BTC";
const SilenceMs = 5_000;

const [httpUrl, webSocketUrl, privateKey] = process.argv.slice(2);
const wallet = privateKeyToAccount(privateKey);
const user = wallet.address;

const http = new HttpTransport({ apiUrl: httpUrl });
const webSocket = new WebSocketTransport({ url: webSocketUrl });
try {
  const updates = await watchOrders();
  const seen = {
    user: user.toLowerCase(),
    http: await trade(http, (exchange, order) => exchange.cancel({ cancels: [{ a: order.asset, o: order.oid }] })),
    webSocket: await trade(webSocket, (exchange, order) => exchange.cancelByCloid({ cancels: [{ asset: order.asset, cloid: order.cloid }] })),
  };
  for (const { oid, filled } of [seen.http, seen.webSocket]) {
    await updates.of(oid, "open");
    await updates.of(oid, "canceled");
    await updates.of(filled.oid, "filled");
  }
  console.log(JSON.stringify(seen));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  webSocket.close();
}

/** Rests a buy far below the market, finds it in every list, cancels it, and finds it gone; then buys for real. */
async function trade(transport, cancel) {
  const info = new InfoClient({ transport });
  const exchange = new ExchangeClient({ transport, wallet });

  const { universe } = await info.meta();
  const asset = universe.findIndex((market) => market.name === Coin);
  assert.notEqual(asset, -1, `${Coin} is not in meta`);
  const book = await info.l2Book({ coin: Coin });
  assert.equal(book.coin, Coin);
  const mid = Number((await info.allMids())[Coin]);
  assert.ok(mid > 0, `allMids has no price of ${Coin}`);

  // Whole numbers are on every tick; 20 USDC is above the smallest order.
  const price = String(Math.floor(mid / 2));
  const size = decimal(20 / Number(price), universe[asset].szDecimals);
  const cloid = `0x${transport === http ? "a" : "b"}${Date.now().toString(16).padStart(31, "0")}`;

  const placed = await exchange.order({
    orders: [{ a: asset, b: true, p: price, s: size, r: false, t: { limit: { tif: "Gtc" } }, c: cloid }],
    grouping: "na",
  });
  assert.equal(placed.response.type, "order");
  const { resting } = placed.response.data.statuses[0];
  assert.equal(resting?.cloid, cloid, `not resting: ${JSON.stringify(placed)}`);
  const { oid } = resting;

  const open = (await info.openOrders({ user })).find((order) => order.oid === oid);
  assert.equal(open?.coin, Coin, "not in openOrders");
  assert.equal(open.side, "B");
  assert.equal(Number(open.limitPx), Number(price));
  assert.equal(Number(open.sz), Number(size));
  const frontend = (await info.frontendOpenOrders({ user })).find((order) => order.oid === oid);
  assert.equal(frontend?.cloid, cloid, "not in frontendOpenOrders");
  assert.equal(frontend.tif, "Gtc");
  assert.equal(await status(info, oid), "open");
  assert.equal(await status(info, cloid), "open");

  const canceled = await cancel(exchange, { asset, oid, cloid });
  assert.deepEqual(canceled.response.data.statuses, ["success"]);
  assert.equal(await status(info, oid), "canceled");
  assert.ok(!(await info.openOrders({ user })).some((order) => order.oid === oid), "still in openOrders");

  const again = await refusal(() => cancel(exchange, { asset, oid, cloid }));
  assert.match(again, /Order was never placed, already canceled, or filled/);
  const lot = (10 ** -universe[asset].szDecimals).toFixed(universe[asset].szDecimals);
  const small = await refusal(() =>
    exchange.order({ orders: [{ a: asset, b: true, p: price, s: lot, r: false, t: { limit: { tif: "Gtc" } } }], grouping: "na" }));
  assert.match(small, /minimum value of \$10/);

  const filled = await buy(info, exchange, asset, String(Math.ceil(mid * 1.02)), size);
  return { asset, price, size, cloid, oid, filled, refusals: [again, small] };
}

/** Takes from the book at once and finds its fills. */
async function buy(info, exchange, asset, price, size) {
  const taken = await exchange.order({
    orders: [{ a: asset, b: true, p: price, s: size, r: false, t: { limit: { tif: "Ioc" } } }],
    grouping: "na",
  });
  const { filled } = taken.response.data.statuses[0];
  assert.equal(Number(filled?.totalSz), Number(size), `not filled: ${JSON.stringify(taken)}`);
  const fills = (await info.userFills({ user })).filter((fill) => fill.oid === filled.oid);
  assert.equal(fills.reduce((sum, fill) => sum + Number(fill.sz), 0).toFixed(8), Number(size).toFixed(8), "userFills tells another size");
  assert.ok(fills.every((fill) => fill.side === "B" && fill.crossed && Number(fill.px) <= Number(price)));
  assert.equal(await status(info, filled.oid), "filled");
  return filled;
}

async function status(info, oid) {
  const answer = await info.orderStatus({ user, oid });
  assert.equal(answer.status, "order", `${oid} is unknown`);
  return answer.order.status;
}

/** The words with which the venue refuses; the library throws them. */
async function refusal(request) {
  try {
    await request();
  } catch (error) {
    return error.message;
  }
  assert.fail("was not refused");
}

/** Listens to orderUpdates; of() waits until the venue has told that an order is in a state. */
async function watchOrders() {
  const told = new Set();
  let wake = () => {};
  await new SubscriptionClient({ transport: webSocket }).orderUpdates({ user }, (updates) => {
    for (const update of updates) told.add(`${update.order.oid} ${update.status}`);
    wake();
  });
  return {
    async of(oid, state) {
      const deadline = setTimeout(() => wake(new Error(`orderUpdates did not tell that ${oid} is ${state}`)), SilenceMs);
      while (!told.has(`${oid} ${state}`)) {
        const failure = await new Promise((resolve) => (wake = resolve));
        if (failure) throw failure;
      }
      clearTimeout(deadline);
    },
  };
}

/** At least this much, on the grid, without trailing zeros. */
function decimal(least, digits) {
  const grid = 10 ** digits;
  return (Math.ceil(least * grid) / grid).toFixed(digits).replace(/\.?0+$/, "");
}
