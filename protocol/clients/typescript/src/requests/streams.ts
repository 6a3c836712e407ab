/** The requests that are answered at once with an array, and then again and again with what is new; and how each is resumed. */
import type { Alert, SubscribeAlerts } from "./alerts.js";
import type { OrderUpdate, SubscribeOrderState } from "./orders.js";

/** Every such request: the fields it is sent with, and what each response is. */
export interface Streams {
  SubscribeOrderState: { fields: SubscribeOrderState; response: OrderUpdate[] };
  SubscribeAlerts: { fields: SubscribeAlerts; response: Alert[] };
}

/** The name of a request that is answered again and again. */
export type StreamType = keyof Streams;

/** How a stream is read and resumed. */
export interface Stream<T> {
  readonly type: StreamType;
  /** The sequence after which the caller wants it to go on. */
  position(fields: object): number | undefined;
  /** The same fields, going on after this sequence. */
  resumed(fields: object, position: number): object;
  /** The sequence that this response reaches; 0 where it tells none. */
  newest(response: T): number;
  /** What of this response comes after the position. */
  unseen(response: T, position: number): T;
}

interface Sequenced {
  sequence: number;
}

const newest = (news: Sequenced[]) => news.reduce((newest, one) => Math.max(newest, one.sequence), 0);

const unseen = <T extends Sequenced>(news: T[], position: number) => news.filter((one) => one.sequence > position);

/** The streams by name. */
export const streams: { readonly [T in StreamType]: Stream<Streams[T]["response"]> } = {
  SubscribeOrderState: {
    type: "SubscribeOrderState",
    position: (fields: SubscribeOrderState) => fields.after ?? undefined,
    resumed: (fields, after) => ({ ...fields, after }),
    newest,
    unseen,
  },
  SubscribeAlerts: {
    type: "SubscribeAlerts",
    position: (fields: SubscribeAlerts) => fields.seek ?? undefined,
    resumed: (fields, seek) => ({ ...fields, seek }),
    newest,
    unseen,
  },
};
