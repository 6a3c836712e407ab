"""CancelOrder."""

from dataclasses import dataclass
from typing import ClassVar

from ..request import Effect, Request


@dataclass(frozen=True)
class CancelOrder(Request[None]):
    """Answered once the cancel is on its way; its outcome follows as order state.

    Refused with ``InvalidRequest`` when the order is out already. As the request is said again after a cut, that
    refusal may be the fruit of its own first saying.
    """

    effect: ClassVar[Effect] = Effect.REPEATABLE

    order_id: int
