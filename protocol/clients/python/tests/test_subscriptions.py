"""Streams, and the loss of the connection at every point of them."""

from __future__ import annotations

import asyncio
import json
from random import Random
from unittest import mock

from gateway_client import (
    OrderUpdate,
    RefusedError,
    ResumeRefusedError,
    SlowConsumerError,
    SubscribeAlerts,
    SubscribeOrderState,
    Subscription,
    subscription,
)

from .case import GatewayCase, order
from .model_gateway import ModelGateway


async def take(stream: Subscription[list[OrderUpdate]], most: int) -> list[int]:
    """Reads until so many updates have come; answers their sequences."""
    sequences: list[int] = []
    while len(sequences) < most:
        sequences += [update.sequence for update in await anext(stream)]
    return sequences


def told(model: ModelGateway) -> list[int]:
    return [update["sequence"] for update in model.feed]


class Subscriptions(GatewayCase):
    async def test_the_first_item_is_the_snapshot_also_when_it_is_empty(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            async with gateway.subscribe(SubscribeOrderState()) as states:
                self.assertEqual([], await anext(states))

    async def test_wherever_the_socket_is_cut_each_update_comes_once_and_in_order(self) -> None:
        async def scenario(model: ModelGateway) -> None:
            async with self.connected(model) as gateway, gateway.subscribe(SubscribeOrderState()) as states:
                await anext(states)
                for number in range(6):
                    await model.publish(number, number)
                self.assertEqual(told(model), await take(states, 12))

        self.assertGreater(await self.at_every_cut(scenario), 16)

    async def test_a_stream_begins_after_the_sequence_that_the_program_remembers(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            await model.publish(1, 2, 3)
            async with gateway.subscribe(SubscribeOrderState(after=1)) as states:
                self.assertEqual([4, 7], await take(states, 2))
                self.assertEqual(7, states.position)

    async def test_a_stream_that_is_cut_before_an_update_goes_on_behind_its_first_answer(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            await model.publish(1, 2, 3)
            model.oldest = 5
            async with gateway.subscribe(SubscribeOrderState()) as states:
                self.assertEqual([], await anext(states))
                self.assertEqual(7, states.position)
                model.cut()
                await model.publish(4)
                self.assertEqual([10], await take(states, 1))

    async def test_any_number_of_cuts_loses_and_repeats_nothing(self) -> None:
        for seed in range(10):
            with self.subTest(seed=seed):
                chance = Random(seed)
                async with ModelGateway() as model, asyncio.timeout(20):
                    model.cuts = {step for step in range(3, 300) if chance.random() < 0.2}
                    async with self.connected(model) as gateway, gateway.subscribe(SubscribeOrderState()) as states:
                        await anext(states)
                        asked = [asyncio.create_task(gateway.ask(order())) for _ in range(10)]
                        for number in range(20):
                            await model.publish(*range(chance.randint(1, 3)))
                            for _ in range(chance.randint(0, 20)):
                                await asyncio.sleep(0)
                        self.assertEqual(told(model), await take(states, len(model.feed)))
                        ids = await asyncio.gather(*asked)
                        self.assertEqual(list(model.orders.values()), ids)

    async def test_what_is_told_again_is_not_passed_on(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            async with gateway.subscribe(SubscribeOrderState()) as states:
                await anext(states)
                await model.publish(1, 1)
                await model.say(json.dumps({"id": 1, "response": model.feed}))
                await model.publish(1)
                self.assertEqual([1, 4, 7], await take(states, 3))

    async def test_a_frame_that_cannot_be_read_is_told_again(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            async with gateway.subscribe(SubscribeOrderState()) as states:
                await anext(states)
                await model.publish(1)
                await model.say('{"id": 1, "resp')
                await model.publish(2)
                self.assertEqual([1, 4], await take(states, 2))

    async def test_a_resume_that_is_refused_says_what_is_missed(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            async with gateway.subscribe(SubscribeOrderState()) as states:
                await anext(states)
                await model.publish(1, 1)
                model.oldest = 10
                model.cut()
                self.assertEqual([1, 4], await take(states, 2))
                with self.assertRaises(ResumeRefusedError) as caught:
                    await anext(states)
                self.assertEqual(4, caught.exception.after)

    async def test_a_resume_that_is_refused_for_the_moment_is_tried_again(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            async with gateway.subscribe(SubscribeOrderState()) as states:
                await anext(states)
                model.refusals = ["Overloaded", "Internal"]
                model.cut()
                await model.publish(1)
                self.assertEqual([1], await take(states, 1))

    async def test_a_subscription_that_is_refused_is_not_entered(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.refusals = ["NotPermitted"]
            with self.assertRaises(RefusedError):
                async with gateway.subscribe(SubscribeOrderState()):
                    self.fail("entered")

    async def test_leaving_ends_it_at_the_gateway(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            async with gateway.subscribe(SubscribeOrderState()) as states:
                pass
            self.assertEqual([("SubscribeOrderState", None), ("Unsubscribe", states.id)],
                             [(request["type"], request.get("subscription")) for request in model.requests])
            model.cut()
            await gateway.ask(order())
            self.assertEqual("SendLimitOrder", model.requests[-1]["type"])
            self.assertEqual(3, len(model.requests))

    async def test_who_reads_too_slowly_is_told_where_to_go_on(self) -> None:
        with mock.patch.object(subscription, "MOST_WAITING", 2):
            async with ModelGateway() as model, self.connected(model) as gateway:
                async with gateway.subscribe(SubscribeOrderState()) as states:
                    for number in range(3):
                        await model.publish(number)
                    await gateway.ask(order())
                    self.assertEqual([1], await take(states, 1))
                    with self.assertRaises(SlowConsumerError) as caught:
                        await anext(states)
                async with gateway.subscribe(SubscribeOrderState(after=caught.exception.after)) as states:
                    self.assertEqual([4, 7], await take(states, 2))

    async def test_alerts_resume_where_they_were_cut(self) -> None:
        def alert(sequence: int) -> str:
            return (f'{{"id": 1, "response": [{{"sequence": {sequence}, "time": "2026-01-02T03:04:05Z", '
                    '"kind": "Stale", "severity": "Warning", "message": "Look."}]}')

        async with ModelGateway() as model, self.connected(model) as gateway:
            model.respond = lambda request: []
            async with gateway.subscribe(SubscribeAlerts()) as alerts:
                self.assertEqual([], await anext(alerts))
                await model.say(alert(5))
                self.assertEqual(["Look."], [one.message for one in await anext(alerts)])
                model.cut()
                await model.until(lambda: len(model.requests) == 2)
                self.assertEqual(5, model.requests[1]["seek"])
                await model.say(alert(5))
                await model.say(alert(6))
                self.assertEqual([6], [one.sequence for one in await anext(alerts)])
