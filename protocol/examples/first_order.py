#!/usr/bin/env python3
"""From nothing to a filled order. Needs python3-websockets.

usage: first_order.py [PRICE]    the most to pay for one BTC; the default suits the embedded simulator
environment: GATEWAY_URL (ws://127.0.0.1:8080/ws), GATEWAY_KEY (demo)
"""
import asyncio
import os
import sys
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "clients" / "python"))

from gateway_client import (
    Dir, Gateway, GetFillDetails, ListFills, OrderState, RefusedError, SearchScope, SearchSymbol, SendLimitOrder,
    SubscribeOrderState, TimeInForce,
)

URL = os.environ.get("GATEWAY_URL", "ws://127.0.0.1:8080/ws")
KEY = os.environ.get("GATEWAY_KEY", "demo")
PRICE = Decimal(sys.argv[1] if len(sys.argv) > 1 else "101000")


async def main() -> OrderState:
    async with Gateway(URL, KEY) as gateway, gateway.subscribe(SubscribeOrderState()) as states:
        found = await gateway.ask(SearchSymbol(pat="BTC-USD perpetual", scope=SearchScope.TRADABLE_PRODUCT, limit=1))
        _, market = found.tradable_product[0]

        order = SendLimitOrder(target=market, account="DEFAULT", dir=Dir.BUY, price=PRICE, quantity=Decimal("0.01"),
                               time_in_force=TimeInForce.IOC)
        order_id = await gateway.ask(order)
        print(f"order {order_id}: buy {order.quantity} of {market} at {PRICE} or better")

        state = OrderState.OPEN
        async for updates in states:
            for update in (one for one in updates if one.order_id == order_id):
                state = update.state
                print(f"  {state}, filled {update.filled_quantity}", update.reject_reason or "")
            if OrderState.OUT in state:
                break

        fills = [fill for owner, fill in await gateway.ask(ListFills()) if owner == order_id]
        for fill in await gateway.ask(GetFillDetails(fills)):
            print(f"fill {fill.fill_id}: {fill.quantity} at {fill.price}, fee {fill.fee} {fill.fee_product}")
        return state


try:
    sys.exit(0 if OrderState.FILLED in asyncio.run(main()) else 1)
except RefusedError as refusal:
    sys.exit(str(refusal))
