"""A gateway to whom the requests of its clients pass through the Python client: so the conversations prove the client.

usage: python3 -m tests.bridge PORT GATEWAY_URL

Each connection gets a client of its own, with the key it came with. A request becomes the client's typed request, the response
a typed value and JSON again: what a type loses or turns, the conversations show. What cannot be said with the client's types
is answered with the code ``NotSayable``.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.legacy.server import WebSocketServerProtocol, serve

import gateway_client
from gateway_client import AuthenticationError, Gateway, ProtocolError, RefusedError, StreamRequest, Subscription, Unsubscribe
from gateway_client.wire.decoding import decode
from gateway_client.wire.encoding import encode


class Bridge:
    """One connection of a client to be carried over."""

    def __init__(self, socket: WebSocketServerProtocol, gateway: Gateway) -> None:
        self._socket = socket
        self._gateway = gateway
        self._streams: dict[Any, tuple[Subscription[Any], asyncio.Task[None]]] = {}

    async def carry(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            with suppress(ConnectionClosed):
                async for text in self._socket:
                    tasks.create_task(self._answer(json.loads(text, parse_float=Decimal)))
            for _, reading in self._streams.values():
                reading.cancel()

    async def _answer(self, message: dict[str, Any]) -> None:
        id, type = message["id"], message["type"]
        try:
            response = await self._ask(id, decode(getattr(gateway_client, type), message))
        except RefusedError as error:
            await self._send(id, error={"code": error.code, "message": error.message, "details": error.details})
        except (ProtocolError, AttributeError, TypeError, ValueError) as error:
            await self._send(id, error={"code": "NotSayable", "message": repr(error)})
        else:
            if response is not self._streams.get(id):
                await self._send(id, response=encode(response))

    async def _ask(self, id: Any, request: Any) -> Any:
        if isinstance(request, StreamRequest):
            self._streams[id] = (self._gateway.subscribe(request), asyncio.current_task())  # type: ignore[assignment]
            subscription = await self._streams[id][0].__aenter__()
            self._streams[id] = (subscription, asyncio.create_task(self._forward(id, subscription)))
            return self._streams[id]
        if isinstance(request, Unsubscribe):
            for stream in [request.subscription] if request.subscription is not None else list(self._streams):
                subscription, reading = self._streams.pop(stream)
                await subscription.__aexit__()
                await reading
            return None
        return await self._gateway.ask(request)

    async def _forward(self, id: Any, subscription: Subscription[Any]) -> None:
        async for item in subscription:
            await self._send(id, response=encode(item))

    async def _send(self, id: Any, **answer: Any) -> None:
        with suppress(ConnectionClosed):
            await self._socket.send(json.dumps({"id": id, **answer}))


async def main(port: int, url: str) -> None:
    gateways: dict[WebSocketServerProtocol, Gateway] = {}

    class Door(WebSocketServerProtocol):
        async def process_request(self, path: str, request_headers: Any) -> Any:
            gateway = Gateway(url, request_headers.get("Authorization", "").removeprefix("Bearer "))
            try:
                await gateway.open()
            except AuthenticationError as error:
                return HTTPStatus(error.status), [], b""
            gateways[self] = gateway

    async def converse(socket: WebSocketServerProtocol) -> None:
        gateway = gateways.pop(socket)
        try:
            await Bridge(socket, gateway).carry()
        finally:
            await gateway.close()

    async with serve(converse, "127.0.0.1", port, create_protocol=Door):
        print("ready", flush=True)
        await asyncio.Future()


asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
