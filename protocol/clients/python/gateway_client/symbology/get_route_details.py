"""GetRouteDetails."""

from dataclasses import dataclass

from ..request import Request
from .place import Place


@dataclass(frozen=True)
class GetRouteDetails(Request[list[Place | None]]):
    """Routes by id, aligned with the ids; None for an unknown one. At most 1,000."""

    route: list[str]
