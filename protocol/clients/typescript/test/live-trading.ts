/**
 * Trades on a real gateway whose connections somebody cuts meanwhile, and tells what it saw.
 *
 * usage: node dist/test/live-trading.js URL KEY MARKET PRICE ORDERS
 *
 * Places orders that rest, cancels each, and waits until all are out. A line for each order placed, and at the end one line of
 * JSON: the order ids by client_order_id, and the sequences of all updates in the order in which they came.
 */
import { setTimeout } from "node:timers/promises";
import { Gateway, newClientOrderId, OrderState, RefusedError, type SendLimitOrder } from "../src/index.js";

const [url, key, market, price, count] = process.argv.slice(2) as [string, string, string, string, string];
const patient = { timeoutMs: 60_000 };
const gateway = await Gateway.connect(url, key);
const states = await gateway.subscribe("SubscribeOrderState", {});
const orders: Record<string, number> = {};
const sequences: number[] = [];

/** Asks until the venue can be reached: a gateway that was restarted first finds out where it stands. */
async function insist(order: SendLimitOrder): Promise<number> {
  for (;;) {
    try {
      return await gateway.ask("SendLimitOrder", order, patient);
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== "VenueUnavailable") throw error;
      await setTimeout(50);
    }
  }
}

async function cancel(order: number): Promise<void> {
  try {
    await gateway.ask("CancelOrder", { order_id: order }, patient);
  } catch (error) {
    // The fruit of its own first saying.
    if (!(error instanceof RefusedError) || error.code !== "InvalidRequest") throw error;
  }
}

async function follow(): Promise<void> {
  const out = new Set<number>();
  for await (const updates of states) {
    for (const update of updates) {
      sequences.push(update.sequence);
      if (update.state & OrderState.Out) out.add(update.order_id);
    }
    if (out.size === Number(count)) return;
  }
}

const following = follow();
for (let number = 0; number < Number(count); number++) {
  const clientOrderId = newClientOrderId();
  const order = await insist({ target: market, account: "DEFAULT", dir: "Buy", price, quantity: "0.01", client_order_id: clientOrderId });
  orders[clientOrderId] = order;
  console.log("placed", order);
  await cancel(order);
}
await following;
gateway.close();
console.log(JSON.stringify({ orders, sequences }));
