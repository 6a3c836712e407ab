"""Which trading a limit or a list is about."""

from dataclasses import dataclass

from ..wire.variant import Variant


class LimitScope(Variant):
    """Which trading. A default holds for each one that has no amount of its own, never as a shared pool."""


@dataclass(frozen=True)
class Global(LimitScope):
    """All of it."""


@dataclass(frozen=True)
class Venue(LimitScope):
    """On this venue."""

    id: str


@dataclass(frozen=True)
class Route(LimitScope):
    """By this route."""

    id: str


@dataclass(frozen=True)
class Product(LimitScope):
    """In this product, as base or underlying."""

    id: str


@dataclass(frozen=True)
class TradableProduct(LimitScope):
    """In this market."""

    id: str


@dataclass(frozen=True)
class ProductDefault(LimitScope):
    """In each product that has no amount of its own."""


@dataclass(frozen=True)
class TradableProductDefault(LimitScope):
    """In each market that has no amount of its own."""
