"""GetOrderDetails."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ..request import Request
from .dir import Dir
from .order_params import OrderParams
from .order_state import OrderState
from .send_limit_order import TimeInForce


@dataclass(frozen=True, kw_only=True)
class OrderTimes:
    """When an order passed each stop; None for those it has not reached."""

    received: datetime
    journaled: datetime | None
    sent: datetime | None
    acknowledged: datetime | None
    out: datetime | None


@dataclass(frozen=True, kw_only=True)
class PendingModify:
    """A change of an order as it was asked for, until the venue has settled it."""

    price: Decimal
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class OrderDetails:
    """All that is known of an order."""

    id: int
    account: str
    trader: str
    dir: Dir
    price: Decimal
    quantity: Decimal
    target: str
    quote_id: str | None
    params: OrderParams | None
    time_in_force: TimeInForce
    post_only: bool
    reduce_only: bool
    client_order_id: str | None
    timestamp: datetime
    state: OrderState
    filled_quantity: Decimal
    average_price: Decimal | None
    """Of what is filled; None while nothing is."""
    exchange_order_id: str | None
    agg_order_id: str | None
    """What an aggregator that carried the order calls it (route HYPERETH)."""
    intent_hash: str | None
    reject_reason: str | None
    """Of an open order: why its last change was refused."""
    pending_modify: PendingModify | None
    times: OrderTimes


@dataclass(frozen=True)
class GetOrderDetails(Request[list[OrderDetails | None]]):
    """Orders aligned with the ids; None for an unknown one. At most 1,000."""

    order_ids: list[int]
