"""A gateway to whom the requests of its clients pass through the Python client: so the conversations prove the client.

usage: python3 -m tests.bridge GATEWAY_URL      prints where it listens

Each connection gets a client of its own, with the key it came with. A request becomes the client's typed request, the response
a typed value and JSON again: what a type loses or turns, the conversations show. What the client's types cannot say, such as
a missing field, goes as it is.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import fields, is_dataclass
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.legacy.server import WebSocketServerProtocol, serve

import gateway_client
from gateway_client import AuthenticationError, Gateway, ProtocolError, RefusedError, Request, StreamRequest, Subscription
from gateway_client.wire.decoding import decode
from gateway_client.wire.encoding import encode
from gateway_client.wire.variant import Variant


MISSING = ("status", "price", "quantity")
"""Members that are not there where there is nothing to say."""


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
            response = await self._ask(message)
        except RefusedError as error:
            await self._send(id, error={"code": error.code, "message": error.message, "details": error.details})
        else:
            if id not in self._streams:
                await self._send(id, response=spoken(response))

    async def _ask(self, message: dict[str, Any]) -> Any:
        if message["type"] == "Unsubscribe" and message.get("subscription") in (None, *self._streams):
            # The ids of the streams are the bridge's, and may be text; those of its clients are their own.
            named = message.get("subscription")
            for stream in list(self._streams) if named is None else [named]:
                subscription, reading = self._streams.pop(stream)
                await subscription.__aexit__()
                await reading
            return None
        request = typed(message)
        if isinstance(request, StreamRequest):
            subscription = await self._gateway.subscribe(request).__aenter__()
            self._streams[message["id"]] = (subscription, asyncio.create_task(self._forward(message["id"], subscription)))
            return None
        return await self._gateway.ask(request)

    async def _forward(self, id: Any, subscription: Subscription[Any]) -> None:
        beside = {"sequence": subscription.position}
        async for item in subscription:
            await self._send(id, response=spoken(item), **beside)
            beside = {}

    async def _send(self, id: Any, **answer: Any) -> None:
        with suppress(ConnectionClosed):
            await self._socket.send(json.dumps({"id": id, **answer}))


class AsItIs(Request[Any]):
    """A request that the client's types cannot say; a subclass with its name is made for each."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def fields(self) -> dict[str, Any]:
        return self._fields


def typed(message: dict[str, Any]) -> Request[Any]:
    """The client's own request, if it says the same; the key that the client gives an order apart."""
    fields = {name: value for name, value in message.items() if name not in ("id", "type")}
    with suppress(ProtocolError, AttributeError, TypeError, ValueError):
        request = decode(getattr(gateway_client, message["type"]), fields)
        said = {name: value for name, value in request.fields().items() if name in fields or name != "client_order_id"}
        if said == fields or isinstance(request, StreamRequest):
            return request
    return type(message["type"], (AsItIs,), {})(json.loads(json.dumps(fields, default=float)))


def spoken(value: Any) -> Any:
    """A response's value as JSON; as the client's encoding, but with every member that is null and not missing then."""
    if isinstance(value, dict):
        return {name: spoken(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [spoken(item) for item in value]
    if is_dataclass(value) and not isinstance(value, Variant):
        members = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name.removesuffix("_"): spoken(item) for name, item in members.items() if item is not None or name not in MISSING}
    return encode(value)


async def main(url: str) -> None:
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

    async with serve(converse, "127.0.0.1", 0, create_protocol=Door) as server:
        print(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}/ws", flush=True)
        await asyncio.Future()


asyncio.run(main(sys.argv[1]))
