"""GetFillDetails."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import IntFlag, StrEnum

from ..orders.dir import Dir
from ..request import Request


class FillKind(StrEnum):
    """Whether a fill could be read."""

    NORMAL = "Normal"
    ABERRANT = "Aberrant"
    """Not in full: what could be is set, the rest is None, the venue's text is in ``raw``."""


class Liquidity(StrEnum):
    """Who was there first."""

    MAKER = "Maker"
    TAKER = "Taker"


class FillWarnings(IntFlag):
    """What is odd about a fill."""

    FILL_AFTER_OUT = 1
    OVERFILLED = 2
    NOT_OUR_ORDER = 4


@dataclass(frozen=True, kw_only=True)
class FillDetails:
    """A trade of ours."""

    fill_id: str
    id: int | None
    """The order; None where no order of the gateway caused it."""
    kind: FillKind
    dir: Dir | None
    price: Decimal | None
    quantity: Decimal | None
    target: str | None
    account: str | None
    exchange_fill_id: str | None
    exchange_order_id: str | None
    fee: Decimal | None
    """Negative for a rebate."""
    fee_product: str | None
    liquidity: Liquidity | None
    trade_time: datetime | None
    recv_time: datetime | None
    warnings: FillWarnings
    raw: str | None = None


@dataclass(frozen=True)
class GetFillDetails(Request[list[FillDetails | None]]):
    """Fills aligned with the ids; None for an unknown one. At most 1,000."""

    fill_ids: list[str]
