"""GetHalts."""

from dataclasses import dataclass
from datetime import datetime

from ..request import Request
from .halt_scopes import HaltScope


@dataclass(frozen=True)
class HaltInForce:
    """A halt, who called it, and when."""

    halt: HaltScope
    by: str
    since: datetime


@dataclass(frozen=True)
class GetHalts(Request[list[HaltInForce]]):
    """All halts in force."""
