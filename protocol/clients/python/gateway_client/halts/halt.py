"""Halt."""

from dataclasses import dataclass
from typing import ClassVar

from ..request import Effect, Request
from .halt_scopes import HaltScope


@dataclass(frozen=True)
class Halt(Request[None]):
    """Refuses new orders and lets cancels pass, until it is resumed."""

    # A late repeat can only halt what somebody resumed meanwhile: the safe side.
    effect: ClassVar[Effect] = Effect.REPEATABLE

    halt: HaltScope
    cancel_open: bool | None = None
    """Also cancels the open orders that it covers."""
