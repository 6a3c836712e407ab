"""What the tests that talk to a model gateway share."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any, AsyncIterator, Callable, Coroutine
from unittest import IsolatedAsyncioTestCase

from gateway_client import Backoff, Dir, Gateway, SendLimitOrder

from .model_gateway import KEY, ModelGateway


def order(**fields: Any) -> SendLimitOrder:
    """A good order."""
    terms = {"target": "BTC", "dir": Dir.BUY, "price": Decimal("100000"), "quantity": Decimal("0.01"), "account": "A"}
    return SendLimitOrder(**{**terms, **fields})


class GatewayCase(IsolatedAsyncioTestCase):
    """Each test has a model of its own, and ends with an error rather than never."""

    @asynccontextmanager
    async def connected(self, model: ModelGateway, timeout: float = 20) -> AsyncIterator[Gateway]:
        async with Gateway(model.url, KEY, timeout=timeout, backoff=Backoff(first=0, most=0)) as gateway:
            yield gateway

    async def at_every_cut(self, scenario: Callable[[ModelGateway], Coroutine[Any, Any, None]]) -> int:
        """Runs the scenario with the socket cut at its first step, at its second, … until there is no such step."""
        # Step 1 and 2 are accept and upgrade; a failure to connect at all is told, not repaired.
        cut = 3
        while True:
            async with ModelGateway() as model:
                model.cuts = {cut}
                with self.subTest(cut=cut):
                    async with asyncio.timeout(20):
                        await scenario(model)
                if model.steps < cut:
                    return cut
            cut += 1
