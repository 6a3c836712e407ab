"""The protocol's sum types."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, ClassVar, Self


class Variant:
    """A sum type when derived from directly; one of its cases when derived from that.

    A case is a dataclass whose name is the wire name: ``{"type": name, "value": payload}``. No field is no payload
    (the bare name), one is the payload itself, several are an array, or an object where ``members`` is set.
    """

    cases: ClassVar[dict[str, type["Variant"]]]
    members: ClassVar[bool] = False

    def __init_subclass__(cls, members: bool = False) -> None:
        super().__init_subclass__()
        cls.members = members
        if Variant in cls.__bases__:
            cls.cases = {}
        else:
            cls.cases[cls.__name__] = cls

    def to_wire(self, encode: Any) -> Any:
        """The case as JSON, its payload written by ``encode``."""
        names = [field.name for field in fields(self)]  # type: ignore[arg-type]
        payload = [encode(getattr(self, name)) for name in names]
        if self.members:
            return {"type": type(self).__name__, "value": dict(zip(names, payload))}
        if not payload:
            return type(self).__name__
        return {"type": type(self).__name__, "value": payload[0] if len(payload) == 1 else payload}

    @classmethod
    def from_wire(cls, value: Any, decode: Any, hints: Any) -> Self:
        """The case that this JSON names, its payload read by ``decode``; raises ValueError for an unknown one."""
        name, payload = (value, None) if isinstance(value, str) else (value["type"], value.get("value"))
        case = cls.cases.get(name)
        if case is None:
            raise ValueError(f"{name!r} is not a {cls.__name__}")
        types = hints(case)
        names = [field.name for field in fields(case)]  # type: ignore[arg-type]
        if case.members:
            return case(**{name: decode(types[name], payload.get(name)) for name in names})  # type: ignore[return-value]
        payloads = payload if len(names) > 1 else [payload] * len(names)
        return case(*(decode(types[name], part) for name, part in zip(names, payloads, strict=True)))  # type: ignore[return-value]
