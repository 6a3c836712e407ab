"""What has become of an order."""

from enum import IntFlag


class OrderState(IntFlag):
    """Bits. ``OUT`` is final: nothing more trades, though a fill may still be reported late."""

    OPEN = 1
    REJECTED = 2
    ACKED = 4
    FILLED = 8
    """At least partly."""
    CANCELING = 16
    CANCELED = 32
    OUT = 64
    STALE = 128
    """The outcome is unknown until the venue has been asked."""

    def __str__(self) -> str:
        """The names of the bits that are set, as the protocol's pages write them: ``Acked+Filled+Out``."""
        return "+".join((bit.name or str(int(bit))).title() for bit in self)
