"""Everything that can go wrong, by what it means for the caller."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any, Mapping


class ErrorCode(StrEnum):
    """The codes a gateway answers with. A newer gateway may know more: then the code stays a plain string."""

    MALFORMED_MESSAGE = "MalformedMessage"
    UNKNOWN_REQUEST_TYPE = "UnknownRequestType"
    NOT_SUPPORTED = "NotSupported"
    INVALID_REQUEST = "InvalidRequest"
    NOT_PERMITTED = "NotPermitted"
    UNKNOWN_ACCOUNT = "UnknownAccount"
    UNKNOWN_TRADABLE_PRODUCT = "UnknownTradableProduct"
    UNKNOWN_VENUE = "UnknownVenue"
    UNKNOWN_ROUTE = "UnknownRoute"
    UNKNOWN_PRODUCT = "UnknownProduct"
    UNKNOWN_ORDER = "UnknownOrder"
    VENUE_UNAVAILABLE = "VenueUnavailable"
    RATE_LIMITED = "RateLimited"
    OVERLOADED = "Overloaded"
    INTERNAL = "Internal"


# These speak of the moment, not of the request: the same request may pass later.
_OF_THE_MOMENT = frozenset(
    {ErrorCode.VENUE_UNAVAILABLE, ErrorCode.RATE_LIMITED, ErrorCode.OVERLOADED, ErrorCode.INTERNAL}
)


class GatewayError(Exception):
    """The root of all errors of this package."""


class RefusedError(GatewayError):
    """The gateway answered with an error; the request had no effect."""

    def __init__(self, code: str, message: str, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code: str = ErrorCode(code) if code in set(ErrorCode) else code
        """An :class:`ErrorCode` where this package knows it."""
        self.message = message
        """One sentence: what was wrong and what would be right."""
        self.details: Mapping[str, Any] = details or {}
        """For ``InvalidRequest``: each offending field with its messages."""

    @property
    def retry_after(self) -> timedelta | None:
        """When a ``RateLimited`` request may be tried again."""
        wait = self.details.get("retry_after_ms")
        return None if wait is None else timedelta(milliseconds=float(wait))

    @property
    def is_of_the_moment(self) -> bool:
        """Whether the same request may pass later."""
        return self.code in _OF_THE_MOMENT


class UnreachableError(GatewayError):
    """The gateway could not be reached in time; nothing was sent."""


class NoAnswerError(GatewayError):
    """The request was sent, but no answer came: it may or may not have had its effect.

    ``request`` is the request as it was sent. Asking a :class:`SendLimitOrder` again is safe, today or after a
    restart of this program: its ``client_order_id`` makes the gateway answer with the order that exists.
    """

    def __init__(self, request: Any, why: str) -> None:
        super().__init__(f"{type(request).__name__} was sent, but no answer came: {why}")
        self.request = request


class AuthenticationError(GatewayError):
    """The gateway does not accept the key (401) or the origin (403). The client does not try again."""

    def __init__(self, status: int) -> None:
        super().__init__(f"The gateway refused the connection with HTTP {status}: is the API key right?")
        self.status = status


class ResumeRefusedError(GatewayError):
    """A stream could not go on where it was cut: updates after ``after`` are missed.

    Subscribe anew (the first response is a snapshot) and ask for the orders you care about.
    """

    def __init__(self, after: int, refusal: RefusedError) -> None:
        super().__init__(f"The gateway cannot resume after {after}: {refusal.message}")
        self.after = after
        self.refusal = refusal


class SlowConsumerError(GatewayError):
    """The program took the stream's responses too slowly. Subscribe again with ``after``: nothing is lost."""

    def __init__(self, after: int | None, most: int) -> None:
        super().__init__(f"More than {most} responses waited to be read; subscribe again after {after}.")
        self.after = after


class ProtocolError(GatewayError):
    """The gateway said something that the protocol does not allow."""
