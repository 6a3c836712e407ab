"""Buy or sell."""

from enum import StrEnum


class Dir(StrEnum):
    """Which way an order goes."""

    BUY = "Buy"
    SELL = "Sell"
