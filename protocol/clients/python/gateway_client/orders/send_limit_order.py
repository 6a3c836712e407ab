"""SendLimitOrder."""

import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from ..request import Effect, Request
from .dir import Dir
from .order_params import OrderParams


class TimeInForce(StrEnum):
    """How long an order may rest."""

    GTC = "GTC"
    """Until it is canceled."""
    IOC = "IOC"
    """Not at all: what does not trade at once is canceled."""


def new_client_order_id() -> str:
    """A key that no other order has."""
    return uuid.uuid4().hex


@dataclass(frozen=True, kw_only=True)
class SendLimitOrder(Request[int]):
    """Places an order; the response is its id, given once the order is journaled and handed to the venue.

    What the venue says follows as order state. An order that a limit, a halt or the venue refuses has an id too:
    its state is Rejected|Out.

    The same object may be asked again, also after an error: ``client_order_id`` is chosen when the object is made
    and makes the gateway answer a repeat with the order that exists. Store it first where this program may die.
    """

    effect: ClassVar[Effect] = Effect.REPEATABLE

    target: str
    """The id of the tradable product."""
    dir: Dir
    price: Decimal
    """The worst acceptable, in the quote product. Off-tick prices are refused, never rounded."""
    quantity: Decimal
    """In the base product. Off-lot quantities are refused, never rounded."""
    account: str
    quote_id: str | None = None
    """For venues that stream firm quotes; refused elsewhere."""
    params: OrderParams | None = None
    time_in_force: TimeInForce | None = None
    """GTC where nothing is said."""
    post_only: bool | None = None
    """Refused by the venue rather than taking liquidity."""
    reduce_only: bool | None = None
    """Never increases a position."""
    client_order_id: str = field(default_factory=new_client_order_id)
    """At most 64 characters, per account; the same key and content is the same order for at least a day."""
