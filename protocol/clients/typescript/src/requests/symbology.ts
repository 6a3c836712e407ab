/** What can be traded, and how it is called. */
import type { Decimal, Timestamp, Variant } from "./values.js";

/** Finds names by the words they contain, whatever their case. */
export interface SearchSymbol {
  /** Words that must all match; empty lists everything by name. */
  pat: string;
  /** The most to be found per list, 1 … 1000. */
  limit: number;
  scope: "All" | "Route" | "Venue" | "Product" | "TradableProduct" | "Pair";
}

/** What was found, best first, as [score, name]; lists outside the scope are empty. */
export interface SymbolMatches {
  /** Base and quote product. */
  pair: [score: number, pair: [base: string, quote: string]][];
  product: [score: number, id: string][];
  route: [score: number, id: string][];
  tradable_product: [score: number, id: string][];
  venue: [score: number, id: string][];
}

/** A condition on a tradable product. Products are named by id or bare symbol. */
export type Query =
  | Variant<"All">
  | Variant<"Base", string>
  | Variant<"Quote", string>
  | Variant<"Venue", string>
  | Variant<"Route", string>
  | Variant<"Underlying", string>
  | Variant<"Class", string>
  | Variant<"ExchangeSymbol", string>
  | Variant<"Expiration", Expiration>
  | { type: "And" | "Or"; value: Query[] }
  | { type: "Not"; value: Query };

/** When a product expires; `Between` includes both ends. */
export type Expiration =
  | Variant<"On", Timestamp>
  | Variant<"OnOrAfter", Timestamp>
  | Variant<"OnOrBefore", Timestamp>
  | Variant<"Between", [first: Timestamp, last: Timestamp]>;

/** The ids of the tradable products that meet a condition, sorted. */
export interface QueryTradableProductIndex {
  /** A condition, or text such as `Base("BTC") && !Quote("USDC Crypto")`. */
  query: Query | string;
}

/** Routes by id. At most 1,000. */
export interface GetRouteDetails {
  route: string[];
}

/** Venues by id. At most 1,000. */
export interface GetVenueDetails {
  venue: string[];
}

/** A venue or a route. Id and name are the same. */
export interface Place {
  id: string;
  name: string;
  status?: "Online" | "Reconciling" | "Offline";
}

/** Products by id. At most 1,000. */
export interface GetProductDetails {
  product: string[];
}

/** A product: something one can own or owe. */
export interface ProductDetails {
  id: string;
  name: string;
  class:
    | "Coin"
    | "Fiat"
    | "Equity"
    | "Commodity"
    | "Energy"
    | "Metal"
    | "Future"
    | "Perpetual"
    | "Option"
    | "Index"
    | "Unknown";
  /** ISO 10962. */
  cficode: string | null;
  /** What limits count one unit as, in USD; null while no price is known. */
  price_in_limit_dollars: Decimal | null;
  underlying: string | null;
}

/** Markets by id. At most 1,000. */
export interface GetTradableProductDetails {
  tradable_product: string[];
}

/** What a market allows, as bits of `flags`. */
export const TradeFlags = { Tradable: 1, ReduceOnly: 2, PostOnly: 4, Triggers: 8, IsolatedMarginOnly: 16 } as const;

/** A market: base against quote, on a venue, by a route. */
export interface TradableProductDetails {
  id: string;
  display_name: string;
  base: string;
  quote: string;
  route: string;
  is_delisted: boolean;
  /** Which kinds of quotes there are. */
  quote_info: { primary: unknown; l2: unknown; implied: unknown };
  trade_info: TradeInfo | null;
}

/** How to trade a market. */
export interface TradeInfo {
  venue: string;
  /** What the venue calls it. */
  trading_symbol: string;
  /** The lot: quantities are multiples of it. */
  base_increment: Decimal;
  /** The finest tick: prices are multiples of it. */
  quote_increment: Decimal;
  /** Prices have at most so many; null where the venue has no such rule. */
  price_significant_figures: number | null;
  min_quantity: Decimal | null;
  /** Price times quantity is at least this, in the quote product. */
  min_notional: Decimal | null;
  max_leverage: Decimal | number | null;
  /** Bits of `TradeFlags`. */
  flags: number;
}

/** The most liquid market of each product against USD, USDC or USDT. */
export interface GetCanonicalTradableProduct {
  product: string[];
}
