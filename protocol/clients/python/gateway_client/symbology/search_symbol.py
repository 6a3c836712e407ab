"""SearchSymbol."""

from dataclasses import dataclass
from enum import StrEnum

from ..request import Request


class SearchScope(StrEnum):
    """Which kinds of names to search."""

    ALL = "All"
    ROUTE = "Route"
    VENUE = "Venue"
    PRODUCT = "Product"
    TRADABLE_PRODUCT = "TradableProduct"
    PAIR = "Pair"


@dataclass(frozen=True)
class SymbolMatches:
    """What was found, best first, as (score, name); lists outside the scope are empty."""

    pair: list[tuple[int, tuple[str, str]]]
    """Base and quote product."""
    product: list[tuple[int, str]]
    route: list[tuple[int, str]]
    tradable_product: list[tuple[int, str]]
    venue: list[tuple[int, str]]


@dataclass(frozen=True, kw_only=True)
class SearchSymbol(Request[SymbolMatches]):
    """Finds names by the words they contain, whatever their case."""

    pat: str
    """Words that must all match; empty lists everything by name."""
    limit: int = 20
    """The most to be found per list, 1 … 1000."""
    scope: SearchScope = SearchScope.ALL
