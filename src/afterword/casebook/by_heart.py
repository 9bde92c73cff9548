"""Questions that a page asks at every look, kept by heart: their SQL is worked out once a process.

Building a query costs Django several times what SQLite takes to answer it. A question written
down with `by_heart` is an ordinary function from plain values to a query set; the first call asks
it with stand-ins and keeps the SQL and the places where they stood, later calls put the values
there. It may use its arguments only as they are: what is computed from one (a day before, a part
of a word) is given as an argument of its own. One that does otherwise is refused at its first call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import wraps
from itertools import count
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet, prefetch_related_objects
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)

P = ParamSpec("P")
R = TypeVar("R")

#: A list of keys longer than this is asked for in the ordinary way.
LONGEST = 256
_UTC = ZoneInfo("UTC")


class NotByHeart(TypeError):
    """A question that changes its arguments before it asks: a fault of ours."""


def by_heart(ask: Callable[P, QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """The answer to the question as a list; an empty list among the arguments has an empty answer.

    Arguments stand by place: keys, moments, days, words, numbers, None, or lists of keys.
    """
    known: dict[Any, _Known] = {}
    plainly = cast(Callable[..., QuerySet[Any, R]], ask)

    @wraps(ask)
    def answer(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        if kwargs:
            raise NotByHeart(f"{ask.__qualname__} takes its arguments by place")
        given = [_listed(one) for one in args]
        if any(isinstance(one, list) and not one for one in given):
            return []
        if any(isinstance(one, list) and len(one) > LONGEST for one in given):
            return list(plainly(*args))
        shape = tuple(_shape(one) for one in given)
        found = known.get(shape)
        if found is None or connections[found.using].vendor != found.vendor:
            try:
                found = known[shape] = _learn(plainly, given)
            except EmptyResultSet:
                return list(plainly(*args))
        return cast(list[R], found.answer(given))

    return answer


@dataclass(frozen=True, slots=True)
class _Known:
    """One question as SQL. `places`: for each parameter the argument it is, or the value it always is."""

    using: str
    vendor: str
    sql: str
    places: tuple[tuple[int, int] | tuple[None, Any], ...]
    converters: tuple[tuple[int, Any, tuple[Any, ...]], ...]
    rows: Callable[[Iterable[Any]], list[Any]]
    beside: tuple[Any, ...]

    def answer(self, given: list[Any]) -> list[Any]:
        connection = connections[self.using]
        values = [_filled(one) if isinstance(one, list) else [one] for one in given]
        params = [
            what if at is None else _kept_as(values[at][what], connection)
            for at, what in self.places
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = list(map(list, cursor.fetchall()))
        for row in found:
            for at, column, into in self.converters:
                for convert in into:
                    row[at] = convert(row[at], column, connection)
        made = self.rows(found)
        if made and self.beside:
            prefetch_related_objects(made, *self.beside)
        return made


def _learn(ask: Callable[..., QuerySet[Any, Any]], given: list[Any]) -> _Known:
    """Ask twice with two sets of stand-ins: what differs between the two is an argument."""
    one, other = ([_stand_ins(value) for value in given] for _ in range(2))
    asked = ask(*(_as_given(value, held) for value, held in zip(given, one, strict=True)))
    again = ask(*(_as_given(value, held) for value, held in zip(given, other, strict=True)))
    connection = connections[asked.db]
    compiler = asked.query.get_compiler(using=asked.db)
    sql, params = compiler.as_sql()
    sql_again, params_again = again.query.get_compiler(using=again.db).as_sql()
    where = _where(one, connection), _where(other, connection)
    places: list[tuple[int, int] | tuple[None, Any]] = []
    for first, second in zip(params, params_again, strict=True):
        at = where[0].get(_mark(first))
        if at != where[1].get(_mark(second)) or (at is None and first != second):
            raise NotByHeart(f"{ask.__qualname__} changes an argument before it asks")
        places.append((None, first) if at is None else at)
    missing = {at for at, value in enumerate(given) if value is not None}
    if sql != sql_again or missing - {at for at, _ in places if at is not None}:
        raise NotByHeart(f"{ask.__qualname__} changes an argument before it asks")
    fields = [part[0] for part in compiler.select[: compiler.col_count]]
    beside = tuple(asked._prefetch_related_lookups)  # type: ignore[attr-defined]
    converters = compiler.get_converters(fields)
    return _Known(
        using=asked.db,
        vendor=connection.vendor,
        sql=sql,
        places=tuple(places),
        converters=tuple((at, column, tuple(into)) for at, (into, column) in converters.items()),
        rows=_reader(asked, compiler),
        beside=beside,
    )


def _reader(asked: Any, compiler: Any) -> Callable[[Iterable[Any]], list[Any]]:
    """How rows of columns become what the query set would have yielded."""
    kind = asked._iterable_class
    if kind is FlatValuesListIterable:
        return lambda rows: [row[0] for row in rows]
    if kind is ValuesListIterable:
        return lambda rows: [tuple(row) for row in rows]
    if kind is not ModelIterable:
        raise NotByHeart(f"{kind.__name__} is not known by heart")
    info, using = compiler.klass_info, asked.db
    made, own = info["model"], info["select_fields"]
    start, end = own[0], own[-1] + 1
    names = [part[0].target.attname for part in compiler.select[start:end]]
    related = get_related_populators(info, compiler.select, using)  # type: ignore[call-arg]
    more = tuple((compiler.annotation_col_map or {}).items())

    def read(rows: Iterable[Any]) -> list[Any]:
        found = []
        for row in rows:
            one = made.from_db(using, names, row[start:end])
            for other in related:
                other.populate(row, one)
            for name, at in more:
                setattr(one, name, row[at])
            found.append(one)
        return found

    return read


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, list | tuple | set | frozenset) else value


def _shape(value: Any) -> Any:
    """What makes two calls the same question: the kinds of the values, and how long a list is."""
    return (_size(len(value)), type(value[0])) if isinstance(value, list) else type(value)


def _size(n: int) -> int:
    return 1 << (n - 1).bit_length()


def _filled(values: list[Any]) -> list[Any]:
    """As many as there are places: the last one again and again, which asks for nothing new."""
    return values + values[-1:] * (_size(len(values)) - len(values))


def _stand_ins(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, list):
        return [_stand_in(type(value[0])) for _ in range(_size(len(value)))]
    return [_stand_in(type(value))]


_numbers = count(7_000_001)


def _stand_in(kind: type) -> Any:
    """A value of this kind that no question means."""
    n = next(_numbers)
    if issubclass(kind, UUID):
        return uuid4()
    if issubclass(kind, datetime):
        return datetime(1804, 2, 29, tzinfo=_UTC) + timedelta(minutes=n, microseconds=n)
    if issubclass(kind, date):
        return date(1, 1, 1) + timedelta(days=n % 600_000)
    if issubclass(kind, str):
        return f" {n}_A%\\ß"  # whatever a look-up would fold, trim or escape shows as a change
    if issubclass(kind, int) and kind is not bool:
        return n
    raise NotByHeart(f"{kind.__name__} is not known by heart")


def _as_given(value: Any, held: list[Any]) -> Any:
    return held if isinstance(value, list) else held[0] if held else None


def _where(held: list[list[Any]], connection: Any) -> dict[Any, tuple[int, int]]:
    return {
        _mark(_kept_as(value, connection)): (at, n)
        for at, values in enumerate(held)
        for n, value in enumerate(values)
    }


def _mark(value: Any) -> Any:
    """By which a parameter is found again; 1 and True and "1" are three.

    PostgreSQL is asked with numbers of kinds of their own (`Int4`), which are numbers all the same.
    """
    kind = int if isinstance(value, int) and not isinstance(value, bool) else type(value)
    return kind, value if value.__hash__ else repr(value)


def _kept_as(value: Any, connection: Any) -> Any:
    """The value as this database takes it in a question."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
