"""A stream of responses that survives the connection."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, Awaitable, Callable, Generic, Self, TypeVar

from .conversation import Conversation
from .errors import ErrorCode, GatewayError, ProtocolError, RefusedError, ResumeRefusedError, SlowConsumerError
from .request import StreamRequest

T = TypeVar("T")

MOST_WAITING = 10_000
"""Responses that may wait for the program to take them."""


class Subscription(Conversation, Generic[T]):
    """To be entered with ``async with`` and read with ``async for``; each item is one response.

    After a cut it goes on behind the last response it received: none is missed, none comes twice.
    """

    def __init__(
        self,
        id: int,
        request: StreamRequest[T],
        open: Callable[[Subscription[T]], Awaitable[None]],
        close: Callable[[Subscription[T]], Awaitable[None]],
    ) -> None:
        super().__init__(id, request)
        self._stream = request
        self._open = open
        self._close = close
        self._position = request.position
        self._waiting: deque[Any] = deque()
        self._news = asyncio.Event()
        self._failure: GatewayError | None = None
        self._ended = False
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done when the gateway has answered the first time."""

    @property
    def position(self) -> int | None:
        """The highest sequence received so far; to resume after it, also from another process."""
        return self._position

    def fields(self) -> dict[str, Any]:
        return super().fields() if self._position is None else self._stream.resumed(self._position).fields()

    async def __aenter__(self) -> Self:
        await self._open(self)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._end(None)
        await self._close(self)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while not self._waiting:
            if self._failure is not None:
                raise self._failure
            if self._ended:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        return self._stream.read(self._waiting.popleft())

    def answered(self, response: Any, sequence: int | None = None) -> bool:
        if self._ended:
            return False
        opening = not self.opened.done()
        if opening:
            self.opened.set_result(None)
        try:
            return self._take(response, sequence or 0, opening)
        except (KeyError, TypeError) as error:
            self._end(ProtocolError(f"The gateway sent what is no update: {error!r} in {response!r}"))
            return False

    def _take(self, response: Any, sequence: int, opening: bool) -> bool:
        if self._position is not None:
            response = self._stream.unseen(response, self._position)
            # The first response is an answer, also when it is empty; later ones are news or nothing.
            if not response and not opening:
                self._position = max(self._position, sequence)
                return True
        if len(self._waiting) >= MOST_WAITING:
            self._end(SlowConsumerError(self._position, MOST_WAITING))
            return False
        self._position = max(self._position or 0, sequence, self._stream.newest(response))
        self._waiting.append(response)
        self._news.set()
        return True

    def refused(self, error: RefusedError) -> bool:
        if self.opened.done() and error.is_of_the_moment:
            return True
        if self.opened.done() and self._position is not None and error.code == ErrorCode.INVALID_REQUEST:
            self._end(ResumeRefusedError(self._position, error))
        else:
            self._end(error)
        return False

    def cut(self) -> bool:
        return not self._ended

    def fail(self, error: GatewayError) -> None:
        self._end(error)

    def _end(self, failure: GatewayError | None) -> None:
        if self._ended:
            return
        self._ended = True
        self._failure = failure
        self._news.set()
        if not self.opened.done():
            self.opened.set_result(None) if failure is None else self.opened.set_exception(failure)
