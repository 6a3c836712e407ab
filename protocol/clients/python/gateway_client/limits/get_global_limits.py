"""GetGlobalLimits."""

from dataclasses import dataclass

from ..request import Request
from .limit import Limit


@dataclass(frozen=True)
class GetGlobalLimits(Request[list[Limit]]):
    """The numbers that belong to no set and scope, such as ``FillRecencyThreshold``, by name."""

    limits: list[str]
