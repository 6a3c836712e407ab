// How fast @nktkas/hyperliquid places orders over one WebSocket with one key, without a gateway. Used by tests/Gateway.Benchmarks.
//
//   node nktkas-speed.mjs <ws url> <in flight> <seconds of warming> <seconds>
//
// Prints "<orders> <p50 µs> <p99 µs> <processor µs per order>".
import { ExchangeClient, WebSocketTransport } from "@nktkas/hyperliquid";
import { privateKeyToAccount } from "viem/accounts";

const [url, inFlight, warming, seconds] = process.argv.slice(2);
const transport = new WebSocketTransport({ url, timeout: 30_000 });
await transport.ready();
const wallet = privateKeyToAccount("0x0123456789012345678901234567890123456789012345678901234567890123");
const exchange = new ExchangeClient({ transport, wallet });

let placed = 0;
const took = [];
const began = performance.now() + Number(warming) * 1000;
const ends = began + Number(seconds) * 1000;
let usage;
let before = 0;

const place = async () => {
  const cloid = `0x${(++placed).toString(16).padStart(32, "0")}`;
  const sent = performance.now();
  if (usage === undefined && sent >= began) [usage, before] = [process.cpuUsage(), placed];
  await exchange.order({
    orders: [{ a: 0, b: true, p: "99000", s: "0.01", r: false, t: { limit: { tif: "Gtc" } }, c: cloid }],
    grouping: "na",
  });
  const now = performance.now();
  if (now >= began && now < ends) took.push((now - sent) * 1000);
};

const keep = async () => {
  while (performance.now() < ends) await place();
};

await Promise.all(Array.from({ length: Number(inFlight) }, keep));
const used = process.cpuUsage(usage);
took.sort((a, b) => a - b);
const at = (share) => took[Math.floor(share * (took.length - 1))].toFixed(1);
console.log(`${took.length} ${at(0.5)} ${at(0.99)} ${((used.user + used.system) / Math.max(1, placed - before)).toFixed(1)}`);
transport.close();
setTimeout(() => process.exit(0), 100);
