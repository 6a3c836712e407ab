"""Unsubscribe."""

from dataclasses import dataclass
from typing import ClassVar

from ..request import Effect, Request


@dataclass(frozen=True)
class Unsubscribe(Request[None]):
    """Ends a stream, or all of the connection. Leaving a subscription's ``async with`` asks it for you."""

    # A stream ends with its connection, so there is nothing to say again.
    effect: ClassVar[Effect] = Effect.ONCE

    subscription: int | None = None
    """The ``id`` of the subscription; None for all."""
