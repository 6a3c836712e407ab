"""GetLimits."""

from dataclasses import dataclass
from decimal import Decimal

from ..request import Request
from .limit import Limit
from .scopes import LimitScope
from .sets import LimitSet


@dataclass(frozen=True)
class LimitsInForce:
    """What is set for one pair of set and scope, and what is in use of it."""

    limits: list[Limit]
    in_use: dict[str, Decimal | None]
    """By name of the limit, in limit dollars."""


@dataclass(frozen=True)
class GetLimits(Request[list[LimitsInForce]]):
    """Limits aligned with the pairs."""

    limits: list[tuple[LimitSet, LimitScope]]
