"""SetLimits."""

from dataclasses import dataclass
from typing import ClassVar

from ..request import Effect, Request
from .limit import Limit


@dataclass(frozen=True)
class SetLimits(Request[None]):
    """Sets all of these or none; in force from the next order. Needs the permission ``Risk``."""

    # Said again late, it could undo what somebody else set meanwhile.
    effect: ClassVar[Effect] = Effect.ONCE

    limits: list[Limit]
