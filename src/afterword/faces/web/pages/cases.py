"""Cases: the same rows as a table, a board of the open ones, along the weeks, or as the lanes after a no."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afterword.casebook import models as record
from afterword.desk.day import abreast
from afterword.faces.web import words
from afterword.faces.web.pages import cases_kept, cases_looks, stand
from afterword.faces.web.pages.cases_kept import Kept
from afterword.faces.web.pages.cases_looks import Weeks
from afterword.faces.web.pages.parts import Act, Empty, Tag, page_number
from afterword.terms import UNDER_WAY, Lane, State

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in a list. A sealed one tells only that something arrived."""

    id: str
    url: str
    company: str
    role: str
    stand: Tag
    band: str = ""
    says: str = ""
    last: str = ""
    next: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class LaneOf:
    key: str
    name: str
    says: str
    rows: tuple[CaseRow, ...] = ()
    n: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few ways to look at the same rows."""

    label: str
    url: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Cases:
    title: str
    lead: str
    rows: tuple[CaseRow, ...] = ()
    lanes: tuple[LaneOf, ...] = ()
    weeks: Weeks | None = None
    kept: tuple[Kept, ...] = ()
    here: tuple[tuple[str, str], ...] = ()
    looks: tuple[Choice, ...] = ()
    filters: tuple[tuple[str, str, bool], ...] = ()
    look: str = "table"
    q: str = ""
    empty: Empty | None = None
    acts: tuple[Act, ...] = ()
    more: str = ""
    pick: bool = False
    pick_url: str = ""
    open_says: str = ""
    open_all: Act | None = None
    cut: str = ""


#: How many rows a page of the table holds, and how many cards stand in columns.
PAGE, MOST = 100, 500
#: The ways to look at the same rows, and those of them that stand in columns.
LOOKS = (
    ("table", gettext_lazy("Table")),
    ("board", gettext_lazy("Board")),
    ("weeks", gettext_lazy("Weeks")),
    ("lanes", gettext_lazy("Lanes after a no")),
)
COLUMNS = {"board", "lanes"}


def build(visit: Visit) -> Cases:
    """The look that the address asks for; the table where it asks for none."""
    asked = visit.request.GET
    look = asked.get("look", "")
    look = look if look in dict(LOOKS) else "table"
    q, which = asked.get("q", "").strip()[:200], asked.get("which", "")
    number = page_number(asked)
    alone = record.Case.objects.of(visit.account).standing_alone()
    found = _narrow(alone, q, which).for_list().order_by("-last_at", "-id")
    if look == "lanes":
        # What lies closed may be anything, so it stands in no lane after a no.
        found = found.exclude(standing__seen_lane="").exclude(standing__sealed=True)
        cases = list(found[: MOST + 1])
    elif look == "board":
        found = found.exclude(standing__seen_state__in=["closed", "soft_closed"])
        cases = list(found[: MOST + 1])
    else:
        cases = list(found[(number - 1) * PAGE : number * PAGE + 1])
    closed = abreast.closed_by(visit.account, visit.clock.today)
    rows = [row(case, visit, closed.get(case.pk)) for case in cases]
    lanes, cut = _in_columns(look, found, cases, rows) if look in COLUMNS else ((), "")
    paged = look not in COLUMNS and len(rows) > PAGE
    here = {"look": look, "q": q, "which": which}
    more = cases_kept.address(here, number + 1) if paged else ""
    urls = [one.url for one in rows]
    return Cases(
        title=_("Cases"),
        lead=_lead(alone),
        rows=tuple(rows[:PAGE]),
        lanes=lanes,
        cut=cut,
        weeks=cases_looks.weeks(cases[:PAGE], urls[:PAGE], visit) if look == "weeks" else None,
        looks=tuple(
            Choice(str(says), cases_kept.address({**here, "look": key}), key == look)
            for key, says in LOOKS
        ),
        kept=cases_kept.kept(visit, here),
        here=tuple(here.items()) if q or which or look != "table" else (),
        filters=tuple((key, str(label), key == which) for key, label in WHICH),
        look=look,
        q=q,
        empty=None if rows or _drawn_empty(look, q, alone) else _empty(q or which, alone),
        acts=(Act(_("Add a case"), reverse("web:case-add")),),
        pick=look == "table" and asked.get("pick") == "1" and bool(rows),
        pick_url=_picking(here, number) if look == "table" and rows else "",
        more=more,
        **_closed(which, len(rows)),
    )


def _drawn_empty(look: str, q: str, alone: Any) -> bool:
    """Whether empty columns tell something: where there are cases, and none was sought."""
    return look in COLUMNS and not q and bool(alone.exists())


def _picking(here: dict[str, str], number: int) -> str:
    """The same page with a box to tick beside each case."""
    there = cases_kept.address(here, number)
    return f"{there}{'&' if '?' in there else '?'}pick=1"


def row(case: record.Case, visit: Visit, closed: date | None = None) -> CaseRow:
    """`closed` is the day by which a letter that lies closed there asks for an answer."""
    standing = getattr(case, "standing", None)
    return CaseRow(
        id=str(case.pk),
        url=reverse("web:case", args=[case.pk]),
        company=case.company.name,
        role=case.role,
        stand=stand.tag(case),
        band=stand.band(case),
        says=stand.why(case),
        last=visit.clock.short(case.last_at),
        next=stand.next_words(case, stand.closed_words(closed, visit.clock)),
        sealed=bool(standing and standing.sealed),
    )


WHICH = (
    ("", gettext_lazy("Everything")),
    ("open", gettext_lazy("Still open")),
    ("asks", gettext_lazy("Something to do")),
    ("sealed", gettext_lazy("Closed letters")),
    ("over", gettext_lazy("Over")),
)


def _narrow(found: Any, q: str, which: str) -> Any:
    """Only what may be known: a closed envelope is filtered by what is shown of it."""
    if q:
        named = Q(company__name__icontains=q) | Q(role__icontains=q)
        seated = record.Seat.objects.filter(case=OuterRef("pk"), person__name__icontains=q)
        found = found.filter(named | Exists(seated))
    if which == "open":
        found = found.exclude(standing__seen_state__in=["closed", "soft_closed"])
    elif which == "over":
        found = found.filter(standing__seen_state__in=["closed", "soft_closed"])
    elif which == "sealed":
        found = found.filter(standing__sealed=True)
    elif which == "asks":
        found = found.filter(Q(standing__sealed=True) | ~Q(move__play=""), move__isnull=False)
    return found


def _in_columns(
    look: str, found: Any, cases: list[record.Case], rows: list[CaseRow]
) -> tuple[tuple[LaneOf, ...], str]:
    """The columns, each with how many it has in all, and what is said where not all stand there."""
    lanes = {"lanes": _lanes, "board": _board}[look](cases[:MOST], rows[:MOST])
    counts, says = Counter({one.key: len(one.rows) for one in lanes}), ""
    if len(cases) > MOST:
        counts = _counted(look, found)
        says = _("Here stand the %(n)d with the latest word, of %(all)d. All are in the table.")
        says %= {"n": MOST, "all": counts.total()}
    # A column for closed letters or leads only while there are some.
    seldom = (cases_looks.CLOSED, cases_looks.LEAD)
    filled = (replace(one, n=counts[one.key]) for one in lanes)
    return tuple(one for one in filled if one.n or one.key not in seldom), says


def _counted(look: str, found: Any) -> Counter[str]:
    """How many stand in each column, however many are drawn."""
    board = look == "board"
    board_by, lane_by = ("state", "stage"), ("seen_lane", "lane")
    told = [f"standing__{name}" for name in (board_by if board else lane_by)]
    counts: Counter[str] = Counter()
    rows = found.order_by().values_list("standing__sealed", *told).annotate(n=Count("pk"))
    for sealed, one, other, n in rows:
        lane = one if sealed else other
        key = cases_looks.column_of(sealed, one, other) if board else lane
        if key:
            counts[key] += n
    return counts


def _lanes(cases: list[record.Case], rows: list[CaseRow]) -> tuple[LaneOf, ...]:
    held: dict[str, list[CaseRow]] = {lane: [] for lane in Lane}
    for case, one in zip(cases, rows, strict=True):
        lane = stand.lane(case)
        if lane in held:
            held[lane].append(one)
    return tuple(
        LaneOf(lane, str(words.LANE[lane][0]), str(words.LANE[lane][1]), tuple(held[lane]))
        for lane in Lane
    )


def _board(cases: list[record.Case], rows: list[CaseRow]) -> tuple[LaneOf, ...]:
    """The open ones by how far they got."""
    held: dict[str, list[CaseRow]] = {key: [] for key, _name, _says in cases_looks.columns()}
    for case, one in zip(cases, rows, strict=True):
        held[cases_looks.column(case)].append(one)
    return tuple(
        LaneOf(key, name, says, tuple(held[key])) for key, name, says in cases_looks.columns()
    )


def _closed(which: str, n: int) -> dict[str, Any]:
    """Where only closed letters are shown, a way to open them all: still the reader's own deed."""
    if which != "sealed" or not n:
        return {}
    return {
        "open_says": _(
            "Each may carry an answer, good or bad. Open them one by one, or all at once if you "
            "know them already."
        ),
        "open_all": Act(_("Open them all"), reverse("web:envelopes"), "small", True),
    }


def _lead(alone: Any) -> str:
    found = alone.order_by().aggregate(
        n=Count("pk"),
        on=Count("pk", filter=Q(standing__seen_state__in=UNDER_WAY)),
        held=Count("pk", filter=Q(standing__seen_state=State.ON_HOLD)),
    )
    n, on, held = found["n"], found["on"], found["held"]
    if not n:
        return ""
    said = ngettext("%(n)d process", "%(n)d processes", n) % {"n": n}
    said += ", " + ngettext("%(n)d under way", "%(n)d under way", on) % {"n": on}
    if held:
        said += ", " + ngettext("%(n)d paused by them", "%(n)d paused by them", held) % {"n": held}
    return f"{said}."


def _empty(narrowed: str, alone: Any) -> Empty:
    if narrowed and alone.exists():
        says = _("Nothing here fits that.")
        return Empty(says, acts=(Act(_("Show everything"), reverse("web:cases")),))
    return Empty(
        _("No process is known yet."),
        _("Point Afterword at your mail and they appear by themselves, or put one in by hand."),
        (
            Act(_("Read my mail"), reverse("web:welcome"), "primary"),
            Act(_("Add a case"), reverse("web:case-add")),
        ),
    )
