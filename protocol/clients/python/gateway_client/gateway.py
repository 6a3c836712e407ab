"""The way in."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import count
from typing import Any, Self, TypeVar

from .backoff import Backoff
from .connection import Connection
from .conversation import Call
from .dialer import Dialer
from .errors import GatewayError, UnreachableError
from .orders.unsubscribe import Unsubscribe
from .request import Request, StreamRequest
from .subscription import Subscription

T = TypeVar("T")


class Gateway:
    """A client of a gateway: asks requests, reads streams, and stays connected until it is closed.

    ``url`` is the endpoint, such as ``ws://127.0.0.1:8080/ws``; ``key`` the API key. ``timeout`` is how many seconds
    a request may take, reconnects included, where its caller says nothing else.

        async with Gateway("ws://127.0.0.1:8080/ws", "demo") as gateway:
            print(await gateway.ask(SearchSymbol(pat="btc", limit=5)))
    """

    def __init__(self, url: str, key: str, *, timeout: float = 10.0, backoff: Backoff = Backoff()) -> None:
        self._timeout = timeout
        self._ids = count(1)
        self._connection = Connection(Dialer(url, key, timeout), backoff)

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @property
    def is_connected(self) -> bool:
        """Whether there is a connection at this moment. Requests may be asked either way."""
        return self._connection.is_connected

    async def open(self) -> None:
        """Connects. Raises AuthenticationError or UnreachableError; later losses are repaired silently."""
        await self._connection.open()

    async def close(self) -> None:
        """Closes the connection. Whoever still waits for an answer gets an error."""
        await self._connection.close()

    async def ask(self, request: Request[T], *, timeout: float | None = None) -> T:
        """Asks and returns the response.

        When the connection is cut, the request is said again on the next one, unless a late repeat could do harm
        (:class:`Effect`). When the caller is canceled or the time is up, it is never said again.

        Raises RefusedError (the gateway said no), UnreachableError (nothing was sent), NoAnswerError (sent, outcome
        unknown), AuthenticationError (the key is not accepted any more).
        """
        call = Call(next(self._ids), request)
        self._connection.begin(call)
        try:
            async with asyncio.timeout(self._timeout if timeout is None else timeout):
                response = await call.answer
        except TimeoutError:
            raise call.unanswered("the time is up") from None
        finally:
            self._connection.forget(call)
        return request.read(response)

    def subscribe(self, request: StreamRequest[T]) -> Subscription[T]:
        """A stream, to be entered: ``async with gateway.subscribe(SubscribeOrderState()) as states``.

        Entering waits for the gateway's first answer and raises its refusal.
        """
        return Subscription(next(self._ids), request, self._begin, self._finish)

    async def _begin(self, subscription: Subscription[Any]) -> None:
        self._connection.begin(subscription)
        try:
            async with asyncio.timeout(self._timeout):
                await subscription.opened
        except TimeoutError:
            self._connection.forget(subscription)
            raise UnreachableError("The gateway did not open the stream in time.") from None

    async def _finish(self, subscription: Subscription[Any]) -> None:
        # On a connection that is gone there is nothing to end.
        if self._connection.forget(subscription):
            with suppress(GatewayError):
                await self.ask(Unsubscribe(subscription=subscription.id))
