"""Our frozen words as plain JSON and back: how a reading, a letter or an advice is kept in a row."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """The value as JSON would hold it; fields that stand at their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != field.default
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(inner) for inner in value]
    return value


def from_plain(kind: type[T], data: Mapping[str, Any], /, **over: Any) -> T:
    """The value again; names that the word no longer has are passed over."""
    hints = _hints(kind)  # type: ignore[arg-type]
    given = {name: _revive(hints[name], inner) for name, inner in data.items() if name in hints}
    return kind(**{**given, **over})


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _revive(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _either([one for one in get_args(hint) if one is not type(None)], value)
    if origin is tuple:
        inner = get_args(hint)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_revive(inner[0], one) for one in value)
        return tuple(_revive(one, part) for one, part in zip(inner, value, strict=True))
    if isinstance(hint, type):
        if is_dataclass(hint):
            return from_plain(hint, value)
        if issubclass(hint, Enum):
            return hint(value)
        if issubclass(hint, datetime | date):
            return hint.fromisoformat(value)
    return value


def _either(hints: list[Any], value: Any) -> Any:
    for hint in hints:
        try:
            return _revive(hint, value)
        except (ValueError, TypeError):
            continue
    raise ValueError(f"none of {hints} fits {value!r}")
