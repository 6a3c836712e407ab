/** The requests that are answered again and again, and how each is resumed. */
import type { Alert, SubscribeAlerts } from "./alerts.js";
import type { OrderUpdate, SubscribeOrderState } from "./orders.js";

/** Every such request: the fields it is sent with, and what each response is. */
export interface Streams {
  SubscribeOrderState: { fields: SubscribeOrderState; response: OrderUpdate[] };
  SubscribeAlerts: { fields: SubscribeAlerts; response: Alert };
}

/** The name of a request that is answered again and again. */
export type StreamType = keyof Streams;

/** How a stream is read and resumed. */
export interface Stream<T> {
  readonly type: StreamType;
  /** Whether the gateway answers at once, so that subscribing can wait for it. */
  readonly opensWithResponse: boolean;
  /** The sequence after which the caller wants it to go on. */
  position(fields: object): number | undefined;
  /** The same fields, going on after this sequence. */
  resumed(fields: object, position: number): object;
  /** The sequence that this response reaches; 0 where it tells none. */
  newest(response: T): number;
  /** What of this response comes after the position: an array, maybe empty; undefined for a single thing that was seen. */
  unseen(response: T, position: number): T | undefined;
}

/** The streams by name. */
export const streams: { readonly [T in StreamType]: Stream<Streams[T]["response"]> } = {
  SubscribeOrderState: {
    type: "SubscribeOrderState",
    opensWithResponse: true,
    position: (fields: SubscribeOrderState) => fields.after ?? undefined,
    resumed: (fields, after) => ({ ...fields, after }),
    newest: (updates) => updates.reduce((newest, update) => Math.max(newest, update.sequence), 0),
    unseen: (updates, position) => updates.filter((update) => update.sequence > position),
  },
  SubscribeAlerts: {
    type: "SubscribeAlerts",
    // It answers when there is an alert.
    opensWithResponse: false,
    position: (fields: SubscribeAlerts) => fields.seek ?? undefined,
    resumed: (fields, seek) => ({ ...fields, seek }),
    newest: (alert) => alert.sequence,
    unseen: (alert, position) => (alert.sequence > position ? alert : undefined),
  },
};
