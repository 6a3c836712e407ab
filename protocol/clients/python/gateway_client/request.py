"""What a request is: fields to send, the type of its response, and what a repeat of it would do."""

from __future__ import annotations

from enum import Enum
from typing import Any, ClassVar, Generic, Self, TypeVar, get_args

from .wire.decoding import decode
from .wire.encoding import encode_fields

T = TypeVar("T")


class Effect(Enum):
    """What saying a request twice does. Decides what happens when the connection is cut before the answer."""

    NONE = "a read: it is said again"
    REPEATABLE = "twice is as good as once: it is said again"
    ONCE = "a late repeat could undo what another did meanwhile: it ends in NoAnswerError"


class Request(Generic[T]):
    """A request of the protocol whose response is a ``T``.

    Each request type is a dataclass: its name and its fields are those of the wire. Fields that are None are left out.
    """

    effect: ClassVar[Effect] = Effect.NONE

    def fields(self) -> dict[str, Any]:
        """The fields as they are sent, without ``id`` and ``type``."""
        return encode_fields(self)

    def read(self, response: Any) -> T:
        """The response as a value; a ProtocolError if it is not what the protocol says."""
        return decode(_response_type(type(self)), response)


class StreamRequest(Request[T]):
    """A request that is answered at once, with a list, and then again and again with what is new."""

    @property
    def position(self) -> int | None:
        """The sequence after which the caller wants the stream to go on."""
        raise NotImplementedError

    def resumed(self, position: int) -> Self:
        """The same request, going on after this sequence."""
        raise NotImplementedError

    def newest(self, response: Any) -> int:
        """The sequence that this response reaches; 0 where it tells none."""
        raise NotImplementedError

    def unseen(self, response: Any, position: int) -> list[Any]:
        """What of this response comes after the position."""
        raise NotImplementedError


def _response_type(request: type) -> Any:
    """The T that the class was declared with: ``class X(Request[T])``."""
    for base in request.__orig_bases__:  # type: ignore[attr-defined]
        for argument in get_args(base):
            return argument
    raise TypeError(f"{request.__name__} does not say what its response is.")
