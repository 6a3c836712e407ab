import type { Conversation } from "./conversation.js";
import { type GatewayError, type RefusedError, ResumeRefusedError, SlowConsumerError } from "./errors.js";
import type { Stream } from "./requests/streams.js";

/** Responses that may wait for the program to take them. */
const mostWaiting = 10_000;

/**
 * A stream of responses that survives the connection: after a cut it goes on behind the last response it received, so
 * that none is missed and none comes twice. Read it with `for await`; leaving the loop ends it.
 */
export class Subscription<T extends readonly unknown[]> implements Conversation, AsyncIterableIterator<T> {
  timesSaid = 0;
  /** Settled when the gateway has answered the first time. */
  readonly opened: Promise<void>;
  private hasOpened = false;
  private opening!: { resolve: () => void; reject: (error: unknown) => void };
  private readonly waiting: T[] = [];
  private readers: { resolve: (result: IteratorResult<T>) => void; reject: (error: unknown) => void }[] = [];
  private failure: GatewayError | undefined;
  private ended = false;
  private sequence: number | undefined;

  constructor(
    readonly id: number,
    private readonly stream: Stream<T>,
    private readonly fields: object,
    private readonly finish: (subscription: Subscription<T>) => Promise<void>,
  ) {
    this.sequence = stream.position(fields);
    this.opened = new Promise((resolve, reject) => (this.opening = { resolve, reject }));
    this.opened.catch(() => {});
  }

  /** The highest sequence received so far; to resume after it, also from another process. */
  get position(): number | undefined {
    return this.sequence;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    if (this.waiting.length > 0) return Promise.resolve({ done: false, value: this.waiting.shift()! });
    if (this.failure) return Promise.reject(this.failure);
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => this.readers.push({ resolve, reject }));
  }

  /** Ends the stream, here and at the gateway. */
  async return(): Promise<IteratorResult<T>> {
    this.end(undefined);
    await this.finish(this);
    return { done: true, value: undefined };
  }

  frame(): string {
    this.timesSaid++;
    const resumed = this.sequence === undefined ? this.fields : this.stream.resumed(this.fields, this.sequence);
    return JSON.stringify({ ...resumed, id: this.id, type: this.stream.type });
  }

  answered(response: unknown, sequence = 0): boolean {
    if (this.ended) return false;
    const opening = !this.hasOpened;
    this.open();
    const unseen = this.sequence === undefined ? (response as T) : this.stream.unseen(response as T, this.sequence);
    // The first response is an answer, also when it is empty; later ones are news or nothing.
    if (!opening && unseen.length === 0) {
      this.sequence = Math.max(this.sequence ?? 0, sequence);
      return true;
    }
    if (this.waiting.length >= mostWaiting) {
      this.end(new SlowConsumerError(this.sequence, mostWaiting));
      return false;
    }
    this.sequence = Math.max(this.sequence ?? 0, sequence, this.stream.newest(unseen));
    const reader = this.readers.shift();
    if (reader) reader.resolve({ done: false, value: unseen });
    else this.waiting.push(unseen);
    return true;
  }

  refused(error: RefusedError): boolean {
    if (this.hasOpened && error.isOfTheMoment) return true;
    const isTooOld = this.hasOpened && this.sequence !== undefined && error.code === "InvalidRequest";
    this.end(isTooOld ? new ResumeRefusedError(this.sequence!, error) : error);
    return false;
  }

  cut(): boolean {
    return !this.ended;
  }

  fail(error: GatewayError): void {
    this.end(error);
  }

  private open(): void {
    this.hasOpened = true;
    this.opening.resolve();
  }

  private end(failure: GatewayError | undefined): void {
    if (this.ended) return;
    this.ended = true;
    this.failure = failure;
    if (failure) this.opening.reject(failure);
    else this.opening.resolve();
    for (const reader of this.readers.splice(0))
      if (failure) reader.reject(failure);
      else reader.resolve({ done: true, value: undefined });
  }
}
