"""What a halt covers."""

from dataclasses import dataclass

from ..wire.variant import Variant


class HaltScope(Variant):
    """What a halt covers."""


@dataclass(frozen=True)
class Global(HaltScope):
    """Everything."""


@dataclass(frozen=True)
class Venue(HaltScope):
    """This venue."""

    id: str


@dataclass(frozen=True)
class Route(HaltScope):
    """This route."""

    id: str


@dataclass(frozen=True)
class VenueRoute(HaltScope):
    """This venue by this route."""

    venue: str
    route: str


@dataclass(frozen=True)
class TradableProduct(HaltScope):
    """This market."""

    id: str


@dataclass(frozen=True)
class Account(HaltScope):
    """This account."""

    name: str
