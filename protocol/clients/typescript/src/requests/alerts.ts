/** Alerts: what somebody should look at. */
import type { OrderId, Timestamp } from "./values.js";

/** Alerts as they happen. Each response is an array of those that traveled together; the first comes also when it is empty. */
export interface SubscribeAlerts {
  /** Only alerts of this kind. */
  path?: string | null;
  /** A sequence that was seen before: the alerts after it come first. */
  seek?: number | null;
}

/** Something that somebody should look at. */
export interface Alert {
  sequence: number;
  time: Timestamp;
  kind: string;
  severity: string;
  message: string;
  /** Null where it concerns none. */
  account: string | null;
  /** Null where it concerns none. */
  order_id: OrderId | null;
}
