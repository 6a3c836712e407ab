"""QueryVenue."""

from dataclasses import dataclass
from typing import Any

from ..request import Request


@dataclass(frozen=True)
class VenueAnswer:
    """What the venue said, as JSON: decimals are text, as on the wire."""

    answer: Any


@dataclass(frozen=True)
class QueryVenue(Request[VenueAnswer]):
    """Passes a question on to a venue, for the address of an account. Only questions that change nothing are passed on."""

    venue: str
    query: dict[str, Any]
    """``type``, the venue's name of the question, and its parameters."""
    account: str | None = None
    """Whose account it is about."""
