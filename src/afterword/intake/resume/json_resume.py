"""JSON Resume (jsonresume.org, schema 1.x): highlights, projects and awards as proposed stories.

The raw shape is the schema's own; here it is met with care, for many files follow it loosely.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from afterword.intake.lettering import decoded
from afterword.intake.resume.reading import story, title_of
from afterword.terms import Brought, Proof, Unread

#: Where stories stand: the part, what it is called there, and who it was done for.
_PARTS = (
    ("work", "position", ("name", "company")),
    ("volunteer", "position", ("organization",)),
    ("projects", "name", ("entity",)),
)
SECTIONS = frozenset({"basics", "work", "volunteer", "education", "awards", "skills", "projects"})


def is_resume(value: Any) -> bool:
    """Whether this is a résumé and not some other JSON: the schema's own sections stand in it."""
    return isinstance(value, dict) and len(SECTIONS & set(value)) >= 2


def parse(data: bytes, name: str) -> Brought:
    text = decoded(data)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as broken:
        return Brought("resume", name, unread=(Unread(broken.lineno, "Here the JSON breaks off."),))
    except RecursionError:
        return Brought("resume", name, unread=(Unread(0, "The JSON is nested beyond reason."),))
    if not is_resume(value):
        why = "This JSON is no résumé: it has none of the sections of jsonresume.org."
        return Brought("json", name, unread=(Unread(0, why),))
    lines = _Lines(text)
    proofs: list[Proof] = []
    unread: list[Unread] = []
    for part, post, employers in _PARTS:
        for one in _maps(value.get(part), part, lines, unread):
            proofs += _told(one, _text(one.get(post)), _pick(one, employers), lines)
    for one in _maps(value.get("awards"), "awards", lines, unread):
        proofs += _award(one, lines)
    basics = value.get("basics")
    own = _text(basics.get("name")) if isinstance(basics, dict) else ""
    email = _text(basics.get("email")).lower() if isinstance(basics, dict) else ""
    if not proofs:
        unread.append(
            Unread(0, "The résumé tells of nothing that was done: no highlights, no summaries.")
        )
    return Brought(
        "resume", name, proofs=tuple(proofs), own_name=own, unread=tuple(unread),
        own_addresses=(email,) if "@" in email else (),
    )  # fmt: skip


def _told(one: dict[str, Any], post: str, employer: str, lines: _Lines) -> Iterator[Proof]:
    when = " – ".join(filter(None, (_text(one.get("startDate")), _text(one.get("endDate")))))
    skills = tuple(_text(word) for word in _list(one.get("keywords")) if _text(word))
    highlights = [_text(each) for each in _list(one.get("highlights"))]
    told = [each for each in highlights if each]
    if not told and (summary := _text(one.get("summary") or one.get("description"))):
        told = [summary]
    for each in told:
        yield story(
            each, line=lines.of(each), post=post, employer=employer, when=when, skills=skills
        )


def _award(one: dict[str, Any], lines: _Lines) -> Iterator[Proof]:
    title, summary = _text(one.get("title")), _text(one.get("summary"))
    if title:
        line = lines.of(title)
        yield Proof(
            title=title_of(title), result=summary, when=_text(one.get("date")),
            employer=_text(one.get("awarder")), lines=((line, title),),
        )  # fmt: skip


class _Lines:
    """On which line of the file a string stands; 0 when it is written in a way of its own."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.at = 0

    def of(self, value: str) -> int:
        for written in (json.dumps(value, ensure_ascii=False)[1:-1], json.dumps(value)[1:-1]):
            # From where the last one stood: the same words may stand twice.
            for start in (self.at, 0):
                for number in range(start, len(self.lines)):
                    if written in self.lines[number]:
                        self.at = number + 1
                        return number + 1
        return 0


def _maps(value: Any, part: str, lines: _Lines, unread: list[Unread]) -> Iterator[dict[str, Any]]:
    if value is None:
        return
    for one in _list(value):
        if isinstance(one, dict):
            yield one
        else:
            unread.append(
                Unread(lines.of(part), f"An entry of “{part}” is not in the schema's form.")
            )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _pick(one: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((_text(one.get(name)) for name in names if one.get(name)), "")


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
