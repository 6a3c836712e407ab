"""Requests, and the loss of the connection at every point of them."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from http import HTTPStatus

from gateway_client import (
    CancelOrder,
    ErrorCode,
    GetOrderState,
    NoAnswerError,
    OrderState,
    RefusedError,
    Resume,
    UnreachableError,
    halt_scopes,
)

from .case import GatewayCase, order
from .model_gateway import ModelGateway


class Calls(GatewayCase):
    async def test_an_answer_is_a_value(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.respond = lambda request: [5, None]
            self.assertEqual([OrderState.OPEN | OrderState.ACKED, None], await gateway.ask(GetOrderState([1, 2])))

    async def test_a_refusal_has_code_message_and_details(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.refusals = ["InvalidRequest"]
            with self.assertRaises(RefusedError) as caught:
                await gateway.ask(CancelOrder(1))
            self.assertEqual((ErrorCode.INVALID_REQUEST, "Not now.", {}),
                             (caught.exception.code, caught.exception.message, caught.exception.details))

    async def test_a_code_of_a_newer_gateway_stays_text(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.refusals = ["Tired"]
            with self.assertRaises(RefusedError) as caught:
                await gateway.ask(CancelOrder(1))
            self.assertEqual("Tired", caught.exception.code)

    async def test_wherever_the_socket_is_cut_an_order_is_placed_once_and_its_id_returned(self) -> None:
        async def scenario(model: ModelGateway) -> None:
            async with self.connected(model) as gateway:
                sent = order()
                self.assertEqual(100, await gateway.ask(sent))
                self.assertEqual({sent.client_order_id: 100}, model.orders)

        self.assertEqual(7, await self.at_every_cut(scenario))

    async def test_wherever_the_socket_is_cut_requests_arrive_in_the_order_asked(self) -> None:
        async def scenario(model: ModelGateway) -> None:
            async with self.connected(model) as gateway:
                orders = [order() for _ in range(5)]
                ids = await asyncio.gather(*(gateway.ask(one) for one in orders))
                self.assertEqual([100, 101, 102, 103, 104], ids)
                self.assertEqual([one.client_order_id for one in orders], list(model.orders))

        await self.at_every_cut(scenario)

    async def test_wherever_the_socket_is_cut_a_read_is_answered(self) -> None:
        async def scenario(model: ModelGateway) -> None:
            model.respond = lambda request: [5]
            async with self.connected(model) as gateway:
                self.assertEqual([5], await gateway.ask(GetOrderState([1])))

        self.assertEqual(7, await self.at_every_cut(scenario))

    async def test_a_repeat_has_the_same_content(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.cuts = {3}
            model.silent = {"SendLimitOrder"}
            asked = asyncio.create_task(gateway.ask(order()))
            await model.until(lambda: len(model.requests) == 1)
            model.silent = set()
            model.cut()
            await asked
            self.assertEqual(model.requests[0], model.requests[1])

    async def test_what_is_asked_without_a_connection_is_sent_with_the_next(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            await gateway.ask(order())
            model.cut()
            self.assertEqual(101, await gateway.ask(order()))

    async def test_a_refusal_of_the_moment_is_told_when_it_answers_the_first_saying(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.refusals = ["Overloaded"]
            with self.assertRaises(RefusedError):
                await gateway.ask(order())
            self.assertEqual(1, len(model.requests))

    async def test_a_refusal_of_the_moment_does_not_decide_about_a_repeated_order(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.cuts = {model.steps + 3}  # read, do, half an answer: placed, and nobody knows
            asked = asyncio.create_task(gateway.ask(order()))
            await model.until(lambda: len(model.requests) == 1)
            model.refusals = ["VenueUnavailable", "Overloaded"]
            self.assertEqual(100, await asked)
            self.assertEqual(4, len(model.requests))

    async def test_a_request_that_must_not_be_repeated_ends_with_the_connection(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.silent = {"Resume"}
            request = Resume(halt_scopes.Global())
            asked = asyncio.create_task(gateway.ask(request))
            await model.until(lambda: len(model.requests) == 1)
            model.cut()
            with self.assertRaises(NoAnswerError) as caught:
                await asked
            self.assertIs(request, caught.exception.request)
            await gateway.ask(order())
            self.assertEqual(["Resume", "SendLimitOrder"], [request["type"] for request in model.requests])

    async def test_whose_caller_gave_up_is_not_said_again(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.silent = {"SendLimitOrder"}
            asked = asyncio.create_task(gateway.ask(order()))
            await model.until(lambda: len(model.requests) == 1)
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
            model.cut()
            await gateway.ask(CancelOrder(1))
            self.assertEqual(["SendLimitOrder", "CancelOrder"], [request["type"] for request in model.requests])

    async def test_time_that_is_up_leaves_an_order_that_can_be_asked_again(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.silent = {"SendLimitOrder"}
            with self.assertRaises(NoAnswerError) as caught:
                await gateway.ask(order(), timeout=0.05)
            model.silent = set()
            self.assertEqual(100, await gateway.ask(caught.exception.request))
            self.assertEqual(1, len(model.orders))

    async def test_time_that_is_up_before_anything_was_sent_says_so(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.status = HTTPStatus.SERVICE_UNAVAILABLE
            model.cut()
            while gateway.is_connected:
                await asyncio.sleep(0)
            with self.assertRaises(UnreachableError):
                await gateway.ask(order(), timeout=0.05)
            model.status = None
            await gateway.ask(CancelOrder(1))
            self.assertEqual(["CancelOrder"], [request["type"] for request in model.requests])

    async def test_an_answer_that_nobody_waits_for_is_left_aside(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            await model.say('{"id": 77, "response": null}')
            await model.say('{"id": null, "error": {"code": "MalformedMessage", "message": "What?"}}')
            with self.assertLogs("gateway_client", "ERROR"):
                self.assertEqual(100, await gateway.ask(order()))

    async def test_a_float_is_refused_before_it_is_sent(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            with self.assertRaisesRegex(TypeError, "float"):
                await gateway.ask(order(price=0.1))
            self.assertEqual(100, await gateway.ask(order(price=Decimal("0.1"))))

    async def test_closing_ends_who_waits(self) -> None:
        async with ModelGateway() as model, self.connected(model) as gateway:
            model.silent = {"SendLimitOrder"}
            asked = asyncio.create_task(gateway.ask(order()))
            await model.until(lambda: len(model.requests) == 1)
            await gateway.close()
            with self.assertRaises(NoAnswerError):
                await asked
            with self.assertRaises(UnreachableError):
                await gateway.ask(order())
