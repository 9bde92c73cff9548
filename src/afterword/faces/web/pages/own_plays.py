"""Your own plays: the text, what is wrong with which line, and what it would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.desk.you import playbook
from afterword.faces.web.pages.parts import Crumb, Empty, Tag

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: A text to begin with; docs/plays.md says what every field takes.
EXAMPLE = """# one of ours, made stricter
[[play]]
id = "P05"
latest = 1
does = "Read it to me on the phone first"

# a play of your own; days are business days
[[play]]
id = "C1"
situation = "A week after the panel"
after = "interview"
earliest = 5
latest = 8
does = "Send the one-page plan"
letter = "keep_in_touch"
guardrail = "Only what they told you"
stop = "One"
"""


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that cannot be used, as it stands in the text, with what would be taken."""

    number: int
    text: str
    says: str
    takes: str


@dataclass(frozen=True, slots=True)
class PlayRow:
    id: str
    situation: str
    does: str
    note: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class MovedRow:
    title: str
    url: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class OwnPlays:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    wrong: tuple[WrongLine, ...] = ()
    tried: str = ""
    differences: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    moved: tuple[MovedRow, ...] = ()
    more: str = ""
    rows: tuple[PlayRow, ...] = ()
    left_out: tuple[str, ...] = ()
    empty: Empty | None = None
    example: str = EXAMPLE


def build(visit: Visit, text: str, found: playbook.Preview | None = None) -> OwnPlays:
    """The page; `found` is what trying the text gave, where it was tried."""
    own = playbook.own_plays(visit.account, visit.now)
    return OwnPlays(
        title=_("Your own plays"),
        lead=_("What you or your coach would do besides, or more strictly than we do."),
        crumbs=(Crumb(_("Settings"), reverse("web:settings")), Crumb(_("Your own plays"), "")),
        wrong=_wrong(text, found),
        tried=_tried(found),
        differences=tuple((d.id, d.situation, d.says) for d in found.differences) if found else (),
        moved=_moved(found),
        more=_more(found),
        rows=tuple(_row(play) for play in playbook.plays_json(own)),
        left_out=tuple(f"{play.id}, {play.situation}" for play in playbook.left_out(own)),
        empty=None
        if text.strip()
        else Empty(
            _("No plays of your own yet; ours are in force."),
            _(
                "Begin with the example below, change it, and try it: nothing counts until you say so."
            ),
        ),
    )


def _wrong(text: str, found: playbook.Preview | None) -> tuple[WrongLine, ...]:
    lines = text.splitlines()
    return tuple(
        WrongLine(
            fault.line,
            lines[fault.line - 1].strip() if fault.line <= len(lines) else "",
            fault.says,
            fault.takes,
        )
        for fault in (found.faults if found else ())
    )


def _tried(found: playbook.Preview | None) -> str:
    if found is None:
        return ""
    n = len(found.faults)
    if n:
        return ngettext(
            "%(n)d line cannot be used. Nothing was changed.",
            "%(n)d lines cannot be used. Nothing was changed.",
            n,
        ) % {"n": n}
    if not found.differences:
        return _("All of it can be used. It changes nothing that is in force now.")
    return _("All of it can be used. This is what would change; nothing was kept yet.")


def _moved(found: playbook.Preview | None) -> tuple[MovedRow, ...]:
    return tuple(
        MovedRow(one.title, reverse("web:case", args=[one.case]), one.was, one.becomes)
        for one in (found.moved if found else ())
    )


def _more(found: playbook.Preview | None) -> str:
    n = found.more if found else 0
    return ngettext("and %(n)d more case", "and %(n)d more cases", n) % {"n": n} if n else ""


def _row(play: dict[str, object]) -> PlayRow:
    own = str(play["own"])
    tag = Tag(_("your own"), "accent") if own == "new" else None
    if own == "changed":
        tag = Tag(_("stricter by you"), "amber")
    note = " · ".join(filter(None, (str(play["guardrail"]), str(play["stop"]))))
    return PlayRow(str(play["id"]), str(play["situation"]), str(play["does"]), note, tag)
