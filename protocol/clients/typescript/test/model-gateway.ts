/** A gateway small enough to be right: orders by key, a feed of updates, and a socket that is cut where a test says. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { Gateway, type GatewayOptions, type OrderUpdate, type SendLimitOrder } from "../src/index.js";

export const key = "a key";

class Cut extends Error {}

interface Request {
  id: number;
  type: string;
  [field: string]: unknown;
}

/** Counts the steps of all its connections (accept, upgrade, read, do, half an answer, answer) and cuts at some. */
export class ModelGateway {
  cuts = new Set<number>();
  steps = 0;
  /** All that was read, in order. */
  requests: Request[] = [];
  /** Order ids by `client_order_id`, in the order placed. */
  orders = new Map<string, number>();
  feed: OrderUpdate[] = [];
  /** The first sequence after which it can still replay. */
  oldest = 0;
  /** Codes to refuse the next requests with. */
  refusals: string[] = [];
  /** Request types that get no answer. */
  silent = new Set<string>();
  /** Refuses connections with this. */
  status: number | undefined;
  /** Answers the request types that the model does not know. */
  respond: (request: Request) => unknown = () => null;
  url = "";
  private readonly http: Server = createServer();
  private readonly sockets = new Map<WebSocket, Duplex>();
  private subscribers: { socket: WebSocket; id: number }[] = [];
  private watchers: (() => void)[] = [];

  static async start(): Promise<ModelGateway> {
    const model = new ModelGateway();
    const webSockets = new WebSocketServer({
      noServer: true,
      handleProtocols: (offered) => (offered.has("gateway.v1") ? "gateway.v1" : false),
    });
    model.http.on("upgrade", (request, stream, head) => {
      model.steps++;
      const status = model.cuts.has(model.steps) ? 502 : (model.status ?? (isAuthentic(request) ? undefined : 401));
      if (status === undefined) webSockets.handleUpgrade(request, stream, head, (socket) => model.converse(socket, stream));
      else stream.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      model.changed();
    });
    model.http.listen(0, "127.0.0.1");
    await once(model.http, "listening");
    model.url = `ws://127.0.0.1:${(model.http.address() as AddressInfo).port}/ws`;
    return model;
  }

  async stop(): Promise<void> {
    this.cut();
    this.http.close();
    this.http.closeAllConnections();
    await once(this.http, "close");
  }

  /** Cuts every connection, now. */
  cut(): void {
    for (const stream of this.sockets.values()) stream.destroy();
  }

  /** Waits until something that was read or done makes the condition true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  /** Tells all subscribers that these orders have changed, in one message. */
  publish(...orderIds: number[]): void {
    const updates = orderIds.map((orderId) => this.change(orderId));
    for (const { socket, id } of [...this.subscribers]) this.guarded(() => this.send(socket, { id, response: updates }));
  }

  /** Sends this to everyone, whatever it is. */
  say(text: string): void {
    for (const socket of this.sockets.keys()) socket.send(text);
  }

  private change(orderId: number): OrderUpdate {
    const update: OrderUpdate = {
      sequence: (this.feed.at(-1)?.sequence ?? -2) + 3,
      order_id: orderId,
      state: 5,
      filled_quantity: "0",
      average_price: null,
      reject_reason: null,
      timestamp: "2026-01-02T03:04:05.678901Z",
    };
    this.feed.push(update);
    return update;
  }

  private changed(): void {
    for (const watcher of this.watchers.splice(0)) watcher();
  }

  private converse(socket: WebSocket, stream: Duplex): void {
    this.sockets.set(socket, stream);
    socket.on("error", () => {});
    socket.on("close", () => this.left(socket));
    socket.on("message", (data) => this.guarded(() => this.read(socket, JSON.parse(data.toString()) as Request)));
    this.guarded(() => this.step(socket));
  }

  private read(socket: WebSocket, request: Request): void {
    if (!this.sockets.has(socket)) return;
    this.step(socket);
    this.requests.push(request);
    this.changed();
    if (this.silent.has(request.type)) return;
    const code = this.refusals.shift();
    if (code !== undefined) {
      this.send(socket, { id: request.id, error: { code, message: "Not now." } });
      return;
    }
    const answer = this.do(socket, request);
    this.step(socket);
    this.send(socket, { id: request.id, ...answer });
    this.changed();
  }

  private do(socket: WebSocket, request: Request): object {
    const { client_order_id: clientOrderId, after } = request as { client_order_id?: string; after?: number };
    switch (request.type) {
      case "SendLimitOrder":
        if (!this.orders.has(clientOrderId!)) this.orders.set(clientOrderId!, 100 + this.orders.size);
        return { response: this.orders.get(clientOrderId!) };
      case "SubscribeOrderState":
        if (after !== undefined && after < this.oldest) return { error: { code: "InvalidRequest", message: "Too old." } };
        this.subscribers.push({ socket, id: request.id });
        return {
          response: this.feed.filter((update) => after !== undefined && update.sequence > after),
          sequence: this.feed.at(-1)?.sequence ?? this.oldest,
        };
      case "Unsubscribe":
        this.subscribers = this.subscribers.filter((one) => one.socket !== socket || one.id !== request["subscription"]);
        return { response: null };
      default:
        return { response: this.respond(request) };
    }
  }

  private send(socket: WebSocket, message: object): void {
    const payload = Buffer.from(JSON.stringify(message));
    if (this.cuts.has(++this.steps)) {
      // Half a frame: the length says more than comes.
      const header = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
      this.sockets.get(socket)?.write(Buffer.concat([header, payload.subarray(0, payload.length / 2)]));
      this.abort(socket);
    }
    socket.send(payload.toString());
    this.step(socket);
  }

  private step(socket: WebSocket): void {
    if (this.cuts.has(++this.steps)) this.abort(socket);
  }

  private abort(socket: WebSocket): never {
    const stream = this.sockets.get(socket);
    this.left(socket);
    stream?.end(() => stream.destroy());
    throw new Cut();
  }

  private left(socket: WebSocket): void {
    this.sockets.delete(socket);
    this.subscribers = this.subscribers.filter((one) => one.socket !== socket);
  }

  private guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
    }
  }
}

function isAuthentic(request: IncomingMessage): boolean {
  const asked = request.headers["sec-websocket-protocol"] ?? "";
  return request.headers.authorization === `Bearer ${key}` || asked === "gateway.v1,gateway.bearer.YSBrZXk";
}

/** A good order. */
export function order(fields: Partial<SendLimitOrder> = {}): SendLimitOrder {
  return { target: "BTC", dir: "Buy", price: "100000", quantity: "0.01", account: "A", ...fields };
}

/** Runs a scenario with a model of its own and a client of it. */
export async function connected(
  scenario: (model: ModelGateway, gateway: Gateway) => Promise<void>,
  options: GatewayOptions = {},
  cuts: Iterable<number> = [],
): Promise<number> {
  const model = await ModelGateway.start();
  model.cuts = new Set(cuts);
  const gateway = await Gateway.connect(model.url, key, {
    timeoutMs: 20_000,
    backoff: { firstMs: 0, mostMs: 0 },
    ...options,
  });
  try {
    await scenario(model, gateway);
    return model.steps;
  } finally {
    gateway.close();
    await model.stop();
  }
}

/** Runs the scenario with the socket cut at its first step, at its second, … until there is no such step; answers how many. */
export async function atEveryCut(scenario: (model: ModelGateway, gateway: Gateway) => Promise<void>): Promise<number> {
  // Step 1 is the upgrade; a failure to connect at all is told, not repaired.
  for (let cut = 2; ; cut++) if ((await connected(scenario, {}, [cut])) < cut) return cut;
}
