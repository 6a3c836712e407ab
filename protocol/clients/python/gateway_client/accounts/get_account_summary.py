"""GetAccountSummary."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from ..request import Request


class AccountMode(StrEnum):
    """What serves as collateral for what."""

    STANDARD = "Standard"
    """Each dex has collateral of its own, apart from the balances."""
    UNIFIED = "Unified"
    """The balances are the collateral of all dexes."""
    PORTFOLIO_MARGIN = "PortfolioMargin"
    """The same, and holdings offset each other's risk."""


@dataclass(frozen=True, kw_only=True)
class CollateralPool:
    """A dex's collateral, in units of it; with ``dex`` None, a token that serves all of them."""

    dex: str | None
    """Empty for the venue's own."""
    collateral: str
    price: Decimal | None
    """In US dollars; without one it is in none of the sums."""
    equity: Decimal
    margin_used: Decimal
    available: Decimal


@dataclass(frozen=True, kw_only=True)
class Position:
    """What is held of a derivative; negative quantities are short."""

    market: str | None
    """None where the gateway does not trade it."""
    symbol: str
    quantity: Decimal
    entry_price: Decimal | None
    value: Decimal
    unrealized_pnl: Decimal
    liquidation_price: Decimal | None
    margin_used: Decimal
    leverage: Decimal
    is_isolated: bool


@dataclass(frozen=True, kw_only=True)
class Balance:
    """What is held of a token."""

    product: str | None
    symbol: str
    total: Decimal
    held: Decimal
    """Of the total, bound by open orders."""
    value: Decimal | None
    """In US dollars; None, and not in the equity, where there is no price."""


@dataclass(frozen=True, kw_only=True)
class AccountSummary:
    """How an account stands at its venue. Sums are in US dollars."""

    account: str
    mode: AccountMode
    equity: Decimal
    margin_used: Decimal
    available: Decimal
    pools: list[CollateralPool]
    positions: list[Position]
    balances: list[Balance]
    time: datetime
    """By the venue's clock."""


@dataclass(frozen=True)
class GetAccountSummary(Request[AccountSummary]):
    """How an account stands. One that cannot be read in full is an error, never a zero."""

    account: str
