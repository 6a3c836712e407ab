/**
 * A gateway to whom the requests of its clients pass through the TypeScript client: so the conversations prove the client.
 *
 * usage: node dist/test/bridge.js GATEWAY_URL      prints where it listens
 *
 * Each connection gets a client of its own, with the key it came with.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { AuthenticationError, Gateway, RefusedError, type RequestType, type StreamType, type Subscription } from "../src/index.js";
import { streams } from "../src/requests/streams.js";

type Message = { id: number | string; type: string; subscription?: number | string | null };

/** Carries one connection over. */
function carry(socket: WebSocket, gateway: Gateway): void {
  const subscriptions = new Map<unknown, Subscription<unknown[]>>();
  const send = (id: unknown, answer: object) => socket.send(JSON.stringify({ id, ...answer }));

  async function ask({ id, type, ...fields }: Message): Promise<void> {
    if (type in streams) {
      const subscription = await gateway.subscribe(type as StreamType, fields as never);
      subscriptions.set(id, subscription as Subscription<unknown[]>);
      void forward(id, subscription as Subscription<unknown[]>);
    } else if (type === "Unsubscribe" && (fields.subscription == null || subscriptions.has(fields.subscription))) {
      for (const ended of fields.subscription == null ? [...subscriptions.keys()] : [fields.subscription]) {
        await subscriptions.get(ended)?.return();
        subscriptions.delete(ended);
      }
      send(id, { response: null });
    } else send(id, { response: await gateway.ask(type as RequestType, fields as never) });
  }

  async function forward(id: unknown, subscription: Subscription<unknown[]>): Promise<void> {
    try {
      let beside: object = { sequence: subscription.position };
      for await (const response of subscription) {
        send(id, { response, ...beside });
        beside = {};
      }
    } catch {
      socket.close(1011);
    }
  }

  socket.on("close", () => gateway.close());
  socket.on("message", (data) => {
    const message = JSON.parse(data.toString()) as Message;
    ask(message).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) return socket.close(1011, String(error).slice(0, 100));
      send(message.id, { error: { code: error.code, message: error.reason, details: error.details } });
    });
  });
}

const [url] = process.argv.slice(2) as [string];
const webSockets = new WebSocketServer({ noServer: true });
const server = createServer();
server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
  const key = request.headers.authorization?.replace("Bearer ", "") ?? "";
  Gateway.connect(url, key).then(
    (gateway) => webSockets.handleUpgrade(request, stream, head, (socket) => carry(socket, gateway)),
    (error: unknown) => {
      const status = error instanceof AuthenticationError ? error.status : 502;
      stream.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    },
  );
});
server.listen(0, "127.0.0.1", () => console.log(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`));
