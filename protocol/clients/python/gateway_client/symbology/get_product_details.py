"""GetProductDetails."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..request import Request


class ProductClass(StrEnum):
    """What kind of thing a product is."""

    COIN = "Coin"
    FIAT = "Fiat"
    EQUITY = "Equity"
    COMMODITY = "Commodity"
    ENERGY = "Energy"
    METAL = "Metal"
    FUTURE = "Future"
    PERPETUAL = "Perpetual"
    OPTION = "Option"
    INDEX = "Index"
    UNKNOWN = "Unknown"


@dataclass(frozen=True, kw_only=True)
class ProductDetails:
    """A product: something one can own or owe."""

    id: str
    name: str
    class_: ProductClass
    """``class`` on the wire."""
    cficode: str | None
    """ISO 10962."""
    price_in_limit_dollars: Decimal | None
    """What limits count one unit as, in USD; None while no price is known."""
    underlying: str | None


@dataclass(frozen=True)
class GetProductDetails(Request[list[ProductDetails | None]]):
    """Products by id, aligned with the ids; None for an unknown one. At most 1,000."""

    product: list[str]
