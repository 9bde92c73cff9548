"""Views of the cases that the user keeps under a name: which, in what look, with what words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.faces.web.pages.parts import Act

if TYPE_CHECKING:
    from collections.abc import Mapping

    from afterword.faces.web.visit import Visit

#: Under this name they lie in the settings of the account, oldest first.
SETTING = "views_of_cases"
#: So many are kept at most, each with a name of so many letters.
MOST, LONGEST = 20, 60
#: What makes a view.
PARTS = ("look", "q", "which")


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept view; `here` where it is the one on the page."""

    name: str
    url: str
    here: bool
    drop: Act


def address(asked: Mapping[str, str], number: int = 1) -> str:
    """Where the cases lie in this view."""
    told = {part: asked.get(part, "") for part in PARTS}
    told["page"] = str(number) if number > 1 else ""
    kept = {key: value for key, value in told.items() if value and value != "table"}
    return reverse("web:cases") + (f"?{urlencode(kept)}" if kept else "")


def kept(visit: Visit, asked: Mapping[str, str]) -> tuple[Kept, ...]:
    """The kept views, as links and with a way to drop each."""
    here = address(asked)
    return tuple(
        Kept(
            name=one["name"],
            url=address(one),
            here=address(one) == here,
            drop=Act(
                "×",
                reverse("web:cases-views"),
                "quiet",
                True,
                (("drop", one["name"]), *((part, asked.get(part, "")) for part in PARTS)),
                about=_("drop the view %(name)s") % {"name": one["name"]},
            ),
        )
        for one in _held(visit)
    )


def keep(visit: Visit, name: str, asked: Mapping[str, str]) -> bool:
    """Keep this view under a name, in place of one of the same name; false where there is no name."""
    name = " ".join(name.split())[:LONGEST]
    if not name:
        return False
    others = [one for one in _held(visit) if one["name"] != name]
    view = {"name": name, **{part: asked.get(part, "")[:200] for part in PARTS}}
    _write(visit, [*others, view][-MOST:], f"The view {name} was kept")
    return True


def drop(visit: Visit, name: str) -> None:
    """Keep it no longer."""
    rest = [one for one in _held(visit) if one["name"] != name]
    _write(visit, rest, f"The view {name} was dropped")


def _held(visit: Visit) -> list[dict[str, Any]]:
    """What is kept; a casebook brought back from elsewhere may hold anything there."""
    found = visit.profile.settings.get(SETTING)
    rows = found if isinstance(found, list) else []
    return [
        one
        for one in rows
        if isinstance(one, dict) and isinstance(one.get("name"), str) and one["name"]
        and all(isinstance(one.get(part, ""), str) for part in PARTS)
    ]  # fmt: skip


def _write(visit: Visit, rows: list[dict[str, Any]], says: str) -> None:
    visit.profile.describe(at=visit.now, says=says, settings={SETTING: rows})
