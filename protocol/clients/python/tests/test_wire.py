"""What goes over the wire, and what comes back as values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest import TestCase

import gateway_client
from gateway_client import *
from gateway_client import limit, queries, scopes, sets
from gateway_client import halt_scopes

MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
VENUE = {"type": "Venue", "value": "HYPERLIQUID"}

SAID: list[tuple[Request[Any], dict[str, Any]]] = [
    (SearchSymbol(pat="btc", limit=5, scope=SearchScope.PAIR), {"pat": "btc", "limit": 5, "scope": "Pair"}),
    (QueryTradableProductIndex('Base("BTC")'), {"query": 'Base("BTC")'}),
    (
        QueryTradableProductIndex(queries.And([queries.All(), queries.Not(queries.Venue("HYPERLIQUID"))])),
        {"query": {"type": "And", "value": ["All", {"type": "Not", "value": VENUE}]}},
    ),
    (
        QueryTradableProductIndex(queries.Expiration(queries.Between(MOMENT, MOMENT))),
        {"query": {"type": "Expiration", "value": {"type": "Between", "value": ["2026-01-02T03:04:05.678901Z"] * 2}}},
    ),
    (ListOpen(scope=scopes.Venue("HYPERLIQUID"), set=sets.Account("A")), {"scope": VENUE, "set": {"type": "Account", "value": "A"}}),
    (ModifyOrder(order_id=17, quantity=Decimal("0.020")), {"order_id": 17, "quantity": "0.020"}),
    (CancelAll(scope=scopes.Global(), set=sets.Firm()), {"scope": "Global", "set": "Firm"}),
    (ListFills(after=MOMENT), {"scope": "Global", "set": "Firm", "after": "2026-01-02T03:04:05.678901Z"}),
    (
        SendLimitOrder(
            target="X", dir=Dir.SELL, price=Decimal("1E+5"), quantity=Decimal("0.00001"), account="A", client_order_id="k", post_only=True,
            params=Trigger(trigger_price=Decimal("9.50"), kind=TriggerKind.STOP_LOSS, market=False),
        ),
        {
            "target": "X", "dir": "Sell", "price": "100000", "quantity": "0.00001", "account": "A", "client_order_id": "k", "post_only": True,
            "params": {"type": "Trigger", "value": {"trigger_price": "9.50", "kind": "StopLoss", "market": False}},
        },
    ),
    (SubscribeOrderState(), {}),
    (SubscribeOrderState(after=0), {"after": 0}),
    (Unsubscribe(), {}),
    (
        SetLimits([
            limit.MaxOpen(sets.TraderDefault(), scopes.Global(), None),
            limit.MaxOrder(sets.Desk("D"), scopes.ProductDefault(), "unlimited"),
            limit.SetEnforcing(sets.Firm(), False),
            limit.MaxPriceDeviation(Decimal("0.5")),
            limit.FillRecencyThreshold(timedelta(minutes=5)),
            limit.NotOutThreshold(timedelta(seconds=0.5)),
        ]),
        {"limits": [
            {"type": "MaxOpen", "value": ["TraderDefault", "Global", None]},
            {"type": "MaxOrder", "value": [{"type": "Desk", "value": "D"}, "ProductDefault", "unlimited"]},
            {"type": "SetEnforcing", "value": ["Firm", False]},
            {"type": "MaxPriceDeviation", "value": "0.5"},
            {"type": "FillRecencyThreshold", "value": 300},
            {"type": "NotOutThreshold", "value": 0.5},
        ]},
    ),
    (GetLimits([(sets.Firm(), scopes.Global())]), {"limits": [["Firm", "Global"]]}),
    (Halt(halt_scopes.VenueRoute("V", "R"), cancel_open=True), {"halt": {"type": "VenueRoute", "value": ["V", "R"]}, "cancel_open": True}),
    (Resume(halt_scopes.Global()), {"resume": "Global"}),
    (GetHalts(), {}),
]

HEARD: list[tuple[Request[Any], Any, Any]] = [
    (CancelOrder(1), None, None),
    (GetOrderState([1, 2]), [69, None], [OrderState.OPEN | OrderState.ACKED | OrderState.OUT, None]),
    (ListFills(), [[1, "f"], [None, "g"]], [(1, "f"), (None, "g")]),
    (GetVenueDetails(["V"]), [{"id": "V", "name": "V", "status": "Online", "more": 1}], [Place("V", "V", Status.ONLINE)]),
    (GetVenueDetails(["V"]), [{"id": "V", "name": "V", "status": "Asleep"}], [Place("V", "V", "Asleep")]),  # type: ignore[arg-type]
    (
        GetLimits([]),
        [{"limits": [{"type": "MaxOpen", "value": [{"type": "Firm"}, "Global", "5.5"]}], "in_use": {"MaxOpen": "1"}}, None],
        [LimitsInForce([limit.MaxOpen(sets.Firm(), scopes.Global(), Decimal("5.5"))], {"MaxOpen": Decimal(1)}), None],
    ),
    (GetGlobalLimits([]), [{"type": "FillRecencyThreshold", "value": 300}], [limit.FillRecencyThreshold(timedelta(minutes=5))]),
    (
        GetHalts(),
        [{"halt": {"type": "Account", "value": "A"}, "by": "risk", "since": "2026-01-02T03:04:05.678901Z"}],
        [HaltInForce(halt_scopes.Account("A"), "risk", MOMENT)],
    ),
]


class Wire(TestCase):
    def test_requests_are_said_as_the_protocol_writes_them(self) -> None:
        for request, fields in SAID:
            with self.subTest(request=request):
                self.assertEqual(fields, request.fields())

    def test_responses_are_heard_as_values(self) -> None:
        for request, response, value in HEARD:
            with self.subTest(request=type(request).__name__):
                self.assertEqual(value, request.read(response))

    def test_what_the_protocol_does_not_allow_is_an_error(self) -> None:
        wrong = [(GetOrderState([1]), ["5"]), (GetOrderState([1]), [True]), (CancelOrder(1), 5), (ListFills(), [["x", "f"]]), (GetHalts(), {})]
        for request, response in wrong:
            with self.subTest(response=response), self.assertRaises(ProtocolError):
                request.read(response)

    def test_a_time_without_a_zone_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            ListFills(after=datetime(2026, 1, 2)).fields()

    def test_an_order_has_a_key_of_its_own(self) -> None:
        orders = [SendLimitOrder(target="X", dir=Dir.BUY, price=Decimal(1), quantity=Decimal(1), account="A") for _ in range(2)]
        self.assertNotEqual(orders[0].client_order_id, orders[1].client_order_id)

    def test_every_published_request_has_its_class(self) -> None:
        pages = Path(__file__).parents[3] / "requests"
        published = {page.stem for page in pages.glob("*.md")}
        known = {name for name in gateway_client.__all__ if isinstance(getattr(gateway_client, name), type) and issubclass(getattr(gateway_client, name), Request)}
        self.assertLessEqual(published, known)
