/** Everything that can go wrong, by what it means for the caller. */

/** The codes a gateway answers with. A newer gateway may know more: then `code` is another string. */
export type ErrorCode =
  | "MalformedMessage"
  | "UnknownRequestType"
  | "NotSupported"
  | "InvalidRequest"
  | "NotPermitted"
  | "UnknownAccount"
  | "UnknownTradableProduct"
  | "UnknownVenue"
  | "UnknownRoute"
  | "UnknownProduct"
  | "UnknownOrder"
  | "VenueUnavailable"
  | "RateLimited"
  | "Overloaded"
  | "Internal";

/** The error member of an answer, as it is on the wire. */
export interface Refusal {
  code: ErrorCode | (string & {});
  /** One sentence: what was wrong and what would be right. */
  message: string;
  /** For `InvalidRequest`: each offending field with its messages. */
  details?: Record<string, unknown>;
}

// These speak of the moment, not of the request: the same request may pass later.
const ofTheMoment = new Set<string>(["VenueUnavailable", "RateLimited", "Overloaded", "Internal"]);

/** The root of all errors of this package. */
export class GatewayError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The gateway answered with an error; the request had no effect. */
export class RefusedError extends GatewayError {
  readonly code: Refusal["code"];
  /** One sentence: what was wrong and what would be right; `message` has the code before it. */
  readonly reason: string;
  /** For `InvalidRequest`: each offending field with its messages. */
  readonly details: Record<string, unknown>;

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message}`);
    this.code = refusal.code;
    this.reason = refusal.message;
    this.details = refusal.details ?? {};
  }

  /** In how many milliseconds a `RateLimited` request may be tried again. */
  get retryAfterMs(): number | undefined {
    const wait = this.details["retry_after_ms"];
    return typeof wait === "number" ? wait : undefined;
  }

  /** Whether the same request may pass later. */
  get isOfTheMoment(): boolean {
    return ofTheMoment.has(this.code);
  }
}

/** The gateway could not be reached in time; nothing was sent. */
export class UnreachableError extends GatewayError {}

/** A request as it was sent. */
export interface SentRequest {
  type: string;
  fields: object;
}

/**
 * The request was sent, but no answer came: it may or may not have had its effect.
 *
 * Asking a `SendLimitOrder` again with `request.fields` is safe, today or after a restart of this program: its
 * `client_order_id` makes the gateway answer with the order that exists.
 */
export class NoAnswerError extends GatewayError {
  constructor(
    readonly request: SentRequest,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`${request.type} was sent, but no answer came: ${why}`, options);
  }
}

/** The gateway does not accept the key (401) or the origin (403). The client does not try again. */
export class AuthenticationError extends GatewayError {
  constructor(readonly status: number) {
    super(`The gateway refused the connection with HTTP ${status}: is the API key right?`);
  }
}

/**
 * A stream could not go on where it was cut: updates after `after` are missed. Subscribe anew (the first response is
 * a snapshot) and ask for the orders you care about.
 */
export class ResumeRefusedError extends GatewayError {
  constructor(
    readonly after: number,
    readonly refusal: RefusedError,
  ) {
    super(`The gateway cannot resume after ${after}: ${refusal.reason}`, { cause: refusal });
  }
}

/** The program took the stream's responses too slowly. Subscribe again with `after`: nothing is lost. */
export class SlowConsumerError extends GatewayError {
  constructor(
    readonly after: number | undefined,
    most: number,
  ) {
    super(`More than ${most} responses waited to be read; subscribe again after ${after}.`);
  }
}
