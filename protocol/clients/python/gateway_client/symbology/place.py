"""Venues and routes."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far the gateway has got with a venue."""

    ONLINE = "Online"
    RECONCILING = "Reconciling"
    OFFLINE = "Offline"


@dataclass(frozen=True)
class Place:
    """A venue or a route. Id and name are the same."""

    id: str
    name: str
    status: Status | None = None
