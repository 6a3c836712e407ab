"""Whose trading a limit or a list is about."""

from dataclasses import dataclass

from ..wire.variant import Variant


class LimitSet(Variant):
    """Whose trading. A default holds for each one that has no amount of its own, never as a shared pool."""


@dataclass(frozen=True)
class Firm(LimitSet):
    """Everybody's."""


@dataclass(frozen=True)
class Desk(LimitSet):
    """Of this desk."""

    name: str


@dataclass(frozen=True)
class Trader(LimitSet):
    """Of this trader."""

    name: str


@dataclass(frozen=True)
class Account(LimitSet):
    """On this account."""

    name: str


@dataclass(frozen=True)
class DeskDefault(LimitSet):
    """Of each desk that has no amount of its own."""


@dataclass(frozen=True)
class TraderDefault(LimitSet):
    """Of each trader who has no amount of his own."""


@dataclass(frozen=True)
class AccountDefault(LimitSet):
    """On each account that has no amount of its own."""
