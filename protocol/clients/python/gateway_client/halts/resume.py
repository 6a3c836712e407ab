"""Resume."""

from dataclasses import dataclass
from typing import ClassVar

from ..request import Effect, Request
from .halt_scopes import HaltScope


@dataclass(frozen=True)
class Resume(Request[None]):
    """Ends a halt."""

    # Said again late, it could end a halt that somebody called meanwhile.
    effect: ClassVar[Effect] = Effect.ONCE

    resume: HaltScope
