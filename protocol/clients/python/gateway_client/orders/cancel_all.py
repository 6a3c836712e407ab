"""CancelAll."""

from dataclasses import dataclass
from typing import ClassVar

from ..limits.scopes import LimitScope
from ..limits.sets import LimitSet
from ..request import Effect, Request


@dataclass(frozen=True, kw_only=True)
class CancelAll(Request[list[int]]):
    """Answered with the ids of the orders whose cancel is on its way, ascending; their outcome follows as order state.

    Nothing is left out by default: who cancels everything says so. A late repeat could cancel orders that were placed
    meanwhile, so it is never said again.
    """

    effect: ClassVar[Effect] = Effect.ONCE

    scope: LimitScope
    set: LimitSet
