"""From JSON to values, led by the type that is expected."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum, IntFlag
from functools import cache
from typing import Any, Callable, Literal, Union, get_args, get_origin, get_type_hints

from ..errors import ProtocolError
from .variant import Variant


def decode(expected: Any, value: Any) -> Any:
    """The value that this JSON means; a ProtocolError where it is none of the expected type."""
    try:
        return _decode(expected, value)
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as error:
        raise ProtocolError(f"The gateway's response is not what the protocol says: {error!r} in {value!r}") from error


def _decode(expected: Any, value: Any) -> Any:
    origin = get_origin(expected)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(expected), value)
    if origin is Literal:
        return _literal(get_args(expected), value)
    if origin is list:
        return [_decode(get_args(expected)[0], item) for item in _checked(list, value)]
    if origin is tuple:
        return tuple(_decode(part, item) for part, item in zip(get_args(expected), _checked(list, value), strict=True))
    if origin is dict:
        return {key: _decode(get_args(expected)[1], item) for key, item in _checked(dict, value).items()}
    if expected in _SCALARS:
        return _SCALARS[expected](value)
    if issubclass(expected, Enum):
        return _member(expected, value)
    if issubclass(expected, Variant):
        return expected.from_wire(value, _decode, _hints)
    return _record(expected, value)


def _one_of(options: tuple[Any, ...], value: Any) -> Any:
    if value is None and type(None) in options:
        return None
    failure: Exception = ValueError("nothing fits")
    for option in (option for option in options if option is not type(None)):
        try:
            return _decode(option, value)
        except (ValueError, TypeError, KeyError, InvalidOperation) as error:
            failure = error
    raise failure


def _record(expected: Any, value: Any) -> Any:
    """Members that this package does not know are left aside: a newer gateway may say more."""
    members = _checked(dict, value)
    hints = _hints(expected)
    # A name that is a word of Python carries an underscore: ``class_``.
    wire_names = {field.name: field.name.removesuffix("_") for field in fields(expected)}
    return expected(
        **{
            field.name: _decode(hints[field.name], members[wire_names[field.name]])
            for field in fields(expected)
            if wire_names[field.name] in members or field.default is field.default_factory is MISSING
        }
    )


def _member(expected: type[Enum], value: Any) -> Any:
    """The enum's member; the text as it came where a newer gateway knows more of them. Bits keep those that are not known."""
    if issubclass(expected, IntFlag):
        return expected(_checked(int, value))
    name = _checked(str, value)
    return expected(name) if name in expected._value2member_map_ else name


def _literal(options: tuple[Any, ...], value: Any) -> Any:
    if value not in options:
        raise ValueError(f"expected one of {options}, got {value!r}")
    return value


def _checked(expected: type, value: Any) -> Any:
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        raise TypeError(f"expected {expected.__name__}, got {value!r}")
    return value


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise TypeError(f"expected a decimal, got {value!r}")
    return Decimal(value)


def _nothing(value: Any) -> None:
    if value is not None:
        raise TypeError(f"expected null, got {value!r}")


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    type(None): _nothing,
    Any: lambda value: value,
    str: lambda value: _checked(str, value),
    int: lambda value: _checked(int, value),
    bool: lambda value: _checked(bool, value),
    Decimal: _decimal,
    datetime: lambda value: datetime.fromisoformat(_checked(str, value)),
    timedelta: lambda value: timedelta(seconds=float(_decimal(value))),
}


@cache
def _hints(expected: type) -> dict[str, Any]:
    return get_type_hints(expected)
