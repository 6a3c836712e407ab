"""GetVenueDetails."""

from dataclasses import dataclass

from ..request import Request
from .place import Place


@dataclass(frozen=True)
class GetVenueDetails(Request[list[Place | None]]):
    """Venues by id, aligned with the ids; None for an unknown one. At most 1,000."""

    venue: list[str]
