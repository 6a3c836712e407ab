"""SubscribeOrderState."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from ..request import StreamRequest
from .order_state import OrderState


@dataclass(frozen=True, kw_only=True)
class OrderUpdate:
    """An order's state after a change."""

    sequence: int
    """Grows strictly over all orders."""
    order_id: int
    state: OrderState
    filled_quantity: Decimal
    average_price: Decimal | None
    reject_reason: str | None
    timestamp: datetime
    price: Decimal | None = None
    """As the order stands, once it was changed; None: as it was placed."""
    quantity: Decimal | None = None
    """Likewise."""


@dataclass(frozen=True, kw_only=True)
class SubscribeOrderState(StreamRequest[list[OrderUpdate]]):
    """Every change of every order that the key may see. Each item is a list of updates that traveled together.

    The first is the snapshot of open orders, or with ``after``, a sequence that was seen before, what has changed
    since; it comes also when it is empty.
    """

    after: int | None = None

    @property
    def position(self) -> int | None:
        return self.after

    def resumed(self, position: int) -> SubscribeOrderState:
        return replace(self, after=position)

    def newest(self, response: Any) -> int:
        return max((update["sequence"] for update in response), default=0)

    def unseen(self, response: Any, position: int) -> list[Any]:
        return [update for update in response if update["sequence"] > position]
