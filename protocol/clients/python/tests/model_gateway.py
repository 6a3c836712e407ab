"""A gateway small enough to be right: orders by key, a feed of updates, and a socket that is cut where a test says."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from typing import Any, Callable

from websockets.exceptions import ConnectionClosed
from websockets.legacy.server import WebSocketServerProtocol, serve

KEY = "a key"


class Cut(Exception):
    """The socket was cut here."""


class ModelGateway:
    """Counts the steps of all its connections (accept, upgrade, read, do, half an answer, answer) and cuts at some."""

    def __init__(self) -> None:
        self.cuts: set[int] = set()
        self.steps = 0
        self.requests: list[dict[str, Any]] = []
        """All that was read, in order."""
        self.orders: dict[str, int] = {}
        """Order ids by ``client_order_id``, in the order placed."""
        self.feed: list[dict[str, Any]] = []
        self.oldest = 0
        """The first sequence after which it can still replay."""
        self.refusals: list[str] = []
        """Codes to refuse the next requests with."""
        self.silent: set[str] = set()
        """Request types that get no answer."""
        self.status: HTTPStatus | None = None
        """Refuses connections with this."""
        self.respond: Callable[[dict[str, Any]], Any] = lambda request: None
        """Answers the request types that the model does not know."""
        self._subscribers: dict[tuple[WebSocketServerProtocol, int], None] = {}
        self._sockets: set[WebSocketServerProtocol] = set()
        self.news = asyncio.Condition()

    async def __aenter__(self) -> ModelGateway:
        self._server = await serve(self._converse, "127.0.0.1", 0, process_request=self._upgrade)
        self.url = f"ws://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/ws"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cut()
        self._server.close()
        await self._server.wait_closed()

    def cut(self) -> None:
        """Cuts every connection, now."""
        for socket in self._sockets:
            socket.transport.abort()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until something that was read or done makes the condition true."""
        async with self.news:
            await self.news.wait_for(condition)

    async def subscribed(self) -> None:
        """Waits for a subscriber."""
        await self.until(lambda: bool(self._subscribers))

    async def publish(self, *order_ids: int) -> None:
        """Tells all subscribers that these orders have changed, in one message."""
        updates = []
        for order_id in order_ids:
            updates.append(self._update(order_id))
            self.feed.append(updates[-1])
        for socket, id in list(self._subscribers):
            try:
                await self._send(socket, {"id": id, "response": updates})
            except (Cut, ConnectionClosed):
                self._subscribers.pop((socket, id), None)

    async def say(self, text: str) -> None:
        """Sends this to everyone, whatever it is."""
        for socket in list(self._sockets):
            await socket.send(text)

    def _update(self, order_id: int) -> dict[str, Any]:
        sequence = self.feed[-1]["sequence"] + 3 if self.feed else 1
        return {
            "sequence": sequence,
            "order_id": order_id,
            "state": 5,
            "filled_quantity": "0",
            "average_price": None,
            "reject_reason": None,
            "timestamp": "2026-01-02T03:04:05.678901Z",
        }

    async def _upgrade(self, path: str, headers: Any) -> tuple[HTTPStatus, list[Any], bytes] | None:
        self.steps += 1
        if self.status is not None or self.steps in self.cuts:
            return self.status or HTTPStatus.BAD_GATEWAY, [], b""
        return None if headers["Authorization"] == f"Bearer {KEY}" else (HTTPStatus.UNAUTHORIZED, [], b"")

    async def _converse(self, socket: WebSocketServerProtocol) -> None:
        self._sockets.add(socket)
        try:
            self._step(socket)
            async for text in socket:
                await self._read(socket, json.loads(text))
        except (Cut, ConnectionClosed):
            pass
        finally:
            self._sockets.discard(socket)
            self._subscribers = {key: None for key in self._subscribers if key[0] is not socket}

    async def _read(self, socket: WebSocketServerProtocol, request: dict[str, Any]) -> None:
        self._step(socket)
        self.requests.append(request)
        async with self.news:
            self.news.notify_all()
        if request["type"] in self.silent:
            return
        if self.refusals:
            code = self.refusals.pop(0)
            await self._send(socket, {"id": request["id"], "error": {"code": code, "message": "Not now."}})
            return
        answer = self._do(socket, request)
        self._step(socket)
        await self._send(socket, {"id": request["id"], **answer})
        async with self.news:
            self.news.notify_all()

    def _do(self, socket: WebSocketServerProtocol, request: dict[str, Any]) -> dict[str, Any]:
        match request["type"]:
            case "SendLimitOrder":
                return {"response": self.orders.setdefault(request["client_order_id"], 100 + len(self.orders))}
            case "SubscribeOrderState":
                after = request.get("after")
                if after is not None and after < self.oldest:
                    return {"error": {"code": "InvalidRequest", "message": "Too old.", "details": {"after": ["Too old."]}}}
                self._subscribers[socket, request["id"]] = None
                missed = [update for update in self.feed if after is not None and update["sequence"] > after]
                return {"response": missed, "sequence": self.feed[-1]["sequence"] if self.feed else self.oldest}
            case "Unsubscribe":
                self._subscribers.pop((socket, request["subscription"]), None)
                return {"response": None}
        return {"response": self.respond(request)}

    async def _send(self, socket: WebSocketServerProtocol, message: dict[str, Any]) -> None:
        payload = json.dumps(message).encode()
        self.steps += 1
        if self.steps in self.cuts:
            # Half a frame: the length says more than comes.
            socket.transport.write(b"\x81\x7e" + len(payload).to_bytes(2, "big") + payload[: len(payload) // 2])
            self._abort(socket)
        await socket.send(payload.decode())
        self._step(socket)

    def _step(self, socket: WebSocketServerProtocol) -> None:
        self.steps += 1
        if self.steps in self.cuts:
            self._abort(socket)

    def _abort(self, socket: WebSocketServerProtocol) -> None:
        self._subscribers = {key: None for key in self._subscribers if key[0] is not socket}
        socket.transport.abort()
        raise Cut
