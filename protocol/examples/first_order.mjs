#!/usr/bin/env node
// From nothing to a filled order. Needs the client: npm install --prefix protocol/clients/typescript
// usage: first_order.mjs [PRICE]    the most to pay for one BTC; the default suits the embedded simulator
// environment: GATEWAY_URL (ws://127.0.0.1:8080/ws), GATEWAY_KEY (demo)
import { describeOrderState, Gateway, OrderState } from '../clients/typescript/dist/src/index.js';

const url = process.env.GATEWAY_URL ?? 'ws://127.0.0.1:8080/ws';
const key = process.env.GATEWAY_KEY ?? 'demo';
const price = process.argv[2] ?? '101000';

const gateway = await Gateway.connect(url, key);
const states = await gateway.subscribe('SubscribeOrderState', {});

const found = await gateway.ask('SearchSymbol', { pat: 'BTC-USD perpetual', scope: 'TradableProduct', limit: 1 });
const [, market] = found.tradable_product[0];

const terms = { target: market, account: 'DEFAULT', dir: 'Buy', price, quantity: '0.01', time_in_force: 'IOC' };
const order = await gateway.ask('SendLimitOrder', terms);
console.log(`order ${order}: buy ${terms.quantity} of ${market} at ${price} or better`);

let state = 0;
for await (const updates of states) {
  for (const update of updates.filter((one) => one.order_id === order)) {
    state = update.state;
    console.log(`  ${describeOrderState(state)}, filled ${update.filled_quantity} ${update.reject_reason ?? ''}`);
  }
  if (state & OrderState.Out) break;
}

const fills = await gateway.ask('ListFills', { scope: 'Global', set: 'Firm' });
const ours = fills.filter(([owner]) => owner === order).map(([, fill]) => fill);
for (const fill of await gateway.ask('GetFillDetails', { fill_ids: ours }))
  console.log(`fill ${fill.fill_id}: ${fill.quantity} at ${fill.price}, fee ${fill.fee} ${fill.fee_product}`);

gateway.close();
process.exitCode = state & OrderState.Filled ? 0 : 1;
