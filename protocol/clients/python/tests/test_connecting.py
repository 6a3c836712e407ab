"""Getting in, and staying in."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from random import Random
from unittest import TestCase

from gateway_client import AuthenticationError, Backoff, Gateway, NoAnswerError, UnreachableError

from .case import GatewayCase, order
from .model_gateway import KEY, ModelGateway


class Connecting(GatewayCase):
    async def test_a_wrong_key_shows_at_once(self) -> None:
        async with ModelGateway() as model:
            with self.assertRaises(AuthenticationError) as caught:
                await Gateway(model.url, "another key").open()
            self.assertEqual(401, caught.exception.status)
            self.assertNotIn("another key", str(caught.exception))

    async def test_a_wrong_address_shows_at_once(self) -> None:
        async with ModelGateway() as model:
            url = model.url
        with self.assertRaises(UnreachableError):
            await Gateway(url, KEY).open()

    async def test_a_gateway_that_is_restarted_is_found_again(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.status = HTTPStatus.BAD_GATEWAY
            model.cut()
            asked = asyncio.create_task(gateway.ask(order()))
            steps = model.steps
            while model.steps < steps + 3:
                await asyncio.sleep(0)
            model.status = None
            self.assertEqual(100, await asked)

    async def test_a_key_that_is_taken_away_ends_it(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.status = HTTPStatus.UNAUTHORIZED
            model.silent = {"SendLimitOrder"}
            asked = asyncio.create_task(gateway.ask(order()))
            await model.until(lambda: len(model.requests) == 1)
            model.cut()
            with self.assertRaises(NoAnswerError) as caught:
                await asked
            self.assertIsInstance(caught.exception.__cause__, AuthenticationError)
            with self.assertRaises(AuthenticationError):
                await gateway.ask(order())


class Backing(TestCase):
    def test_waits_double_up_to_the_most(self) -> None:
        waits = Backoff(first=1, most=5, chance=Random(1)).waits()
        for full in (1, 2, 4, 5, 5):
            wait = next(waits)
            self.assertTrue(full / 2 <= wait <= full, wait)
