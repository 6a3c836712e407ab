"""SubscribeAlerts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..request import StreamRequest


@dataclass(frozen=True, kw_only=True)
class Alert:
    """Something that somebody should look at."""

    sequence: int
    time: datetime
    kind: str
    severity: str
    message: str
    account: str | None = None
    """None where it concerns none."""
    order_id: int | None = None
    """None where it concerns none."""


@dataclass(frozen=True, kw_only=True)
class SubscribeAlerts(StreamRequest[list[Alert]]):
    """Alerts as they happen. Each item is a list of those that traveled together; the first comes also when it is empty."""

    path: str | None = None
    """Only alerts of this kind."""
    seek: int | None = None
    """A sequence that was seen before: the alerts after it come first."""

    @property
    def position(self) -> int | None:
        return self.seek

    def resumed(self, position: int) -> SubscribeAlerts:
        return replace(self, seek=position)

    def newest(self, response: Any) -> int:
        return max((alert["sequence"] for alert in response), default=0)

    def unseen(self, response: Any, position: int) -> list[Any]:
        return [alert for alert in response if alert["sequence"] > position]
