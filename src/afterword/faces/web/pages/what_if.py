"""What if: every answer to try, the advice as it stands, and as it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afterword.casebook import models as record
from afterword.desk.cases.what_if import Value, WhatIf
from afterword.desk.cases.what_if import what_if as ask
from afterword.faces.web import answers, words
from afterword.faces.web.pages.panel import EACH_WAY, Bar, bar
from afterword.faces.web.pages.parts import Crumb
from afterword.terms import Advice

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: What belongs together before the eye, in the order one would tell it.
GROUPS = (
    (gettext_lazy("Where it stands"), ("F1", "F2", "F3", "F7", "reposted", "review_open")),
    (gettext_lazy("You and they"), ("F4", "F5", "F6", "W2", "W6", "W8")),
    (gettext_lazy("The firm"), ("W3", "W5", "G7", "no_contact", "asks_money")),
    (gettext_lazy("You"), ("F9", "W4", "F10", "G3", "G4", "needs_care", "claim")),
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with what is known of it today, and the answers one may try."""

    key: str
    says: str
    known: str
    choices: tuple[tuple[str, str, bool], ...]
    tried: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One advice, said briefly."""

    band: str
    title: str
    why: str
    bars: tuple[Bar, ...]
    gates: tuple[str, ...]
    next: str


@dataclass(frozen=True, slots=True)
class Page:
    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    url: str
    groups: tuple[tuple[str, tuple[Ask, ...]], ...]
    says: str
    stands: Side
    would: Side | None
    tried: tuple[tuple[str, str], ...]
    keep: tuple[tuple[str, str], ...]


def tried_in(given: Mapping[str, str]) -> dict[str, Value]:
    """What an address asks to try; what no ladder knows is passed over."""
    found: dict[str, Value] = {}
    for key in answers.LADDERS:
        try:
            value = answers.value_of(key, given.get(key, ""))
        except KeyError:
            continue
        if value is not None:
            found[key] = value
    return found


def build(case: record.Case, tried: Mapping[str, Value], visit: Visit) -> Page:
    """The page for one case and what is tried on it."""
    found = ask(case, tried, visit.now)
    return Page(
        crumbs=(
            Crumb(_("Cases"), reverse("web:cases")),
            Crumb(str(case), reverse("web:case", args=[case.pk])),
        ),
        title=_("What if"),
        lead=_(
            "Change an answer and see whether the advice would move. Nothing is kept, "
            "unless you say below that it is so."
        ),
        url=reverse("web:case-what-if", args=[case.pk]),
        groups=tuple(
            (str(title), tuple(_asked(found, key) for key in keys)) for title, keys in GROUPS
        ),
        says=_says(found),
        stands=_side(found.stands),
        would=_side(found.would) if found.tried else None,
        tried=tuple(
            (answers.question_of(key), answers.label_of(key, value))
            for key, value in found.tried.items()
        ),
        keep=tuple((key, str(value)) for key, value in found.tried.items()),
    )


def _asked(found: WhatIf, key: str) -> Ask:
    text, choices = answers.LADDERS[key]
    value = found.tried.get(key)
    return Ask(
        key=key,
        says=str(text),
        known=_known(found, key),
        choices=tuple((str(one), str(label), _is(one, value)) for one, label in choices),
        tried=key in found.tried,
    )


def _is(one: Value, value: Value | None) -> bool:
    return one == value and isinstance(one, bool) == isinstance(value, bool)


def _known(found: WhatIf, key: str) -> str:
    value = getattr(found.known, key)
    if value is None:
        return _("not known")
    ground = found.known.ground(key)
    label = answers.label_of(key, value)
    return label or (ground.says if ground is not None else _("known from your mail"))


def _says(found: WhatIf) -> str:
    if not found.tried:
        return _("Nothing is changed yet.")
    if found.moves:
        return _("The advice would be another: %(then)s instead of %(now)s.") % {
            "then": words.says(words.BAND, found.would.band),
            "now": words.says(words.BAND, found.stands.band),
        }
    return _("The advice stays: %(now)s.") % {"now": words.says(words.BAND, found.stands.band)}


def _side(advice: Advice) -> Side:
    step = advice.next_step
    who = f"{step.who}: " if step.who and step.who.lower() not in step.what.lower() else ""
    when = f" ({step.when})" if step.when and step.when.lower() not in step.what.lower() else ""
    return Side(
        band=words.says(words.BAND, advice.band),
        title=advice.headline or words.says(words.ADVICE, advice.band),
        why=advice.why,
        bars=tuple(bar(one) for one in (*advice.pro[:EACH_WAY], *advice.con[:EACH_WAY])),
        gates=tuple(str(answers.GATES.get(one, one)) for one in advice.gates),
        next=f"{who}{step.what.rstrip('.')}{when}." if step.what else "",
    )
