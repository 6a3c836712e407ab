import type { RequestType } from "./index.js";

/**
 * What saying a request twice does; decides what happens when the connection is cut before the answer.
 *
 * - `none`: a read; it is said again.
 * - `repeatable`: twice is as good as once; it is said again.
 * - `once`: a late repeat could undo what another did meanwhile; it ends in `NoAnswerError`.
 */
export type Effect = "none" | "repeatable" | "once";

/** The effect of each request type. */
export const effects: { readonly [T in RequestType]: Effect } = {
  SearchSymbol: "none",
  QueryTradableProductIndex: "none",
  GetRouteDetails: "none",
  GetVenueDetails: "none",
  GetProductDetails: "none",
  GetTradableProductDetails: "none",
  GetCanonicalTradableProduct: "none",
  // Its client_order_id makes the gateway answer a repeat with the order that exists.
  SendLimitOrder: "repeatable",
  // A late repeat could undo another change made meanwhile.
  ModifyOrder: "once",
  CancelOrder: "repeatable",
  // A late repeat could cancel orders that were placed meanwhile.
  CancelAll: "once",
  ListOpen: "none",
  GetOrderState: "none",
  GetRejectReason: "none",
  GetOrderDetails: "none",
  ListFills: "none",
  GetFillDetails: "none",
  // A stream ends with its connection, so there is nothing to say again.
  Unsubscribe: "once",
  SetLimits: "once",
  GetLimits: "none",
  GetGlobalLimits: "none",
  // A late repeat can only halt what somebody resumed meanwhile: the safe side.
  Halt: "repeatable",
  Resume: "once",
  GetHalts: "none",
  GetAccountSummary: "none",
  QueryVenue: "none",
};
