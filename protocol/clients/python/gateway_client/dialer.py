"""How a socket to the gateway is opened."""

from __future__ import annotations

import asyncio
from typing import Any

from websockets.exceptions import InvalidStatusCode
from websockets.legacy.client import WebSocketClientProtocol, connect

from .errors import AuthenticationError

_LARGEST_ANSWER_BYTES = 64 * 1024 * 1024
_PING_SECONDS = 15


class Dialer:
    """Opens WebSockets to one endpoint with one key."""

    def __init__(self, url: str, key: str, timeout: float) -> None:
        self._url = url
        self._key = key
        self._timeout = timeout

    async def dial(self) -> WebSocketClientProtocol:
        """A new connection; AuthenticationError where the gateway does not want us, else OSError or WebSocketException."""
        attempt: WebSocketClientProtocol | None = None

        def create(*args: Any, **options: Any) -> WebSocketClientProtocol:
            nonlocal attempt
            attempt = WebSocketClientProtocol(*args, **options)
            return attempt

        try:
            # The library's own open_timeout may swallow a cancellation (wait_for of Python 3.11 does).
            async with asyncio.timeout(self._timeout):
                return await connect(
                    self._url,
                    create_protocol=create,
                    extra_headers={"Authorization": f"Bearer {self._key}"},
                    compression=None,
                    max_size=_LARGEST_ANSWER_BYTES,
                    open_timeout=None,
                    close_timeout=1,
                    ping_interval=_PING_SECONDS,
                    ping_timeout=_PING_SECONDS,
                )
        except InvalidStatusCode as error:
            if error.status_code in (401, 403):
                raise AuthenticationError(error.status_code) from None
            raise
        except BaseException:
            # The library leaves a socket open that is in its handshake when the attempt is given up.
            transport = getattr(attempt, "transport", None)
            if transport is not None:
                transport.abort()
            raise
