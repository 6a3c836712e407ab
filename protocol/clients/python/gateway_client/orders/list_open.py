"""ListOpen."""

from dataclasses import dataclass

from ..limits.scopes import Global, LimitScope
from ..limits.sets import Firm, LimitSet
from ..request import Request


@dataclass(frozen=True, kw_only=True)
class ListOpen(Request[list[int]]):
    """The ids of the orders that are not out, ascending; as given, all that the key may see."""

    scope: LimitScope = Global()
    set: LimitSet = Firm()
