"""From values to JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from .variant import Variant


def encode_fields(value: Any) -> dict[str, Any]:
    """A dataclass as an object without its fields that are None."""
    return {
        field.name: encode(getattr(value, field.name))
        for field in fields(value)
        if getattr(value, field.name) is not None
    }


def encode(value: Any) -> Any:
    """A value as JSON. A float is a TypeError: most decimal fractions have none that is equal."""
    match value:
        case None | bool() | Enum() | str() | int():
            return value.value if isinstance(value, Enum) else value
        case float():
            raise TypeError(f"{value!r} is a float; money and quantities are exact: write Decimal('{value!r}').")
        case Decimal():
            return _plain(value)
        case datetime():
            return _timestamp(value)
        case timedelta():
            return _seconds(value)
        case list() | tuple():
            return [encode(item) for item in value]
        case dict():
            return {name: encode(item) for name, item in value.items()}
        case Variant():
            return value.to_wire(encode)
        case _ if is_dataclass(value):
            return encode_fields(value)
    raise TypeError(f"{type(value).__name__} has no form on the wire.")


def _plain(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"{value} is not a number that can be sent.")
    return format(value, "f")


def _timestamp(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone; say datetime(…, tzinfo=UTC).")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _seconds(value: timedelta) -> int | float:
    seconds = value.total_seconds()
    return int(seconds) if seconds.is_integer() else seconds
