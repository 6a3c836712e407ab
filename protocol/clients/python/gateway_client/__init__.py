"""A client of the gateway's WebSocket protocol: typed, and not impressed by lost connections.

Start with :class:`Gateway`. Each request type of the protocol is a class of the same name.
"""

from .accounts.get_account_summary import (
    AccountMode,
    AccountSummary,
    Balance,
    CollateralPool,
    GetAccountSummary,
    Position,
)
from .alerts.subscribe_alerts import Alert, SubscribeAlerts
from .backoff import Backoff
from .errors import (
    AuthenticationError,
    ErrorCode,
    GatewayError,
    NoAnswerError,
    ProtocolError,
    RefusedError,
    ResumeRefusedError,
    SlowConsumerError,
    UnreachableError,
)
from .fills.get_fill_details import FillDetails, FillKind, FillWarnings, GetFillDetails, Liquidity
from .fills.list_fills import ListFills
from .gateway import Gateway
from .halts import halt_scopes
from .halts.get_halts import GetHalts, HaltInForce
from .halts.halt import Halt
from .halts.resume import Resume
from .limits import limit, scopes, sets
from .limits.get_global_limits import GetGlobalLimits
from .limits.get_limits import GetLimits, LimitsInForce
from .limits.set_limits import SetLimits
from .orders.cancel_all import CancelAll
from .orders.cancel_order import CancelOrder
from .orders.dir import Dir
from .orders.get_order_details import GetOrderDetails, OrderDetails, OrderTimes, PendingModify
from .orders.get_order_state import GetOrderState
from .orders.get_reject_reason import GetRejectReason
from .orders.list_open import ListOpen
from .orders.modify_order import ModifyOrder
from .orders.order_params import Trigger, TriggerKind
from .orders.order_state import OrderState
from .orders.send_limit_order import SendLimitOrder, TimeInForce, new_client_order_id
from .orders.subscribe_order_state import OrderUpdate, SubscribeOrderState
from .orders.unsubscribe import Unsubscribe
from .request import Effect, Request, StreamRequest
from .subscription import Subscription
from .symbology import queries
from .symbology.get_canonical_tradable_product import GetCanonicalTradableProduct
from .symbology.get_product_details import GetProductDetails, ProductClass, ProductDetails
from .symbology.get_route_details import GetRouteDetails
from .symbology.get_tradable_product_details import (
    GetTradableProductDetails,
    TradableProductDetails,
    TradeFlags,
    TradeInfo,
)
from .symbology.get_venue_details import GetVenueDetails
from .symbology.place import Place, Status
from .symbology.query_tradable_product_index import QueryTradableProductIndex
from .symbology.search_symbol import SearchScope, SearchSymbol, SymbolMatches
from .venues.query_venue import QueryVenue, VenueAnswer

__all__ = [
    "AccountMode",
    "AccountSummary",
    "Alert",
    "AuthenticationError",
    "Backoff",
    "Balance",
    "CancelAll",
    "CancelOrder",
    "CollateralPool",
    "Dir",
    "Effect",
    "ErrorCode",
    "FillDetails",
    "FillKind",
    "FillWarnings",
    "Gateway",
    "GatewayError",
    "GetAccountSummary",
    "GetCanonicalTradableProduct",
    "GetFillDetails",
    "GetGlobalLimits",
    "GetHalts",
    "GetLimits",
    "GetOrderDetails",
    "GetOrderState",
    "GetProductDetails",
    "GetRejectReason",
    "GetRouteDetails",
    "GetTradableProductDetails",
    "GetVenueDetails",
    "Halt",
    "HaltInForce",
    "LimitsInForce",
    "Liquidity",
    "ListFills",
    "ListOpen",
    "ModifyOrder",
    "NoAnswerError",
    "OrderDetails",
    "OrderState",
    "OrderTimes",
    "OrderUpdate",
    "PendingModify",
    "Place",
    "Position",
    "ProductClass",
    "ProductDetails",
    "ProtocolError",
    "QueryTradableProductIndex",
    "QueryVenue",
    "RefusedError",
    "Request",
    "Resume",
    "ResumeRefusedError",
    "SearchScope",
    "SearchSymbol",
    "SendLimitOrder",
    "SetLimits",
    "SlowConsumerError",
    "Status",
    "StreamRequest",
    "SubscribeAlerts",
    "SubscribeOrderState",
    "Subscription",
    "SymbolMatches",
    "TimeInForce",
    "TradableProductDetails",
    "TradeFlags",
    "TradeInfo",
    "Trigger",
    "TriggerKind",
    "UnreachableError",
    "Unsubscribe",
    "VenueAnswer",
    "halt_scopes",
    "limit",
    "new_client_order_id",
    "queries",
    "scopes",
    "sets",
]
