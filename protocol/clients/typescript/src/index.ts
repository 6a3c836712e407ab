/** A client of the gateway's WebSocket protocol: typed, and not impressed by lost connections. Start with `Gateway`. */
export type { Backoff } from "./backoff.js";
export type { ConnectionListener, ConnectionState } from "./connection.js";
export * from "./errors.js";
export { type AskOptions, Gateway, type GatewayOptions } from "./gateway.js";
export * from "./requests/alerts.js";
export { newClientOrderId } from "./requests/client-order-id.js";
export { type Effect, effects } from "./requests/effect.js";
export * from "./requests/fills.js";
export * from "./requests/halts.js";
export type { RequestType, Requests } from "./requests/index.js";
export * from "./requests/limits.js";
export * from "./requests/orders.js";
export type { StreamType, Streams } from "./requests/streams.js";
export * from "./requests/symbology.js";
export * from "./requests/values.js";
export { type Dial, headerDial, type Socket, type SocketListener, subprotocolDial } from "./socket.js";
export type { Subscription } from "./subscription.js";
