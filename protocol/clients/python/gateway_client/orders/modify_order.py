"""ModifyOrder."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from ..request import Effect, Request


@dataclass(frozen=True, kw_only=True)
class ModifyOrder(Request[None]):
    """Answered once the change is on its way; its outcome follows as order state, and the order keeps its id.

    What is left out stays as it is. A late repeat could undo another change made meanwhile, so it is never said again.
    """

    effect: ClassVar[Effect] = Effect.ONCE

    order_id: int
    price: Decimal | None = None
    """The new worst acceptable price."""
    quantity: Decimal | None = None
    """The new quantity of the whole order, with what is filled already."""
