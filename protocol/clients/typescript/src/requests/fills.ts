/** Fills: what has traded. */
import type { LimitScope, LimitSet } from "./limits.js";
import type { Dir } from "./orders.js";
import type { Decimal, FillId, OrderId, Timestamp } from "./values.js";

/** Fills, oldest first. The order is null where no order of the gateway caused it. */
export interface ListFills {
  scope: LimitScope;
  set: LimitSet;
  after?: Timestamp;
  /** 1 … 10,000. */
  limit?: number;
}

/** Fills by id. At most 1,000; answers are aligned, null for an unknown one. */
export interface GetFillDetails {
  fill_ids: FillId[];
}

/** What is odd about a fill, as bits of `warnings`. */
export const FillWarnings = { FillAfterOut: 1, Overfilled: 2, NotOurOrder: 4 } as const;

/** A trade of ours. */
export interface FillDetails {
  fill_id: FillId;
  /** Null where no order of the gateway caused it. */
  id: OrderId | null;
  /** Aberrant: could not be read in full; what could is set, the rest is null, the venue's text is in `raw`. */
  kind: "Normal" | "Aberrant";
  dir: Dir | null;
  price: Decimal | null;
  quantity: Decimal | null;
  target: string | null;
  account: string | null;
  exchange_fill_id: string | null;
  exchange_order_id: string | null;
  /** Negative for a rebate. */
  fee: Decimal | null;
  fee_product: string | null;
  liquidity: "Maker" | "Taker" | null;
  trade_time: Timestamp | null;
  recv_time: Timestamp | null;
  /** Bits of `FillWarnings`. */
  warnings: number;
  raw?: string | null;
}
