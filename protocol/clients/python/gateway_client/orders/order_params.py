"""What a limit order may be besides plain."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..wire.variant import Variant


class OrderParams(Variant):
    """A special kind of order."""


class TriggerKind(StrEnum):
    """On which side of the market the trigger lies."""

    STOP_LOSS = "StopLoss"
    TAKE_PROFIT = "TakeProfit"


@dataclass(frozen=True, kw_only=True)
class Trigger(OrderParams, members=True):
    """Sleeps at the venue until the price is touched."""

    trigger_price: Decimal
    kind: TriggerKind
    market: bool
    """True: then trades at any price; False: becomes the limit order."""
