/** Accounts: what they hold, owe and have free. */
import type { Decimal, Timestamp } from "./values.js";

/** How an account stands. One that cannot be read in full is an error, never a zero. */
export interface GetAccountSummary {
  account: string;
}

/** How an account stands at its venue. Sums are in US dollars. */
export interface AccountSummary {
  account: string;
  /**
   * `Standard`: each dex has collateral of its own, apart from the balances. `Unified`: the balances are the collateral
   * of all dexes. `PortfolioMargin`: the same, and holdings offset each other's risk.
   */
  mode: "Standard" | "Unified" | "PortfolioMargin";
  equity: Decimal;
  margin_used: Decimal;
  available: Decimal;
  pools: CollateralPool[];
  positions: Position[];
  balances: Balance[];
  /** By the venue's clock. */
  time: Timestamp;
}

/** A dex's collateral, in units of it; with `dex` null, a token that serves all of them. */
export interface CollateralPool {
  /** Empty for the venue's own. */
  dex: string | null;
  collateral: string;
  /** In US dollars; without one it is in none of the sums. */
  price: Decimal | null;
  equity: Decimal;
  margin_used: Decimal;
  available: Decimal;
}

/** What is held of a derivative; negative quantities are short. */
export interface Position {
  /** Null where the gateway does not trade it. */
  market: string | null;
  symbol: string;
  quantity: Decimal;
  entry_price: Decimal | null;
  value: Decimal;
  unrealized_pnl: Decimal;
  liquidation_price: Decimal | null;
  margin_used: Decimal;
  leverage: Decimal;
  is_isolated: boolean;
}

/** What is held of a token. */
export interface Balance {
  product: string | null;
  symbol: string;
  total: Decimal;
  /** Of the total, bound by open orders. */
  held: Decimal;
  /** In US dollars; null, and not in the equity, where there is no price. */
  value: Decimal | null;
}
