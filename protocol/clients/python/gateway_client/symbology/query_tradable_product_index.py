"""QueryTradableProductIndex."""

from dataclasses import dataclass

from ..request import Request
from .queries import Query


@dataclass(frozen=True)
class QueryTradableProductIndex(Request[list[str]]):
    """The ids of the tradable products that meet a condition, sorted."""

    query: Query | str
    """Values of :mod:`queries`, or text such as ``Base("BTC") && !Quote("USDC Crypto")``."""
