"""What the map lacks, the most telling first, each with one kind question and whom to ask it.

One question a message; soft ones only (E27): nobody is put on the spot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from afterword.counsel.power.seats import CARRIERS, Seat, Table, names
from afterword.terms import Basis, Part, Stance

#: More than this at once would be a questionnaire.
MOST = 4


@dataclass(frozen=True, slots=True)
class Missing:
    """`whom` is the id of the person to ask, "" where the user asks themselves or looks it up."""

    what: str
    ask: str
    whom: str = ""
    who: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Scene:
    table: Table
    seats: tuple[Seat, ...]
    panel: tuple[Seat, ...]
    carrier: Seat | None

    def ask(self, what: str, question: str, source: str, whom: Seat | None = None) -> Missing:
        """A gap, with somebody who may be asked; with nobody left to ask it is only shown."""
        of = whom or self.carrier
        name = of.name if of else ""
        return Missing(what, question, of.id if of else "", name, source)


def missing(table: Table, seats: tuple[Seat, ...], panel: tuple[Seat, ...]) -> tuple[Missing, ...]:
    """The gaps of this map; at most four, and in a silence only those the user can fill alone."""
    scene = _Scene(table, seats, panel, _carrier(seats))
    rules = OWN_GAPS if table.quiet else GAPS
    found = [gap for rule in rules if (gap := rule(scene)) is not None]
    return tuple(found[:MOST])


def _carrier(seats: Iterable[Seat]) -> Seat | None:
    """Whom such things are asked: a recruiter, else whoever is for the user, else who was met."""
    free = [s for s in seats if not s.stopped and not s.now_at]
    order: tuple[Callable[[Seat], bool], ...] = (
        lambda s: s.part in CARRIERS,
        lambda s: s.part is Part.HR_PARTNER,
        lambda s: s.stance is Stance.FOR,
        lambda s: s.part is Part.HIRING_MANAGER,
        lambda s: s.met is not None,
    )
    return next((s for wanted in order for s in free if wanted(s)), None)


def _nobody(scene: _Scene) -> Missing | None:
    if any(s.decides for s in scene.panel):
        return None
    if scene.table.over:
        return scene.ask(
            "You do not know who decided.",
            "May I ask who took part in the decision?",
            "S0-16, S4-03",
        )
    return scene.ask(
        "You do not know who decides.",
        "Who will make the decision, and who else has a say in it?",
        "S0-16, P01",
    )


def _only_guessed(scene: _Scene) -> Missing | None:
    deciders = [s for s in scene.panel if s.decides]
    if not deciders or any(s.decides.basis is not Basis.GUESSED for s in deciders if s.decides):
        return None
    what = f"That {names(deciders)} would decide is only a guess."
    if scene.table.over:
        return scene.ask(what, "May I ask who took part in the decision?", "S0-16, S4-03")
    return scene.ask(what, "Who has the last word on this seat?", "S0-16, P01")


_ABOVE = re.compile(
    r"\bapprov(al|e[sd]?)\b|\bsign(s|ed)?[- ]off\b|\bthe board\b|\bhead ?quarters\b|genehmig"
    r"|freigabe|goedkeur|akkoord van|approbation|validation (du|de la|par)|approvazione|aprobaci"
    r"|aprovação",
    re.IGNORECASE,
)


def _above(scene: _Scene) -> Missing | None:
    """Somebody unnamed stands above those who were met (S0-18)."""
    if scene.table.over:
        return None
    for one in scene.table.people:
        for remark in reversed(one.said):
            if _ABOVE.search(remark.quote):
                what = f"{one.name} spoke of somebody above: “{remark.quote}” Who that is, you do not know."
                asked = next((s for s in scene.seats if s.id == one.id and not s.stopped), None)
                return scene.ask(what, "Whose agreement does it still need?", "S0-16, S0-18", asked)
    return None


def _never_met(scene: _Scene) -> Missing | None:
    if scene.table.over or not scene.table.late:
        return None
    unmet = [s for s in scene.panel if s.decides and s.met is None and not s.stopped]
    if not unmet or any(s.decides and s.met for s in scene.panel):
        return None
    return scene.ask(
        f"No talk with {unmet[0].name} is on record, who would decide.",
        f"Is there a good moment to speak with {unmet[0].name} too?",
        "S2-02, S4-05",
    )


def _stance_unknown(scene: _Scene) -> Missing | None:
    if scene.table.over:
        return None
    dark = [s for s in scene.panel if s.decides and s.met and s.stance is Stance.UNKNOWN]
    dark = [s for s in dark if not s.stopped and not s.stance_why]
    if not dark:
        return None
    return scene.ask(
        f"Where {dark[0].name} stands, nothing on record tells.",
        "Is there anything you would like me to expand on, or to send?",
        "S2-01, E27",
        dark[0],
    )


def _one_voice(scene: _Scene) -> Missing | None:
    if scene.table.over or not scene.table.late or len(scene.panel) != 1:
        return None
    return scene.ask(
        f"Only {scene.panel[0].name} is known here, and for such a seat others have a say.",
        "Who will work most closely with this seat, and shall I meet them?",
        "S0-10",
    )


def _unheard(scene: _Scene) -> Missing | None:
    quiet = [s for s in scene.panel if s.unheard]
    if not quiet:
        return None
    were = "was" if len(quiet) == 1 else "were"
    return Missing(
        f"{names(quiet)} {were} in the room, and nothing they said is on record.",
        "What did they ask, and when did they nod? Note it while you remember.",
        source="S0-10, P03",
    )


def _team(scene: _Scene) -> Missing | None:
    if not scene.table.late or scene.table.over:
        return None
    if any(one.brings or one.beside for one in scene.table.team):
        return None
    return Missing(
        f"Nothing is noted on the executive team of {scene.table.company}.",
        "Who leads there, what does each bring, and what would you add? Their own site and annual "
        "report tell; private pages are left alone.",
        source="S0-09",
    )


GAPS: tuple[Callable[[_Scene], Missing | None], ...] = (
    _nobody,
    _only_guessed,
    _above,
    _never_met,
    _stance_unknown,
    _one_voice,
    _unheard,
    _team,
)
#: What the user answers from memory: nobody of a house that fell silent is asked anything.
OWN_GAPS = (_unheard,)
