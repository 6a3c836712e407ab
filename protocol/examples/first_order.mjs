#!/usr/bin/env node
// From nothing to a filled order. Needs the npm package ws: npm install --prefix protocol/examples
// usage: first_order.mjs [PRICE]    the most to pay for one BTC; the default suits the embedded simulator
// environment: GATEWAY_URL (ws://127.0.0.1:8080/ws), GATEWAY_KEY (demo)
import { once } from 'node:events';
import WebSocket from 'ws';

const url = process.env.GATEWAY_URL ?? 'ws://127.0.0.1:8080/ws';
const key = process.env.GATEWAY_KEY ?? 'demo';
const price = process.argv[2] ?? '101000';
const quantity = '0.01', account = 'DEFAULT', FILLED = 8, OUT = 64;
const bits = ['Open', 'Rejected', 'Acked', 'Filled', 'Canceling', 'Canceled', 'Out', 'Stale'];

const socket = new WebSocket(url, { headers: { authorization: `Bearer ${key}` } });
const waiting = new Map();
const listeners = new Map();
let lastId = 0;

socket.on('message', (text) => {
  const answer = JSON.parse(text);
  const { resolve, reject } = waiting.get(answer.id) ?? {};
  waiting.delete(answer.id);
  if (answer.error) return reject?.(new Error(answer.error.message));
  listeners.get(answer.id)?.(answer.response);
  resolve?.(answer.response);
});

function ask(type, fields = {}, onResponse) {
  const id = ++lastId;
  if (onResponse) listeners.set(id, onResponse);
  socket.send(JSON.stringify({ id, type, ...fields }));
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

await once(socket, 'open');
const found = await ask('SearchSymbol', { pat: 'BTC-USD perpetual', scope: 'TradableProduct', limit: 1 });
const market = found.tradable_product[0][1];

const seen = [];
let look = () => {};
await ask('SubscribeOrderState', {}, (updates) => { seen.push(...updates); look(); });
const order = await ask('SendLimitOrder', {
  target: market, account, dir: 'Buy', price, quantity, time_in_force: 'IOC',
});
console.log(`order ${order}: buy ${quantity} of ${market} at ${price} or better`);

const last = await new Promise((resolve) => {
  look = () => {
    for (const update of seen.splice(0).filter((one) => one.order_id === order)) {
      const names = bits.filter((_, bit) => (update.state >> bit) & 1).join('+');
      console.log(`  ${names}, filled ${update.filled_quantity} ${update.reject_reason ?? ''}`);
      if (update.state & OUT) resolve(update.state);
    }
  };
  look();
});

const fills = await ask('ListFills', { scope: 'Global', set: 'Firm' });
const ours = fills.filter(([owner]) => owner === order).map(([, fill]) => fill);
for (const fill of await ask('GetFillDetails', { fill_ids: ours }))
  console.log(`fill ${fill.fill_id}: ${fill.quantity} at ${fill.price}, fee ${fill.fee} ${fill.fee_product}`);
socket.close();
process.exitCode = last & FILLED ? 0 : 1;
