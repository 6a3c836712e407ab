"""What is said under one ``id``, and goes on when the connection is replaced."""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from typing import Any

from .errors import GatewayError, NoAnswerError, RefusedError, UnreachableError
from .request import Effect, Request


class Conversation(ABC):
    """A request and its answers. The connection tells it what happens; it tells the connection whether it goes on."""

    def __init__(self, id: int, request: Request[Any]) -> None:
        self.id = id
        self.times_said = 0
        """How often its request was sent, on whatever connection."""
        self._asked = request
        # Written once and at once: what cannot be sent is its caller's error, and a repeat has the same content.
        self._fields = request.fields()

    def frame(self) -> str:
        """The request as it is to be said now."""
        self.times_said += 1
        return json.dumps({"id": self.id, "type": type(self._asked).__name__, **self.fields()})

    def fields(self) -> dict[str, Any]:
        """The request's fields as they are to be said now."""
        return self._fields

    @abstractmethod
    def answered(self, response: Any, sequence: int | None = None) -> bool:
        """Takes a response, and the sequence up to which it tells everything, where it says so; True if more are expected."""

    @abstractmethod
    def refused(self, error: RefusedError) -> bool:
        """Takes an error; True if the request is to be said again a little later."""

    @abstractmethod
    def cut(self) -> bool:
        """Takes the loss of the connection; True if the request is to be said again on the next."""

    @abstractmethod
    def fail(self, error: GatewayError) -> None:
        """Ends it: there will be no next connection."""


class Call(Conversation):
    """One request, one answer."""

    def __init__(self, id: int, request: Request[Any]) -> None:
        super().__init__(id, request)
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def answered(self, response: Any, sequence: int | None = None) -> bool:
        if not self.answer.done():
            self.answer.set_result(response)
        return False

    def refused(self, error: RefusedError) -> bool:
        # An earlier saying may have had its effect, so a refusal of the moment does not yet tell how it ended.
        if self.times_said > 1 and self._asked.effect is Effect.REPEATABLE and error.is_of_the_moment:
            return True
        self._raise(error)
        return False

    def cut(self) -> bool:
        if self.times_said == 0 or self._asked.effect is not Effect.ONCE:
            return True
        self._raise(self.unanswered("the connection was cut"))
        return False

    def fail(self, error: GatewayError) -> None:
        if self.times_said > 0:
            unknown = self.unanswered(str(error))
            unknown.__cause__ = error
            error = unknown
        self._raise(error)

    def unanswered(self, why: str) -> GatewayError:
        """The error for a caller who waits no longer: it depends on whether anything was sent."""
        if self.times_said == 0:
            return UnreachableError(f"{type(self._asked).__name__} was not sent: {why}")
        return NoAnswerError(self._asked, why)

    def _raise(self, error: GatewayError) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)
