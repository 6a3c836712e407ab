/** Limits: how much may be traded, by whom. */
import type { Decimal, Duration, Variant } from "./values.js";

/** Which trading. A default holds for each one that has no amount of its own, never as a shared pool. */
export type LimitScope =
  | Variant<"Global">
  | Variant<"Venue", string>
  | Variant<"Route", string>
  | Variant<"Product", string>
  | Variant<"TradableProduct", string>
  | Variant<"ProductDefault">
  | Variant<"TradableProductDefault">;

/** Whose trading. A default holds for each one that has no amount of its own, never as a shared pool. */
export type LimitSet =
  | Variant<"Firm">
  | Variant<"Desk", string>
  | Variant<"Trader", string>
  | Variant<"Account", string>
  | Variant<"DeskDefault">
  | Variant<"TraderDefault">
  | Variant<"AccountDefault">;

/**
 * The most that is allowed, in limit dollars: |quantity| × the base product's mark price in USD. `"unlimited"`
 * overrides a default; null removes the limit.
 */
export type Amount = Decimal | "unlimited" | null;

type AmountLimit = [set: LimitSet, scope: LimitScope, amount: Amount];

/** A limit, or one of the numbers that limits count with; null is the number's default. */
export type Limit =
  /** Open at once: buys and sells added, summed over products. */
  | Variant<"MaxOpen", AmountLimit>
  /** The same, with fills younger than FillRecencyThreshold. */
  | Variant<"MaxOpenAndRecentlyFilled", AmountLimit>
  /** The worst side: net fills younger than FillRetireThreshold and what is open on that side. */
  | Variant<"MaxFilled", AmountLimit>
  /** One order alone. */
  | Variant<"MaxOrder", AmountLimit>
  /** False: breaches of the set's limits only alert. */
  | Variant<"SetEnforcing", [set: LimitSet, enforcing: boolean]>
  /** The fraction of the reference price by which a price may differ from it. */
  | Variant<"MaxPriceDeviation", Decimal | null>
  /** How long a fill is recent. */
  | Variant<"FillRecencyThreshold", Duration | null>
  /** How long a fill counts at all. */
  | Variant<"FillRetireThreshold", Duration | null>
  /** How long orders that are out stay in memory. */
  | Variant<"OutRetireThreshold", Duration | null>
  /** After how long a canceled order that is not out raises an alert. */
  | Variant<"NotOutThreshold", Duration | null>;

/** Sets all of these or none; in force from the next order. Needs the permission `Risk`. */
export interface SetLimits {
  limits: Limit[];
}

/** What is set and in use, aligned with the pairs; null where the key may not see the set. */
export interface GetLimits {
  limits: [set: LimitSet, scope: LimitScope][];
}

/** What is set for one pair of set and scope, and what is in use of it. */
export interface LimitsInForce {
  limits: Limit[];
  /** By name of the limit, in limit dollars; null for defaults, which are no pool. */
  in_use: Record<string, Decimal | null> | null;
}

/** The numbers that belong to no set and scope, by name. */
export interface GetGlobalLimits {
  limits: string[];
}
