"""A talk that lies ahead, as a line at the head of Today: when by the clock of the place, where, with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _

from afterword.desk.day.talks import Talk
from afterword.faces.web.pages.parts import Act
from afterword.terms import Basis

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class TalkRow:
    """`who` is worded as it is known: said in ink, inferred in pencil."""

    id: str
    title: str
    url: str
    says: str
    who: str = ""
    basis: Basis = Basis.SAID
    place: str = ""
    act: Act | None = None


def row(talk: Talk, visit: Visit) -> TalkRow:
    url = reverse("web:case", args=[talk.case])
    about = _("for the talk at %(case)s") % {"case": talk.company}
    return TalkRow(
        id=str(talk.case),
        title=talk.company,
        url=url,
        says=when(talk, visit),
        who=_("with %(names)s") % {"names": _listed(talk.who)} if talk.who else "",
        basis=talk.basis,
        place=talk.place,
        act=Act(_("Prepare"), f"{url}#talk", about=about),
    )


def when(talk: Talk, visit: Visit) -> str:
    """Day and hour on the clock of the place; where the reader's runs otherwise, theirs beside it."""
    here = visit.clock.here(talk.at)
    there = talk.there
    if there is None or there.utcoffset() == here.utcoffset():
        return _("%(day)s at %(hour)s") % {"day": _day(here, visit), "hour": _hour(here)}
    return _("%(day)s at %(hour)s there (%(zone)s), %(yours)s by your clock (%(own)s)") % {
        "day": _day(there, visit),
        "hour": _hour(there),
        "zone": zone_of(there),
        "yours": _hour(here)
        if there.date() == here.date()
        else f"{spell(here, 'l')} {_hour(here)}",
        "own": zone_of(here),
    }


def zone_of(moment: datetime) -> str:
    """The name of its clock: the city where it has one, else how far it is from UTC."""
    key = getattr(moment.tzinfo, "key", "")
    if "/" in key:
        return str(key).rsplit("/", 1)[1].replace("_", " ")
    offset = moment.utcoffset() or timedelta(0)
    minutes = int(offset.total_seconds() // 60)
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "UTC"


def _day(moment: datetime, visit: Visit) -> str:
    """Today, tomorrow, or the weekday with its date."""
    days = (moment.date() - visit.clock.today).days
    if days == 0:
        return _("Today")
    if days == 1:
        return _("Tomorrow")
    return spell(moment, "l j F")


def _hour(moment: datetime) -> str:
    return moment.strftime("%H:%M")


def _listed(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
