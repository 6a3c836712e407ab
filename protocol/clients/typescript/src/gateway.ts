import { type Backoff, usualBackoff } from "./backoff.js";
import { Connection, type ConnectionListener } from "./connection.js";
import { Call, type Conversation } from "./conversation.js";
import { GatewayError, UnreachableError } from "./errors.js";
import { newClientOrderId } from "./requests/client-order-id.js";
import { effects } from "./requests/effect.js";
import type { RequestType, Requests } from "./requests/index.js";
import { type Stream, type StreamType, type Streams, streams } from "./requests/streams.js";
import { type Dial, usualDial } from "./socket.js";
import { Subscription } from "./subscription.js";

/** What may be said when connecting. */
export interface GatewayOptions {
  /** How long a request may take, reconnects included, where its caller says nothing else; 10,000 as it is. */
  timeoutMs?: number;
  /** How long to wait before attempts to reconnect. */
  backoff?: Backoff;
  /** Told when a connection is made or lost, for a light on a screen. */
  onConnection?: ConnectionListener;
  /** How sockets are opened; by header in Node and by sub-protocol in browsers as it is. */
  dial?: Dial;
}

/** What may be said when asking. */
export interface AskOptions {
  /** How long this request may take, reconnects included. */
  timeoutMs?: number;
  /** Gives up when it is aborted; what was not sent yet is never sent, what was is never said again. */
  signal?: AbortSignal;
}

/** A client of a gateway: asks requests, reads streams, and stays connected until it is closed. */
export class Gateway {
  private lastId = 0;

  private constructor(
    private readonly connection: Connection,
    private readonly timeoutMs: number,
  ) {}

  /**
   * Connects to an endpoint such as `ws://127.0.0.1:8080/ws` with an API key.
   *
   * @throws {AuthenticationError} the key is wrong (Node; a browser does not tell)
   * @throws {UnreachableError} nobody answers there. Later losses are repaired silently.
   */
  static async connect(url: string, key: string, options: GatewayOptions = {}): Promise<Gateway> {
    const timeoutMs = options.timeoutMs ?? 10_000;
    const dial = options.dial ?? (await usualDial(url, key));
    const connection = new Connection(dial, options.backoff ?? usualBackoff, options.onConnection ?? (() => {}));
    await connection.open(timeoutMs);
    return new Gateway(connection, timeoutMs);
  }

  /** Whether there is a connection at this moment. Requests may be asked either way. */
  get isConnected(): boolean {
    return this.connection.isConnected;
  }

  /** Closes the connection. Whoever still waits for an answer gets an error. */
  close(): void {
    this.connection.close();
  }

  /**
   * Asks and answers the response. When the connection is cut, the request is said again on the next one, unless a
   * late repeat could do harm (see `effects`). A `SendLimitOrder` without `client_order_id` gets one.
   *
   * @throws {RefusedError} the gateway said no
   * @throws {UnreachableError} nothing was sent
   * @throws {NoAnswerError} it was sent, its outcome is unknown; `error.request` can be asked again
   */
  async ask<T extends RequestType>(
    type: T,
    fields: Requests[T]["fields"],
    options: AskOptions = {},
  ): Promise<Requests[T]["response"]> {
    options.signal?.throwIfAborted();
    const keyed = type === "SendLimitOrder" ? { client_order_id: newClientOrderId(), ...fields } : fields;
    const call = new Call(++this.lastId, { type, fields: keyed }, effects[type]);
    const upTime = () => call.abandon(call.unanswered("the time is up"));
    const abort = () => call.abandon(options.signal?.reason);
    const timer = setTimeout(upTime, options.timeoutMs ?? this.timeoutMs);
    options.signal?.addEventListener("abort", abort);
    try {
      this.connection.begin(call);
      return (await call.answer) as Requests[T]["response"];
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", abort);
      this.connection.forget(call);
    }
  }

  /**
   * Opens a stream, to be read with `for await`. Waits for the gateway's first answer.
   *
   * @throws {RefusedError} the gateway said no
   * @throws {UnreachableError} it said nothing in time
   */
  async subscribe<T extends StreamType>(
    type: T,
    fields: Streams[T]["fields"],
  ): Promise<Subscription<Streams[T]["response"]>> {
    const stream = streams[type] as Stream<Streams[T]["response"]>;
    const subscription = new Subscription(++this.lastId, stream, fields, (ended) => this.finish(ended));
    this.connection.begin(subscription);
    const late = new UnreachableError("The gateway did not open the stream in time.");
    const timer = setTimeout(() => subscription.fail(late), this.timeoutMs);
    try {
      await subscription.opened;
      return subscription;
    } catch (error) {
      this.connection.forget(subscription);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async finish(subscription: Conversation): Promise<void> {
    // On a connection that is gone there is nothing to end.
    if (!this.connection.forget(subscription)) return;
    try {
      await this.ask("Unsubscribe", { subscription: subscription.id });
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
    }
  }
}
