"""GetCanonicalTradableProduct."""

from dataclasses import dataclass

from ..request import Request


@dataclass(frozen=True)
class GetCanonicalTradableProduct(Request[list[str | None]]):
    """The most liquid market of each product against USD, USDC or USDT, aligned; None where there is none."""

    product: list[str]
