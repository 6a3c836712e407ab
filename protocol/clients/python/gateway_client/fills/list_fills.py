"""ListFills."""

from dataclasses import dataclass
from datetime import datetime

from ..limits.scopes import Global, LimitScope
from ..limits.sets import Firm, LimitSet
from ..request import Request


@dataclass(frozen=True, kw_only=True)
class ListFills(Request[list[tuple[int | None, str]]]):
    """Fills as (order id, fill id), oldest first. The order id is None where no order of the gateway caused it."""

    scope: LimitScope = Global()
    set: LimitSet = Firm()
    after: datetime | None = None
    limit: int | None = None
    """1 … 10,000."""
