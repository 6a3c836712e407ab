import { type Backoff, waits } from "./backoff.js";
import type { Conversation } from "./conversation.js";
import { AuthenticationError, type GatewayError, type Refusal, RefusedError, UnreachableError } from "./errors.js";
import type { Dial, Socket } from "./socket.js";

const probeAfterMs = 15_000;
const lostAfterMs = 30_000;

/** Whether there is a connection at this moment. */
export type ConnectionState = "connected" | "disconnected";

/** Told when a connection is made or lost, and why. */
export type ConnectionListener = (state: ConnectionState, why: string) => void;

/**
 * One WebSocket at a time, replaced when it is lost, and every open conversation carried on over the next. Requests
 * leave in the order in which they were asked, also when they are said again.
 */
export class Connection {
  // Bounded by the callers: each entry is somebody who waits for an answer or reads a stream.
  private readonly conversations = new Map<number, Conversation>();
  private socket: Socket | undefined;
  private state: ConnectionState = "disconnected";
  private ended: GatewayError | undefined;
  private waits: Iterator<number, never>;
  private redialing: ReturnType<typeof setTimeout> | undefined;
  private probing: ReturnType<typeof setInterval> | undefined;
  private lastHeard = 0;

  constructor(
    private readonly dial: Dial,
    private readonly backoff: Backoff,
    private readonly listener: ConnectionListener,
  ) {
    this.waits = waits(backoff);
  }

  get isConnected(): boolean {
    return this.state === "connected";
  }

  /** Connects, once: a wrong address or key shows at once. From then on the connection is kept. */
  open(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (error: GatewayError) => {
        clearTimeout(timer);
        this.end(error);
        reject(error);
      };
      const timer = setTimeout(() => fail(new UnreachableError("The gateway did not answer in time.")), timeoutMs);
      this.connect(
        () => {
          clearTimeout(timer);
          resolve();
        },
        (why, error) => fail(error ?? new UnreachableError(`The gateway cannot be reached: ${why}`)),
      );
    });
  }

  /** Closes the socket and ends every conversation. */
  close(): void {
    this.end(new UnreachableError("The client is closed."));
  }

  /** Says its request, now or when there is a connection. */
  begin(conversation: Conversation): void {
    if (this.ended) throw this.ended;
    this.conversations.set(conversation.id, conversation);
    this.say(conversation);
  }

  /** Ends it on this side; true if the gateway may still answer it on this connection. */
  forget(conversation: Conversation): boolean {
    this.conversations.delete(conversation.id);
    return this.isConnected && conversation.timesSaid > 0;
  }

  private connect(opened: () => void, failed: (why: string, error?: GatewayError) => void): void {
    const socket = this.dial({
      opened: () => {
        this.connected();
        opened();
      },
      heard: (text) => this.hear(text),
      lost: (why, status) => {
        const refused = status === 401 || status === 403 ? new AuthenticationError(status) : undefined;
        if (this.isConnected) this.lost(why);
        else failed(why, refused);
      },
    });
    this.socket = socket;
  }

  private connected(): void {
    this.state = "connected";
    this.lastHeard = performance.now();
    this.probing = setInterval(() => this.probe(), probeAfterMs);
    this.listener("connected", "");
    for (const conversation of [...this.conversations.values()]) this.say(conversation);
  }

  private lost(why: string): void {
    this.disconnected(why);
    for (const conversation of [...this.conversations.values()]) if (!conversation.cut()) this.forget(conversation);
    this.redialLater();
  }

  private disconnected(why: string): void {
    clearInterval(this.probing);
    this.socket?.close();
    this.socket = undefined;
    if (!this.isConnected) return;
    this.state = "disconnected";
    this.listener("disconnected", why);
  }

  private redialLater(): void {
    if (this.ended) return;
    this.redialing = setTimeout(() => {
      this.connect(
        () => {},
        (_why, refused) => (refused ? this.end(refused) : this.redialLater()),
      );
    }, this.waits.next().value);
  }

  /** Sockets may die without a sign, and a page cannot see pings: who hears nothing asks something cheap. */
  private probe(): void {
    const silence = performance.now() - this.lastHeard;
    if (silence > lostAfterMs) this.lost("the gateway fell silent");
    else if (silence > probeAfterMs / 2) this.socket?.send('{"id":0,"type":"GetOrderState","order_ids":[]}');
  }

  private say(conversation: Conversation): void {
    if (this.isConnected) this.socket?.send(conversation.frame());
  }

  private hear(text: string): void {
    this.lastHeard = performance.now();
    const message = parse(text);
    if (message === undefined) {
      // Whatever it was meant to tell is told again after a resume.
      this.lost("the gateway sent what is no answer");
      return;
    }
    // A gateway that only accepts and hangs up is not rushed; one that speaks is.
    this.waits = waits(this.backoff);
    const conversation = this.conversations.get(message.id as number);
    if (conversation === undefined) return;
    if (message.error) this.refuse(conversation, new RefusedError(message.error));
    else if (!conversation.answered(message.response, message.sequence)) this.forget(conversation);
  }

  private refuse(conversation: Conversation, refusal: RefusedError): void {
    if (!conversation.refused(refusal)) {
      this.forget(conversation);
      return;
    }
    const socket = this.socket;
    setTimeout(() => {
      // A connection that was replaced meanwhile has said everything again already.
      const isCurrent = socket === this.socket && this.conversations.get(conversation.id) === conversation;
      if (isCurrent) this.say(conversation);
    }, refusal.retryAfterMs ?? this.waits.next().value);
  }

  private end(error: GatewayError): void {
    if (this.ended) return;
    this.ended = error;
    clearTimeout(this.redialing);
    this.disconnected(error.message);
    for (const conversation of this.conversations.values()) conversation.fail(error);
    this.conversations.clear();
  }
}

interface Answer {
  id: unknown;
  response?: unknown;
  sequence?: number;
  error?: Refusal;
}

function parse(text: string): Answer | undefined {
  try {
    const message: unknown = JSON.parse(text);
    const isAnswer = typeof message === "object" && message !== null && "id" in message;
    return isAnswer && ("response" in message || "error" in message) ? (message as Answer) : undefined;
  } catch {
    return undefined;
  }
}
