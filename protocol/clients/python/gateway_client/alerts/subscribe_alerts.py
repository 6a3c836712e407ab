"""SubscribeAlerts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from ..request import StreamRequest


@dataclass(frozen=True, kw_only=True)
class Alert:
    """Something that somebody should look at."""

    sequence: int
    time: datetime
    kind: str
    severity: str
    message: str
    order_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class SubscribeAlerts(StreamRequest[Alert]):
    """Alerts as they happen, one per item; with ``seek``, a sequence, also those that came after it."""

    # It answers when there is an alert.
    opens_with_response: ClassVar[bool] = False

    path: str | None = None
    seek: int | None = None

    @property
    def position(self) -> int | None:
        return self.seek

    def resumed(self, position: int) -> SubscribeAlerts:
        return replace(self, seek=position)

    def newest(self, response: Any) -> int:
        return response["sequence"]

    def unseen(self, response: Any, position: int) -> Any | None:
        return response if response["sequence"] > position else None
