"""Trades on a real gateway whose connections somebody cuts meanwhile, and tells what it saw.

usage: python3 -m tests.live_trading URL KEY MARKET PRICE ORDERS

Places orders that rest, cancels each, and waits until all are out. A line for each order placed, and at the end one line of
JSON: the order ids by client_order_id, and the sequences of all updates in the order in which they came.
"""

from __future__ import annotations

import asyncio
import json
import sys
from decimal import Decimal

from gateway_client import (
    CancelOrder,
    Dir,
    ErrorCode,
    Gateway,
    OrderState,
    RefusedError,
    Request,
    SendLimitOrder,
    SubscribeOrderState,
)


async def insist(gateway: Gateway, request: Request[int]) -> int:
    """Asks until the venue can be reached: a gateway that was restarted first finds out where it stands."""
    while True:
        try:
            return await gateway.ask(request, timeout=60)
        except RefusedError as refusal:
            if refusal.code != ErrorCode.VENUE_UNAVAILABLE:
                raise
            await asyncio.sleep(0.05)


async def cancel(gateway: Gateway, order_id: int) -> None:
    try:
        await gateway.ask(CancelOrder(order_id), timeout=60)
    except RefusedError as refusal:
        # The fruit of its own first saying.
        if refusal.code != ErrorCode.INVALID_REQUEST:
            raise


async def main(url: str, key: str, market: str, price: str, count: int) -> None:
    orders: dict[str, int] = {}
    sequences: list[int] = []
    async with Gateway(url, key) as gateway, gateway.subscribe(SubscribeOrderState()) as states:
        out: set[int] = set()

        async def follow() -> None:
            async for updates in states:
                for update in updates:
                    sequences.append(update.sequence)
                    if OrderState.OUT in update.state:
                        out.add(update.order_id)
                if len(out) == count:
                    return

        following = asyncio.create_task(follow())
        for _ in range(count):
            order = SendLimitOrder(target=market, account="DEFAULT", dir=Dir.BUY, price=Decimal(price), quantity=Decimal("0.01"))
            orders[order.client_order_id] = await insist(gateway, order)
            print("placed", orders[order.client_order_id], flush=True)
            await cancel(gateway, orders[order.client_order_id])
        await following
    print(json.dumps({"orders": orders, "sequences": sequences}))


asyncio.run(main(*sys.argv[1:5], int(sys.argv[5])))
