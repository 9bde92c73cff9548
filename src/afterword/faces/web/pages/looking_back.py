"""Looking back: what did I learn, what recurs, what will I try next?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.cases import doubting, looking_back
from afterword.faces.web import back_words, words
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Said
from afterword.terms import Outcome

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Offer:
    title: str
    says: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    quotes: tuple[Said, ...]
    source: str
    answer: str


@dataclass(frozen=True, slots=True)
class StopRow:
    after: str
    ended: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    says: str
    source: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Respect:
    name: str
    facts: tuple[str, ...]
    try_next: str


@dataclass(frozen=True, slots=True)
class OverRow:
    firm: str
    role: str
    url: str
    says: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class LookingBack:
    title: str
    lead: str
    offer: Offer | None = None
    recurring: tuple[Recurring, ...] = ()
    stops: tuple[StopRow, ...] = ()
    stops_says: str = ""
    again: tuple[Line, ...] = ()
    next_time: tuple[Line, ...] = ()
    lessons: tuple[Line, ...] = ()
    respects: tuple[Respect, ...] = ()
    advice: tuple[Line, ...] = ()
    advice_says: str = ""
    since: str = ""
    over: tuple[OverRow, ...] = ()
    more_over: tuple[OverRow, ...] = ()
    sealed: str = ""
    from_value: str = ""
    to_value: str = ""
    empty: Empty | None = None


OVER_SHOWN = 8
#: Where somebody was hired instead.
SOMEBODY_WON = (Outcome.REJECTED, Outcome.POSITION_FILLED)


def build(visit: Visit) -> LookingBack:
    """Everything there is to look back on; one offer at most, and the report of the search."""
    found = looking_back.back(visit.account, visit.now)
    over = [_over(one, visit) for one in found.over]
    until = visit.clock.today
    return LookingBack(
        title=_("Looking back"),
        lead=_("What your endings taught, in your words and theirs. Nothing here ranks you."),
        offer=_offer(found.offer, visit) if found.offer else None,
        recurring=tuple(_recurring(group) for group in found.doubts),
        stops=tuple(_stop(row) for row in found.stops.rows),
        stops_says=found.stops.says if found.stops.n else "",
        again=tuple(_habits(found.habits, "again")),
        next_time=tuple(_habits(found.habits, "next_time")),
        lessons=tuple(
            Line(
                one.says,
                f"{one.company}, {visit.clock.day(one.on)}",
                reverse("web:case", args=[one.case]),
            )
            for one in found.lessons
        ),
        respects=tuple(
            Respect(words.says(back_words.RESPECT, one.key), one.facts, one.try_next)
            for one in found.quality
        )
        if found.over
        else (),
        advice=tuple(_advice(row) for row in found.advice.rows),
        advice_says=_advice_says(found.advice) if found.over else "",
        since=visit.clock.day(found.since),
        over=tuple(over[:OVER_SHOWN]),
        more_over=tuple(over[OVER_SHOWN:]),
        sealed=_("What lies in a closed envelope is left out here.") if found.sealed else "",
        from_value=until.replace(day=1).isoformat(),
        to_value=until.isoformat(),
        empty=None
        if found.over
        else Empty(
            _("Nothing has ended yet, so there is nothing to look back on."),
            _("Some days after an ending, five short questions wait here, if you like."),
            (Act(_("See your cases"), reverse("web:cases")),),
        ),
    )


def _advice(row: Any) -> Line:
    """One band, in how many cases it was given, and what came of it in how many of them."""
    given = ngettext("in one case", "in %(n)s cases", row.n) % {"n": row.n}
    came = ", ".join(f"{n} {words.says(back_words.CAME, one)}" for one, n in row.came)
    return Line(f"{words.says(words.BAND, row.band).capitalize()}, {given}", came)


def _advice_says(found: Any) -> str:
    if found.rows:
        return _(
            "Your own record of what the program said and what followed, each case counted once. "
            "So few cases prove nothing about the next one; look whether the advice suits you."
        )
    return ngettext(
        "What came of the advice stands here once ten cases are a month past it: one more is needed.",
        "What came of the advice stands here once ten cases are a month past it: %(n)s more are needed.",
        found.missing,
    ) % {"n": found.missing}


def _title(end: Any) -> str:
    return f"{end.role}, {end.company}" if end.role else end.company


def _offer(one: looking_back.Over, visit: Visit) -> Offer:
    end = one.end
    return Offer(
        _title(end),
        one.offer.why,
        (
            Act(_("Look back"), reverse("web:look-back", args=[end.case]), "primary"),
            Act(_("Not this one"), reverse("web:look-back-aside", args=[end.case]), "quiet", True),
        ),
    )


def _recurring(group: Any) -> Recurring:
    heard = [one.heard for one in group.doubts]
    return Recurring(
        quotes=tuple(Said(one.remark.quote, one.remark.basis) for one in heard[-2:]),
        source=", ".join(group.firms),
        answer=doubting.remedy_of(group).says,
    )


def _stop(row: Any) -> StopRow:
    seat = (
        ngettext("one of them about the seat", "%(n)d of them about the seat", row.seat)
        % {"n": row.seat}
        if row.seat
        else ""
    )
    ended = _("%(ended)d of the %(came)d that came so far") % {
        "ended": row.ended,
        "came": row.came,
    }
    return StopRow(words.says(back_words.AFTER, row.stage), ended, seat)


def _habits(rows: Any, which: str) -> list[Line]:
    return [
        Line(words.says(back_words.HABIT, one.key), ", ".join(dict.fromkeys(firms)))
        for one in rows
        if (firms := getattr(one, which))
    ]


def _over(one: looking_back.Over, visit: Visit) -> OverRow:
    end, key = one.end, UUID(one.end.case)
    ended = f"{words.says(words.OUTCOME, end.outcome)}, {visit.clock.day(end.on)}"
    if one.look is None:
        act = Act(_("Look back"), reverse("web:look-back", args=[key]), "small", about=_title(end))
    else:
        act = Act(
            _("What you wrote"), reverse("web:look-back", args=[key]), "small", about=_title(end)
        )
    if one.look is not None and one.look.empty:
        ended += " · " + _("set aside")
    acts: tuple[Act, ...] = (act,)
    if end.outcome in SOMEBODY_WON:
        hired = reverse("web:hired", args=[key])
        acts += (Act(_("Who was hired"), hired, "small", about=_title(end)),)
    due = one.hired_look.says if one.hired_look is not None and one.hired_look.due else ""
    url = reverse("web:case", args=[key])
    says = f"{ended}. {due}" if due else ended
    return OverRow(end.company, end.role, url, says, acts)


# ── one case ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AskRow:
    """One of the five, with what the record tells of it and its two fields."""

    key: str
    does: str
    facts: tuple[Said, ...]
    choice: Any
    note: Any
    open: bool = False


@dataclass(frozen=True, slots=True)
class LookBack:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    back: str
    notice: str = ""
    asked: tuple[AskRow, ...] = ()
    settled: tuple[AskRow, ...] = ()
    acts: tuple[Act, ...] = ()
    copy: str = ""


@dataclass(frozen=True, slots=True)
class CaseBack:
    """What stands on the page of a case that is over."""

    lesson: str = ""
    says: str = ""
    hired: str = ""
    acts: tuple[Act, ...] = ()


def crumbs(case: record.Case) -> tuple[Crumb, ...]:
    return (
        Crumb(_("Looking back"), reverse("web:looking-back")),
        Crumb(str(case), reverse("web:case", args=[case.pk])),
    )


def ask(case: record.Case, found: looking_back.OfCase, form: Any) -> LookBack:
    """The five questions; what the record answers by itself stands apart and need not be asked."""
    for question in found.questions:
        form.fields[question.key].label = question.asks
    rows = [_ask(question, form) for question in found.questions]
    settled = {one.key for one in found.questions if one.settled}
    aside = reverse("web:look-back-aside", args=[case.pk])
    drop = reverse("web:look-back-drop", args=[case.pk])
    acts: tuple[Act, ...] = (Act(_("Not this one"), aside, "quiet", True),)
    if found.kept is not None:
        acts = (Act(_("Take out what I wrote"), drop, "quiet", True),)
    return LookBack(
        title=_("Looking back at %(what)s") % {"what": case.company},
        lead=_(
            "Which of these would have changed how you ran it? As much as you like, and no more; "
            "it is for you alone and goes into no letter."
        ),
        crumbs=crumbs(case),
        back=reverse("web:looking-back"),
        notice=looking_back.NOTHING_TO_MEND if found.over.end.seat else "",
        asked=tuple(row for row in rows if row.key not in settled),
        settled=tuple(row for row in rows if row.key in settled),
        acts=acts,
        copy=found.copy,
    )


def _ask(question: Any, form: Any) -> AskRow:
    note = form[f"{question.key}_note"]
    return AskRow(
        key=question.key,
        does=question.does,
        facts=tuple(Said(fact.says, fact.basis) for fact in question.facts),
        choice=form[question.key],
        note=note,
        open=bool(note.value()) or form[question.key].value() not in (None, "", "open"),
    )


def of_case(case: record.Case, visit: Visit) -> CaseBack | None:
    """What a closed case shows of looking back; None while it runs or lies sealed."""
    standing = getattr(case, "standing", None)
    if standing is None or standing.sealed or standing.seen_state != "closed":
        return None
    found = looking_back.of_case(case, visit.now)
    if found is None:
        return None
    over = found.over
    look, key = over.look, case.pk
    label = _("Look back") if look is None or look.empty else _("What you wrote")
    acts = [Act(label, reverse("web:look-back", args=[key]), "small")]
    if over.offer.due:
        aside = reverse("web:look-back-aside", args=[key])
        acts.append(Act(_("Not this one"), aside, "quiet", True))
    if over.end.outcome in SOMEBODY_WON:
        acts.append(Act(_("Who was hired"), reverse("web:hired", args=[key]), "small"))
    due = over.hired_look is not None and over.hired_look.due
    return CaseBack(
        lesson=(look.lesson or look.parting) if look is not None else "",
        says=over.offer.why if over.offer.due else "",
        hired=over.hired_look.says if over.hired_look is not None and due else "",
        acts=tuple(acts),
    )
