"""GetRejectReason."""

from dataclasses import dataclass

from ..request import Request


@dataclass(frozen=True)
class GetRejectReason(Request[list[str | None]]):
    """Why orders were rejected, in the words of who did; None where an order is unknown or was not rejected."""

    order_ids: list[int]
