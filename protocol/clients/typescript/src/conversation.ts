import { type GatewayError, NoAnswerError, type RefusedError, type SentRequest, UnreachableError } from "./errors.js";
import type { Effect } from "./requests/effect.js";

/**
 * What is said under one `id`, and goes on when the connection is replaced. The connection tells it what happens; it
 * tells the connection whether it goes on.
 */
export interface Conversation {
  readonly id: number;
  /** How often its request was sent, on whatever connection. */
  readonly timesSaid: number;
  /** The request as it is to be said now. */
  frame(): string;
  /** Takes a response, and the sequence up to which it tells everything, where it says so; true if more are expected. */
  answered(response: unknown, sequence?: number): boolean;
  /** Takes an error; true if the request is to be said again a little later. */
  refused(error: RefusedError): boolean;
  /** Takes the loss of the connection; true if the request is to be said again on the next. */
  cut(): boolean;
  /** Ends it: there will be no next connection. */
  fail(error: GatewayError): void;
}

/** One request, one answer. */
export class Call implements Conversation {
  timesSaid = 0;
  readonly answer: Promise<unknown>;
  private resolve!: (response: unknown) => void;
  private reject!: (error: unknown) => void;
  // Written once: a repeat has the same content, whatever the caller does to the object meanwhile.
  private readonly text: string;

  constructor(
    readonly id: number,
    private readonly request: SentRequest,
    private readonly effect: Effect,
  ) {
    this.text = JSON.stringify({ ...request.fields, id, type: request.type });
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  frame(): string {
    this.timesSaid++;
    return this.text;
  }

  answered(response: unknown): boolean {
    this.resolve(response);
    return false;
  }

  refused(error: RefusedError): boolean {
    // An earlier saying may have had its effect, so a refusal of the moment does not yet tell how it ended.
    if (this.timesSaid > 1 && this.effect === "repeatable" && error.isOfTheMoment) return true;
    this.reject(error);
    return false;
  }

  cut(): boolean {
    if (this.timesSaid === 0 || this.effect !== "once") return true;
    this.reject(this.unanswered("the connection was cut"));
    return false;
  }

  fail(error: GatewayError): void {
    this.reject(this.timesSaid > 0 ? this.unanswered(error.message, error) : error);
  }

  /** Ends the wait of a caller whose time is up or who gave up. */
  abandon(reason: unknown): void {
    this.reject(reason);
  }

  /** The error for a caller who waits no longer: it depends on whether anything was sent. */
  unanswered(why: string, cause?: GatewayError): GatewayError {
    return this.timesSaid === 0
      ? new UnreachableError(`${this.request.type} was not sent: ${why}`)
      : new NoAnswerError(this.request, why, { cause });
  }
}
