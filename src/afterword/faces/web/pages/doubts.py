"""Doubts: what have they doubted, more than once, and what would answer it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.cases import doubting, preparing
from afterword.desk.cases.doubting import Doubt, Group, Remedy
from afterword.faces.web import doubt_words, words
from afterword.faces.web.pages.parts import Act, Crumb, Empty, Said
from afterword.terms import Basis

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Note:
    """What is judged of one doubt, each point worded as we know it, with its reason."""

    kind: Said
    kind_why: str
    mends: Said
    mends_why: str
    met: Said | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Answering:
    """What would answer a doubt; a story comes as three lines."""

    title: str
    says: str
    story: str = ""
    url: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One doubt; `answer` stands here only where no card around it says it."""

    id: str
    said: Said
    quotation: bool
    company: str
    url: str
    source: str
    note: Note
    acts: tuple[Act, ...] = ()
    more: tuple[Act, ...] = ()
    answer: Answering | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One doubt in the words of everyone who had it."""

    title: str
    often: str
    why: str
    rows: tuple[DoubtRow, ...]
    answer: Answering


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Doubts:
    title: str
    lead: str
    ahead: tuple[Line, ...] = ()
    recurring: tuple[Card, ...] = ()
    once: tuple[Card, ...] = ()
    unsaid: tuple[Line, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class PointRow:
    """One thing they may ask, where it comes from, and what would answer it."""

    said: Said
    quotation: bool
    source: str
    why: str
    answer: Answering


@dataclass(frozen=True, slots=True)
class Asked:
    """The page before a talk."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    points: tuple[PointRow, ...] = ()
    facts: tuple[PointRow, ...] = ()
    weak: tuple[str, ...] = ()
    late: str = ""
    question: str = ""
    empty: Empty | None = None


def build(visit: Visit) -> Doubts:
    """The ledger across cases: what recurs first, then what was heard once."""
    found = doubting.ledger(visit.account, visit.now)
    return Doubts(
        title=_("Doubts"),
        lead=_(
            "What they doubted, in their words, and what would answer it. A doubt is a question "
            "about a seat, not a verdict on you."
        ),
        ahead=tuple(_ahead(visit)),
        recurring=tuple(card(group, visit) for group in found.recurring),
        once=tuple(card(group, visit) for group in found.once),
        unsaid=tuple(_unsaid(visit)),
        empty=None if found.groups else _empty(),
    )


def _empty() -> Empty:
    return Empty(
        _("No doubt is noted yet."),
        _(
            "After a talk, write down what gave them pause, as near to their words as you can. "
            "Heard at a second firm, it shows here what would answer it."
        ),
        (Act(_("Choose the case"), reverse("web:cases"), "primary"),),
    )


def _ahead(visit: Visit) -> list[Line]:
    return [
        Line(
            ", ".join(filter(None, (talk.role, talk.company))),
            reverse("web:case-asked", args=[talk.case]),
            visit.clock.day(talk.on),
        )
        for talk in preparing.ahead(visit.account, visit.now)
    ]


def _unsaid(visit: Visit) -> list[Line]:
    return [
        Line(
            ", ".join(filter(None, (one.role, one.company))),
            reverse("web:case", args=[one.case]),
        )
        for one in preparing.nobody_said(visit.account, visit.now)
    ]


def card(group: Group, visit: Visit) -> Card:
    """A doubt with all who had it and what would answer it."""
    return Card(
        title=_upper(group.about or words.says(doubt_words.KIND, group.kind)),
        often=_often(group) if group.recurs else "",
        why=group.why,
        rows=tuple(row(one, visit, group) for one in group.doubts),
        answer=answer(doubting.remedy_of(group)),
    )


def _often(group: Group) -> str:
    firms = ngettext("at one firm", "at %(n)d firms", len(group.firms)) % {"n": len(group.firms)}
    rounds = ngettext("in one round", "in %(n)d rounds", group.rounds) % {"n": group.rounds}
    return f"{firms}, {rounds}"


def row(one: Doubt, visit: Visit, group: Group) -> DoubtRow:
    """One doubt as it was said, with what is judged of it and what can be done with it."""
    remark, where = one.heard.remark, one.heard.where
    alone = len(group.doubts) == 1
    about = remark.quote[:60]
    kept = not one.id.startswith(("m-", "e-"))
    change = (
        Act(_("change"), reverse("web:remark", args=[one.id]), "quiet", about=about)
        if kept
        else Act(_("change"), reverse("web:doubt-keep", args=[one.id]), "quiet", True, about=about)
    )
    acts = [change]
    if not one.answered:
        acts.insert(0, _met_act(one, visit, about))
    same = Act(
        _("the same as another"), reverse("web:doubt-same", args=[one.id]), "quiet", about=about
    )
    apart = Act(
        _("not the same"), reverse("web:doubt-apart", args=[one.id]), "quiet", True, about=about
    )
    return DoubtRow(
        id=one.id,
        said=Said(remark.quote, remark.basis),
        quotation=remark.basis == Basis.SAID,
        company=where.company,
        url=reverse("web:case", args=[where.case]),
        source=source(one, visit),
        note=note(one),
        acts=tuple(acts),
        more=(same,) if alone else (apart, same),
        answer=None if group.recurs else answer(doubting.remedy_of(group)),
    )


def _met_act(one: Doubt, visit: Visit, about: str) -> Act:
    """Yes, it was answered: on the day of the occasion that was seen, else today."""
    url = reverse("web:doubt-met", args=[one.id])
    if one.met is not None:
        day = one.met.on
        label = _("I answered it on %(day)s") % {"day": visit.clock.day(day)}
    else:
        day = visit.clock.today
        label = _("I have answered it")
    return Act(label, url, "small", True, (("on", day.isoformat()),), about=about)


def source(one: Doubt, visit: Visit) -> str:
    """Who said it, in which round, when, and how we know."""
    remark = one.heard.remark
    how = words.says(words.BASIS, remark.basis)
    return " · ".join(filter(None, (remark.by, round_words(one), visit.clock.day(remark.at), how)))


def round_words(one: Doubt) -> str:
    """In which round it was said, as one would say it."""
    where = one.heard.where
    if where.with_verdict:
        return _("with the no")
    if not where.round:
        return ""
    number = _nth(where.round)
    says = _("in the %(nth)s talk") if where.in_talk else _("after the %(nth)s talk")
    said = says % {"nth": number}
    return f"{said} ({words.says(words.STAGE, where.stage)})" if where.stage else said


def note(one: Doubt) -> Note:
    """What is judged of a doubt; said, inferred and guessed look different."""
    return Note(
        kind=Said(words.says(doubt_words.KIND, one.kind), one.kind_basis),
        kind_why=one.kind_why,
        mends=Said(words.says(doubt_words.MENDS, one.fixable), one.fixable_basis),
        mends_why=one.fixable_why,
        met=Said(one.met.how, one.met.basis) if one.met else None,
        answered=one.answered,
    )


def answer(one: Remedy) -> Answering:
    """What would answer it, in words."""
    return Answering(
        title=words.says(doubt_words.ANSWER, one.answer),
        says=one.says,
        story=one.story.title if one.story else "",
        url=reverse("web:story", args=[one.story.id]) if one.story else "",
        lines=one.lines,
    )


def asked(case: record.Case, visit: Visit) -> Asked:
    """The page before the next talk of a case."""
    page = preparing.page(case, visit.now)
    day = visit.clock.day(page.talk.on)
    lead = (
        _("For the talk on %(day)s. Read it once the evening before; nobody asks everything.")
        % {"day": day}
        if day
        else _("For the next talk, whenever it comes. Nobody asks everything.")
    )
    crumbs = (
        Crumb(_("Cases"), reverse("web:cases")),
        Crumb(str(case), reverse("web:case", args=[case.pk])),
    )
    told: set[str] = set()
    return Asked(
        title=_("What they may ask this time"),
        lead=lead,
        crumbs=crumbs,
        points=tuple(_point(one, visit, told) for one in page.points),
        facts=tuple(_point(one, visit, told) for one in page.facts),
        weak=page.talk.weak_answers,
        late=page.late,
        question=page.question,
        empty=Empty(
            _("Nothing is known that they might doubt."),
            _("Note after each talk what gave them pause; it stands here before the next."),
            (Act(_("Note what they said"), reverse("web:remark-add", args=[case.pk])),),
        )
        if page.empty
        else None,
    )


def _point(one: preparing.Point, visit: Visit, told: set[str]) -> PointRow:
    """One thing they may ask; a story that stands on the page already is only named again."""
    remark = one.said.heard.remark
    says = answer(one.remedy)
    if says.story and says.url in told:
        says = replace(says, says=_("The story above answers this too."), lines=())
    told.add(says.url)
    return PointRow(
        said=Said(remark.quote, remark.basis),
        quotation=remark.basis == Basis.SAID,
        source=source(one.said, visit),
        why=one.why,
        answer=says,
    )


def labels(visit: Visit, but: str) -> list[tuple[str, str]]:
    """The groups a doubt can be joined to, each by its oldest words."""
    found = doubting.ledger(visit.account, visit.now).groups
    return [
        (group.key, f"{_worded(group.doubts[0])} ({', '.join(group.firms[:3])})")
        for group in found
        if but not in {one.id for one in group.doubts}
    ]


def _worded(one: Doubt) -> str:
    """Its words; only what was really said stands in quotation marks."""
    said = one.heard.remark.quote[:120]
    return f"“{said}”" if one.heard.remark.basis == Basis.SAID else said


def quote_of(visit: Visit, key: str) -> str:
    """The words of a line of the ledger; "" when it is not there."""
    every = doubting.ledger(visit.account, visit.now).doubts
    return next((one.heard.remark.quote for one in every if one.id == key), "")


def _nth(n: int) -> str:
    known = {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth")}
    return known.get(n, _("%(n)dth") % {"n": n})


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
