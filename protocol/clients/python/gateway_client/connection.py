"""Keeps the gateway within reach."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from decimal import Decimal
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.legacy.client import WebSocketClientProtocol

from .backoff import Backoff
from .conversation import Conversation
from .dialer import Dialer
from .errors import AuthenticationError, GatewayError, ProtocolError, RefusedError, UnreachableError

log = logging.getLogger("gateway_client")

Outbox = asyncio.Queue[Conversation]


class Connection:
    """One WebSocket at a time, replaced when it is lost, and every open conversation carried on over the next.

    Requests leave in the order in which they were asked, also when they are said again.
    """

    def __init__(self, dialer: Dialer, backoff: Backoff) -> None:
        self._dialer = dialer
        self._backoff = backoff
        # Bounded by the callers: each entry is somebody who waits for an answer or reads a stream.
        self._conversations: dict[int, Conversation] = {}
        self._outbox: Outbox | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._ended: GatewayError | None = UnreachableError("The connection was not opened.")

    @property
    def is_connected(self) -> bool:
        """Whether there is a live socket at this moment."""
        return self._outbox is not None

    async def open(self) -> None:
        """Connects, once: a wrong address or key shows at once. From then on the connection is kept."""
        try:
            socket = await self._dialer.dial()
        except (OSError, WebSocketException) as error:
            raise UnreachableError(f"The gateway cannot be reached: {error}") from error
        self._ended = None
        self._keeping = asyncio.create_task(self._keep(socket, self._refilled()))

    async def close(self) -> None:
        """Closes the socket and ends every conversation."""
        if self._keeping is None:
            return
        self._end(UnreachableError("The client is closed."))
        self._keeping.cancel()
        with suppress(asyncio.CancelledError):
            await self._keeping

    def begin(self, conversation: Conversation) -> None:
        """Says its request, now or when there is a connection."""
        if self._ended is not None:
            raise self._ended
        self._conversations[conversation.id] = conversation
        self._say(conversation)

    def forget(self, conversation: Conversation) -> bool:
        """Ends it on this side; True if the gateway may still answer it on this connection."""
        self._conversations.pop(conversation.id, None)
        return self.is_connected and conversation.times_said > 0

    async def _keep(self, socket: WebSocketClientProtocol, outbox: Outbox) -> None:
        waits = self._backoff.waits()
        try:
            while True:
                if await self._converse(socket, outbox):
                    waits = self._backoff.waits()
                # The library's close() may swallow a cancellation (wait_for of Python 3.11 does).
                if self._ended is not None:
                    return
                socket = await self._redial(waits)
                outbox = self._refilled()
        except AuthenticationError as error:
            self._end(error)
        except Exception as error:
            log.exception("The connection to the gateway ended by a defect of this client")
            self._end(ProtocolError(f"A defect of this client ended the connection: {error!r}"))

    async def _redial(self, waits: Any) -> WebSocketClientProtocol:
        while True:
            await asyncio.sleep(next(waits))
            try:
                return await self._dialer.dial()
            except (OSError, WebSocketException) as error:
                log.info("The gateway is still out of reach: %s", error)

    def _refilled(self) -> Outbox:
        """What a new connection has to say first: everything that is still to be answered, in its order."""
        self._outbox = asyncio.Queue()
        for conversation in self._conversations.values():
            self._outbox.put_nowait(conversation)
        return self._outbox

    async def _converse(self, socket: WebSocketClientProtocol, outbox: Outbox) -> bool:
        """Lives as long as the socket; True if the gateway ever spoke, so that a gateway which only hangs up is not rushed."""
        heard = False
        speaking = asyncio.create_task(self._speak(socket, outbox))
        why: object = "the gateway closed it"
        try:
            async for frame in socket:
                self._hear(frame)
                heard = True
        except (OSError, WebSocketException, ProtocolError) as error:
            why = error
        finally:
            self._outbox = None
            speaking.cancel()
            await socket.close()
        log.warning("The connection to the gateway was lost: %s", why)
        for conversation in list(self._conversations.values()):
            if not conversation.cut():
                self.forget(conversation)
        return heard

    async def _speak(self, socket: WebSocketClientProtocol, outbox: Outbox) -> None:
        """The only one who writes, so that requests leave in order. A failure to write ends the reading too."""
        with suppress(OSError, WebSocketException):
            while True:
                conversation = await outbox.get()
                if self._conversations.get(conversation.id) is conversation:
                    await socket.send(conversation.frame())

    def _say(self, conversation: Conversation) -> None:
        if self._outbox is not None:
            self._outbox.put_nowait(conversation)

    def _hear(self, frame: str | bytes) -> None:
        message = _parse(frame)
        conversation = self._conversations.get(message["id"])
        if conversation is None:
            if message["id"] is None:
                log.error("The gateway could not read a request of ours: %s", frame)
        elif "error" in message:
            self._refuse(conversation, message["error"])
        elif not conversation.answered(message["response"], message.get("sequence")):
            self.forget(conversation)

    def _refuse(self, conversation: Conversation, error: dict[str, Any]) -> None:
        refusal = RefusedError(error["code"], error["message"], error.get("details"))
        if not conversation.refused(refusal):
            self.forget(conversation)
            return
        wait = refusal.retry_after.total_seconds() if refusal.retry_after else next(self._backoff.waits())
        asyncio.get_running_loop().call_later(wait, self._say_again, conversation, self._outbox)

    def _say_again(self, conversation: Conversation, outbox: Outbox | None) -> None:
        # A connection that was replaced meanwhile has said everything again already.
        if outbox is self._outbox:
            self._say(conversation)

    def _end(self, error: GatewayError) -> None:
        self._ended = error
        for conversation in self._conversations.values():
            conversation.fail(error)
        self._conversations.clear()


def _parse(frame: str | bytes) -> dict[str, Any]:
    try:
        message = json.loads(frame, parse_float=Decimal)
        if "id" not in message or ("response" not in message and not {"code", "message"} <= message["error"].keys()):
            raise ValueError("neither response nor error")
        return message
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        # Whatever it was meant to tell is told again after a resume.
        raise ProtocolError(f"The gateway sent what is no answer: {error}") from error
