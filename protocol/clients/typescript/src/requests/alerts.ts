/** Alerts: what somebody should look at. */
import type { OrderId, Timestamp } from "./values.js";

/** Alerts as they happen, one per response. */
export interface SubscribeAlerts {
  path?: string | null;
  /** A sequence: the alerts after it come first. */
  seek?: number | null;
}

/** Something that somebody should look at. */
export interface Alert {
  sequence: number;
  time: Timestamp;
  kind: string;
  severity: string;
  message: string;
  order_id?: OrderId | null;
  [more: string]: unknown;
}
