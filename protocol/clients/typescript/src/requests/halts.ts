/** Halts: what must not be traded at the moment. */
import type { Timestamp, Variant } from "./values.js";

/** What a halt covers. */
export type HaltScope =
  | Variant<"Global">
  | Variant<"Venue", string>
  | Variant<"Route", string>
  | Variant<"VenueRoute", [venue: string, route: string]>
  | Variant<"TradableProduct", string>
  | Variant<"Account", string>;

/** Refuses new orders and lets cancels pass, until it is resumed. */
export interface Halt {
  halt: HaltScope;
  /** Also cancels the open orders that it covers. */
  cancel_open?: boolean;
}

/** Ends a halt. */
export interface Resume {
  resume: HaltScope;
}

/** A halt, who called it, and when. */
export interface HaltInForce {
  halt: HaltScope;
  by: string;
  since: Timestamp;
}
