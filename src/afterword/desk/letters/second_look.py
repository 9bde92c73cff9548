"""A letter in a file looked at before it goes: needs no casebook and keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from afterword.errors import UserError
from afterword.reading.letters import heard
from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing.reviewing import review


@dataclass(frozen=True, slots=True)
class Known:
    """What a review may hold a letter against; empty where nothing is known."""

    facts: tuple[Fact, ...] = ()
    to: Person | None = None
    company: str = ""
    me: str = ""
    today: date | None = None
    language: str = ""
    panel: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    attachments: tuple[str, ...] | None = None
    checked: bool = False
    people: tuple[str, ...] = ()
    knows: Callable[[str], bool] | None = None


def kind_of(given: str) -> LetterKind:
    """The kind named; raises UserError with those there are."""
    if given not in set(LetterKind):
        raise UserError(f"{given} is no letter. It is one of: {', '.join(LetterKind)}.")
    return LetterKind(given)


def known_from(path: Path) -> Known:
    """The facts of a FACTS.json; raises UserError where it cannot be read as one."""
    try:
        given = json.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise UserError(f"{path} could not be read: {problem.strerror}.") from problem
    except ValueError as problem:
        raise UserError(f"{path} is no JSON: {problem}.") from problem
    if not isinstance(given, dict):
        raise UserError(f"{path} should hold one object with facts, to, from, date and language.")
    to = _object(given.get("to"))
    return Known(
        facts=tuple(_facts(given.get("facts"))),
        to=Person(
            "to",
            str(to.get("name", "")),
            title=str(to.get("title", "")),
            company=str(to.get("company", "")),
            country=str(to.get("country", "")),
        ),
        company=str(to.get("company", "")),
        me=str(_object(given.get("from")).get("name", "")),
        today=_day(given.get("date"), path),
        language=str(given.get("language", "")),
        panel=tuple(str(one.get("body", "")) for one in _objects(given.get("panel"))),
        attachments=_texts(given.get("attachments")),
        checked=True,
    )


def read_letter(path: Path) -> str:
    """The letter as it is written; raises UserError where there is none."""
    try:
        return path.read_text("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        raise UserError(f"{path} could not be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise UserError(f"{path} is not text in UTF-8.") from problem


def look(
    text: str, kind: LetterKind, known: Known, *, with_grammar: bool = True
) -> tuple[Finding, ...]:
    """The notes in the margin of a letter, in reading order; places count code points of `text`."""
    return review(
        text,
        kind,
        to=known.to,
        company=known.company,
        names=known.names,
        today=known.today,
        facts=known.facts,
        language=known.language,
        me=known.me,
        panel=known.panel,
        attachments=known.attachments,
        checked=known.checked,
        with_grammar=with_grammar,
        hear=heard,
        people=known.people,
        knows=known.knows,
    )


def findings_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings in the shape of the contract."""
    return [
        {
            "start": one.start,
            "end": one.end,
            "rule": one.rule,
            "severity": one.severity,
            "message": one.message,
            "mend": one.mend,
        }
        for one in findings
    ]


def _facts(given: Any) -> Iterable[Fact]:
    for number, one in enumerate(given if isinstance(given, list) else (), start=1):
        if isinstance(one, str):
            yield Fact(f"f{number}", one)
        elif isinstance(one, dict) and one.get("text"):
            yield Fact(str(one.get("id", f"f{number}")), str(one["text"]))


def _object(given: Any) -> Mapping[str, Any]:
    return given if isinstance(given, dict) else {}


def _objects(given: Any) -> list[Mapping[str, Any]]:
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _texts(given: Any) -> tuple[str, ...] | None:
    return tuple(str(one) for one in given) if isinstance(given, list) else None


def _day(given: Any, path: Path) -> date | None:
    if not given:
        return None
    try:
        return date.fromisoformat(str(given)[:10])
    except ValueError as problem:
        raise UserError(f"{path}: the date {given} should look like 2026-03-12.") from problem
