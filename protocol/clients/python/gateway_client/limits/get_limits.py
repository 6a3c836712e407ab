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
    in_use: dict[str, Decimal | None] | None
    """By name of the limit, in limit dollars; None for defaults, which are no pool."""


@dataclass(frozen=True)
class GetLimits(Request[list[LimitsInForce | None]]):
    """Limits aligned with the pairs; None where the key may not see the set."""

    limits: list[tuple[LimitSet, LimitScope]]
