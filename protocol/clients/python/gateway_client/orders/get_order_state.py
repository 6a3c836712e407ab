"""GetOrderState."""

from dataclasses import dataclass

from ..request import Request
from .order_state import OrderState


@dataclass(frozen=True)
class GetOrderState(Request[list[OrderState | None]]):
    """States aligned with the ids; None for an unknown one. At most 1,000."""

    order_ids: list[int]
