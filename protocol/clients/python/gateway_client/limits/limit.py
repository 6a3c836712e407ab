"""The kinds of limits. Amounts are limit dollars: |quantity| × the base product's mark price in USD."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from ..wire.variant import Variant
from .scopes import LimitScope
from .sets import LimitSet

Amount = Decimal | Literal["unlimited"] | None
"""The most that is allowed; ``"unlimited"`` overrides a default; None removes the limit."""


class Limit(Variant):
    """A limit, or one of the numbers that limits count with; None is the number's default."""


@dataclass(frozen=True)
class MaxOpen(Limit):
    """The most that may be open at once: buys and sells added, summed over products."""

    set: LimitSet
    scope: LimitScope
    amount: Amount


@dataclass(frozen=True)
class MaxOpenAndRecentlyFilled(Limit):
    """The same, with fills younger than FillRecencyThreshold."""

    set: LimitSet
    scope: LimitScope
    amount: Amount


@dataclass(frozen=True)
class MaxFilled(Limit):
    """The worst side: net fills younger than FillRetireThreshold and what is open on that side."""

    set: LimitSet
    scope: LimitScope
    amount: Amount


@dataclass(frozen=True)
class MaxOrder(Limit):
    """The most that one order may be."""

    set: LimitSet
    scope: LimitScope
    amount: Amount


@dataclass(frozen=True)
class SetEnforcing(Limit):
    """False: breaches of the set's limits only alert."""

    set: LimitSet
    enforcing: bool


@dataclass(frozen=True)
class MaxPriceDeviation(Limit):
    """Refuses a price that is further from the reference price than this fraction of it."""

    fraction: Decimal | None


@dataclass(frozen=True)
class FillRecencyThreshold(Limit):
    """How long a fill is recent."""

    age: timedelta | None


@dataclass(frozen=True)
class FillRetireThreshold(Limit):
    """How long a fill counts at all."""

    age: timedelta | None


@dataclass(frozen=True)
class OutRetireThreshold(Limit):
    """How long orders that are out stay in memory; the journal keeps them."""

    age: timedelta | None


@dataclass(frozen=True)
class NotOutThreshold(Limit):
    """After how long a canceled order that is not out raises an alert."""

    age: timedelta | None
