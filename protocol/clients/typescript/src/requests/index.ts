/** The request types: for each, the fields it is sent with and the response it gets. */
import type { AccountSummary, GetAccountSummary } from "./accounts.js";
import type { FillDetails, GetFillDetails, ListFills } from "./fills.js";
import type { Halt, HaltInForce, Resume } from "./halts.js";
import type { GetGlobalLimits, GetLimits, Limit, LimitsInForce, SetLimits } from "./limits.js";
import type { CancelAll, CancelOrder, ListOpen, ModifyOrder, OrderDetails, OrderIds, SendLimitOrder, Unsubscribe } from "./orders.js";
import type {
  GetCanonicalTradableProduct,
  GetProductDetails,
  GetRouteDetails,
  GetTradableProductDetails,
  GetVenueDetails,
  Place,
  ProductDetails,
  QueryTradableProductIndex,
  SearchSymbol,
  SymbolMatches,
  TradableProductDetails,
} from "./symbology.js";
import type { FillId, OrderId } from "./values.js";
import type { QueryVenue, VenueAnswer } from "./venues.js";

interface Exchange<Fields, Response> {
  fields: Fields;
  response: Response;
}

/** Every request that has one answer. Lists answer aligned with what was asked, null where it is unknown. */
export interface Requests {
  SearchSymbol: Exchange<SearchSymbol, SymbolMatches>;
  QueryTradableProductIndex: Exchange<QueryTradableProductIndex, string[]>;
  GetRouteDetails: Exchange<GetRouteDetails, (Place | null)[]>;
  GetVenueDetails: Exchange<GetVenueDetails, (Place | null)[]>;
  GetProductDetails: Exchange<GetProductDetails, (ProductDetails | null)[]>;
  GetTradableProductDetails: Exchange<GetTradableProductDetails, (TradableProductDetails | null)[]>;
  GetCanonicalTradableProduct: Exchange<GetCanonicalTradableProduct, (string | null)[]>;
  SendLimitOrder: Exchange<SendLimitOrder, OrderId>;
  ModifyOrder: Exchange<ModifyOrder, null>;
  CancelOrder: Exchange<CancelOrder, null>;
  CancelAll: Exchange<CancelAll, OrderId[]>;
  ListOpen: Exchange<ListOpen, OrderId[]>;
  GetOrderState: Exchange<OrderIds, (number | null)[]>;
  GetRejectReason: Exchange<OrderIds, (string | null)[]>;
  GetOrderDetails: Exchange<OrderIds, (OrderDetails | null)[]>;
  Unsubscribe: Exchange<Unsubscribe, null>;
  ListFills: Exchange<ListFills, [order: OrderId | null, fill: FillId][]>;
  GetFillDetails: Exchange<GetFillDetails, (FillDetails | null)[]>;
  SetLimits: Exchange<SetLimits, null>;
  GetLimits: Exchange<GetLimits, (LimitsInForce | null)[]>;
  GetGlobalLimits: Exchange<GetGlobalLimits, Limit[]>;
  Halt: Exchange<Halt, null>;
  Resume: Exchange<Resume, null>;
  GetAccountSummary: Exchange<GetAccountSummary, AccountSummary>;
  QueryVenue: Exchange<QueryVenue, VenueAnswer>;
  GetHalts: Exchange<Record<string, never>, HaltInForce[]>;
}

/** The name of a request that has one answer. */
export type RequestType = keyof Requests;
