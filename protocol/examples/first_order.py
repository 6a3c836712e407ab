#!/usr/bin/env python3
"""From nothing to a filled order. Needs python3-websockets.

usage: first_order.py [PRICE]    the most to pay for one BTC; the default suits the embedded simulator
environment: GATEWAY_URL (ws://127.0.0.1:8080/ws), GATEWAY_KEY (demo)
"""
import asyncio, base64, itertools, json, os, sys
import websockets

URL = os.environ.get("GATEWAY_URL", "ws://127.0.0.1:8080/ws")
KEY = os.environ.get("GATEWAY_KEY", "demo")
PRICE = sys.argv[1] if len(sys.argv) > 1 else "101000"
QUANTITY, ACCOUNT, FILLED, OUT = "0.01", "DEFAULT", 8, 64
BITS = ["Open", "Rejected", "Acked", "Filled", "Canceling", "Canceled", "Out", "Stale"]


async def main():
    # The sub-protocol form of the key: header arguments have changed their name between versions of websockets.
    bearer = "gateway.bearer." + base64.urlsafe_b64encode(KEY.encode()).decode().rstrip("=")
    async with websockets.connect(URL, subprotocols=["gateway.v1", bearer]) as socket:
        ids = itertools.count(1)
        updates = asyncio.Queue()
        waiting = {}

        async def read():
            async for text in socket:
                answer = json.loads(text)
                future = waiting.pop(answer["id"], None)
                future.set_result(answer) if future else updates.put_nowait(answer)

        async def ask(type, **fields):
            id = next(ids)
            waiting[id] = asyncio.get_running_loop().create_future()
            await socket.send(json.dumps({"id": id, "type": type, **fields}))
            answer = await waiting[id]
            if "error" in answer:
                sys.exit(f"{type}: {answer['error']['message']}")
            return answer["response"]

        reader = asyncio.create_task(read())
        found = await ask("SearchSymbol", pat="BTC-USD perpetual", scope="TradableProduct", limit=1)
        market = found["tradable_product"][0][1]
        await ask("SubscribeOrderState")
        order = await ask("SendLimitOrder", target=market, dir="Buy", price=PRICE, quantity=QUANTITY,
                          account=ACCOUNT, time_in_force="IOC")
        print(f"order {order}: buy {QUANTITY} of {market} at {PRICE} or better")

        state = 0
        while not state & OUT:
            for update in (await updates.get())["response"]:
                if update["order_id"] == order:
                    state = update["state"]
                    names = "+".join(name for bit, name in enumerate(BITS) if state >> bit & 1)
                    print(f"  {names}, filled {update['filled_quantity']}", update["reject_reason"] or "")

        fills = await ask("ListFills", scope="Global", set="Firm")
        ours = [fill for owner, fill in fills if owner == order]
        for fill in await ask("GetFillDetails", fill_ids=ours):
            print(f"fill {fill['fill_id']}: {fill['quantity']} at {fill['price']}, fee {fill['fee']} {fill['fee_product']}")
        reader.cancel()
        return 0 if state & FILLED else 1


sys.exit(asyncio.run(main()))
