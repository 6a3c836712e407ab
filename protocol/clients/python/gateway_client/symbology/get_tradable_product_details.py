"""GetTradableProductDetails."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntFlag
from typing import Any

from ..request import Request


class TradeFlags(IntFlag):
    """What a market allows."""

    TRADABLE = 1
    REDUCE_ONLY = 2
    POST_ONLY = 4
    TRIGGERS = 8
    ISOLATED_MARGIN_ONLY = 16


@dataclass(frozen=True, kw_only=True)
class TradeInfo:
    """How to trade it."""

    venue: str
    trading_symbol: str
    """What the venue calls it."""
    base_increment: Decimal
    """The lot: quantities are multiples of it."""
    quote_increment: Decimal
    """The finest tick: prices are multiples of it."""
    price_significant_figures: int | None
    """Prices have at most so many; None where the venue has no such rule."""
    min_quantity: Decimal | None
    min_notional: Decimal | None
    """Price times quantity is at least this, in the quote product."""
    max_leverage: Decimal | None
    flags: TradeFlags


@dataclass(frozen=True, kw_only=True)
class TradableProductDetails:
    """A market: base against quote, on a venue, by a route."""

    id: str
    display_name: str
    base: str
    quote: str
    route: str
    is_delisted: bool
    quote_info: dict[str, Any]
    """Which kinds of quotes there are: ``primary``, ``l2``, ``implied``."""
    trade_info: TradeInfo | None


@dataclass(frozen=True)
class GetTradableProductDetails(Request[list[TradableProductDetails | None]]):
    """Markets by id, aligned with the ids; None for an unknown one. At most 1,000."""

    tradable_product: list[str]
