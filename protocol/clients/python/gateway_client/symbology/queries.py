"""Which tradable products: ``And([Base("BTC"), Not(Venue("HYPERLIQUID"))])``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..wire.variant import Variant


class Query(Variant):
    """A condition on a tradable product."""


@dataclass(frozen=True)
class All(Query):
    """Every one."""


@dataclass(frozen=True)
class Base(Query):
    """Those with this base product, by id or bare symbol."""

    product: str


@dataclass(frozen=True)
class Quote(Query):
    """Those with this quote product, by id or bare symbol."""

    product: str


@dataclass(frozen=True)
class Venue(Query):
    """Those of this venue."""

    venue: str


@dataclass(frozen=True)
class Route(Query):
    """Those reached by this route."""

    route: str


@dataclass(frozen=True)
class Underlying(Query):
    """Those whose base derives from this product, by id or bare symbol."""

    product: str


@dataclass(frozen=True)
class Class(Query):
    """Those whose base is of this class, such as ``Perpetual``."""

    name: str


@dataclass(frozen=True)
class ExchangeSymbol(Query):
    """The one that its venue calls so."""

    symbol: str


class ExpirationRange(Variant):
    """When a product may expire. Times have a time zone."""


@dataclass(frozen=True)
class On(ExpirationRange):
    """At this time."""

    time: datetime


@dataclass(frozen=True)
class OnOrAfter(ExpirationRange):
    """At this time or later."""

    time: datetime


@dataclass(frozen=True)
class OnOrBefore(ExpirationRange):
    """At this time or earlier."""

    time: datetime


@dataclass(frozen=True)
class Between(ExpirationRange):
    """Within these times, both included."""

    first: datetime
    last: datetime


@dataclass(frozen=True)
class Expiration(Query):
    """Those that expire within the range."""

    range: ExpirationRange


@dataclass(frozen=True)
class And(Query):
    """Those that meet all of these."""

    queries: list[Query]


@dataclass(frozen=True)
class Or(Query):
    """Those that meet any of these."""

    queries: list[Query]


@dataclass(frozen=True)
class Not(Query):
    """Those that do not meet this."""

    query: Query
