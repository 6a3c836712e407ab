/** Orders: to send, to change, to cancel, to follow. */
import type { LimitScope, LimitSet } from "./limits.js";
import type { Decimal, OrderId, Timestamp, Variant } from "./values.js";

/** Which way an order goes. */
export type Dir = "Buy" | "Sell";

/** How long an order may rest: until it is canceled, or not at all. */
export type TimeInForce = "GTC" | "IOC";

/** A special kind of order: sleeps at the venue until the price is touched. */
export type OrderParams = Variant<
  "Trigger",
  {
    trigger_price: Decimal;
    kind: "StopLoss" | "TakeProfit";
    /** True: then trades at any price; false: becomes the limit order. */
    market: boolean;
  }
>;

/**
 * Places an order; the response is its id, given once the order is journaled and handed to the venue. What the venue
 * says follows as order state. An order that a limit, a halt or the venue refuses has an id too: its state is
 * Rejected|Out.
 */
export interface SendLimitOrder {
  /** The id of the tradable product. */
  target: string;
  dir: Dir;
  /** The worst acceptable, in the quote product. Off-tick prices are refused, never rounded. */
  price: Decimal;
  /** In the base product. Off-lot quantities are refused, never rounded. */
  quantity: Decimal;
  account: string;
  /** For venues that stream firm quotes; refused elsewhere. */
  quote_id?: string | null;
  params?: OrderParams | null;
  /** GTC where nothing is said. */
  time_in_force?: TimeInForce;
  /** Refused by the venue rather than taking liquidity. */
  post_only?: boolean;
  /** Never increases a position. */
  reduce_only?: boolean;
  /**
   * At most 64 characters, per account; the same key and content is the same order for at least a day. Chosen by the
   * client where it is left out. Choose and store it yourself where this program may die in between.
   */
  client_order_id?: string;
}

/** What has become of an order, as bits. `Out` is final; `Stale` is unknown until the venue has been asked. */
export const OrderState = {
  Open: 1,
  Rejected: 2,
  Acked: 4,
  /** At least partly. */
  Filled: 8,
  Canceling: 16,
  Canceled: 32,
  Out: 64,
  Stale: 128,
} as const;

/** The names of the bits that are set, as the protocol's pages write them: `"Acked+Filled+Out"`. */
export function describeOrderState(bits: number): string {
  return Object.entries(OrderState)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join("+");
}

/**
 * Answered once the change is on its way; its outcome follows as order state, and the order keeps its id. What is left out
 * stays as it is. A late repeat could undo another change made meanwhile, so it is never said again.
 */
export interface ModifyOrder {
  order_id: OrderId;
  /** The new worst acceptable price. */
  price?: Decimal;
  /** The new quantity of the whole order, with what is filled already. */
  quantity?: Decimal;
}

/**
 * Answered once the cancel is on its way; its outcome follows as order state. Refused with `InvalidRequest` when the
 * order is out already. As the request is said again after a cut, that refusal may be the fruit of its own first saying.
 */
export interface CancelOrder {
  order_id: OrderId;
}

/**
 * Answered with the ids of the orders whose cancel is on its way, ascending; their outcome follows as order state. A late
 * repeat could cancel orders that were placed meanwhile, so it is never said again.
 */
export interface CancelAll {
  scope: LimitScope;
  set: LimitSet;
}

/** The ids of the orders that are not out, ascending. */
export interface ListOpen {
  scope: LimitScope;
  set: LimitSet;
}

/** Orders by id. At most 1,000; answers are aligned, null for an unknown one. */
export interface OrderIds {
  order_ids: OrderId[];
}

/** All that is known of an order. */
export interface OrderDetails {
  id: OrderId;
  account: string;
  trader: string;
  dir: Dir;
  price: Decimal;
  quantity: Decimal;
  target: string;
  quote_id: string | null;
  params: OrderParams | null;
  time_in_force: TimeInForce;
  post_only: boolean;
  reduce_only: boolean;
  client_order_id: string | null;
  timestamp: Timestamp;
  /** Bits of `OrderState`. */
  state: number;
  filled_quantity: Decimal;
  /** Of what is filled; null while nothing is. */
  average_price: Decimal | null;
  exchange_order_id: string | null;
  /** What an aggregator that carried the order calls it (route HYPERETH). */
  agg_order_id: string | null;
  intent_hash: string | null;
  /** Of an open order: why its last change was refused. */
  reject_reason: string | null;
  /** A change as it was asked for, until the venue has settled it. */
  pending_modify: { price: Decimal; quantity: Decimal } | null;
  /** When it passed each stop; null for those it has not reached. */
  times: {
    received: Timestamp;
    journaled: Timestamp | null;
    sent: Timestamp | null;
    acknowledged: Timestamp | null;
    out: Timestamp | null;
  };
}

/**
 * Every change of every order that the key may see. Each response is an array of updates that traveled together; the
 * first comes also when it is empty: the snapshot of open orders, or what has changed since `after`.
 */
export interface SubscribeOrderState {
  /** A sequence that was seen before. */
  after?: number | null;
}

/** An order's state after a change. */
export interface OrderUpdate {
  /** Grows strictly over all orders. */
  sequence: number;
  order_id: OrderId;
  /** Bits of `OrderState`. */
  state: number;
  filled_quantity: Decimal;
  average_price: Decimal | null;
  reject_reason: string | null;
  timestamp: Timestamp;
  /** As the order stands, once it was changed; absent: as it was placed. */
  price?: Decimal;
  /** Likewise. */
  quantity?: Decimal;
}

/** Ends a stream, or all of the connection. Leaving a subscription's loop asks it for you. */
export interface Unsubscribe {
  subscription?: number | null;
}
