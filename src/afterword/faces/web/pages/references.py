"""References: who vouches, for what, and how warmly; who is told before a final, and thanked after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.people import references as desk
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act, Empty, Said, Tag
from afterword.terms import Basis, LetterKind, Referee

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: The words of `counsel.references.Step` and `counsel.voices`, as they stand on the page.
STEP_TAG = {
    "name": ("may be named", "accent"),
    "spare": ("may be named, but tired", "amber"),
    "ask": ("to be asked", "plain"),
    "wait": ("not yet to be named", "plain"),
    "remind": ("to be asked once more", "plain"),
    "talk": ("talk in private first", "amber"),
    "replace": ("find another", "rose"),
    "rest": ("not named", "plain"),
}
LETTER = {
    "name": LetterKind.REFERENCE_BRIEF,
    "ask": LetterKind.REFERENCE_REQUEST,
    "remind": LetterKind.REFERENCE_REQUEST,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One referee in one process: what is due, and how to do it."""

    who: str
    url: str
    says: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtLine:
    quote: Said
    says: str


@dataclass(frozen=True, slots=True)
class RoundPart:
    title: str
    url: str
    tag: Tag | None = None
    lines: tuple[Line, ...] = ()
    done: tuple[str, ...] = ()
    doubts: tuple[DoubtLine, ...] = ()
    unasked: str = ""
    unasked_acts: tuple[Act, ...] = ()
    doors: tuple[Said, ...] = ()
    law: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One referee on the register."""

    name: str
    url: str
    kind: str
    tag: Tag
    why: str
    firm: str = ""
    about: str = ""
    will_say: Said | None = None
    signal: str = ""
    caution: str = ""
    foot: str = ""
    note: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Worry:
    """P23 on the page: why, whom to ask, and the law's separate way."""

    says: str
    lost: tuple[str, ...]
    acts: tuple[Act, ...] = ()
    copy: str = ""


@dataclass(frozen=True, slots=True)
class References:
    title: str
    lead: str
    rounds: tuple[RoundPart, ...] = ()
    cards: tuple[Card, ...] = ()
    worry: Worry | None = None
    could: tuple[Line, ...] = ()
    turns: tuple[Line, ...] = ()
    empty: Empty | None = None


def build(visit: Visit, case: record.Case | None = None) -> References:
    """The register, what is due first; with `case` that process stands on top."""
    look = desk.look(visit.account, visit.now, case=case.pk if case else None)
    keys = {str(row.person): row for row in look.rows}
    rounds = [_round(one, keys, visit, case) for one in look.rounds]
    add = reverse("web:reference-add")
    return References(
        title=_("References"),
        lead=_lead(look),
        rounds=tuple(sorted((r for r in rounds if _says_something(r)), key=lambda r: not r.here)),
        cards=tuple(_card(row, visit) for row in look.rows),
        worry=_worry(look, keys, visit),
        could=tuple(_could(one) for one in look.could[:8]),
        turns=tuple(_turn(one) for one in look.turns[:8]),
        empty=None
        if look.rows
        else Empty(
            _("Nobody is on the register yet."),
            _(
                "Two or three people who saw your work are enough. Putting them here asks nobody "
                "anything."
            ),
            (Act(_("Put someone on the register"), add, "primary"),),
        ),
    )


def _lead(look: desk.Look) -> str:
    n = sum(row.ready.may_be_named for row in look.rows)
    if not n:
        return _("Who vouches for you, for what, and how warmly.")
    said = ngettext("%(n)d person may be named today.", "%(n)d people may be named today.", n)
    return said % {"n": n}


def _says_something(part: RoundPart) -> bool:
    return part.here or bool(part.lines or part.doubts or part.unasked or part.done)


def _round(
    one: desk.Round, keys: dict[str, desk.Row], visit: Visit, case: record.Case | None
) -> RoundPart:
    process, here = one.process, case is not None and case.pk == one.case
    lines = [_due(due, keys, one, visit) for due in one.due]
    lines += [_owed(due, keys, one) for due in one.owed]
    unasked = one.unprompted
    return RoundPart(
        title=process.title,
        url=reverse("web:case", args=[one.case]),
        tag=_round_tag(one, visit),
        lines=tuple(lines),
        done=tuple(_done(one, keys, visit)),
        doubts=tuple(_doubt(row) for row in one.doubts),
        unasked=unasked.why if unasked else "",
        unasked_acts=()
        if unasked is None
        else (_letter(one, LetterKind.REFERENCE_REQUEST, unasked.referee, _("Ask them")),),
        doors=tuple(Said(f"{door.who}: {door.why}", door.basis) for door in one.doors),
        law=one.law if one.doors else "",
        here=here,
    )


def _round_tag(one: desk.Round, visit: Visit) -> Tag | None:
    process = one.process
    if process.ended is not None:
        return Tag(_("over since %(day)s") % {"day": visit.clock.day(process.ended)})
    if process.final is not None:
        return Tag(_("late round on %(day)s") % {"day": visit.clock.day(process.final)}, "accent")
    if process.check is not None:
        said = _("references asked for on %(day)s")
        return Tag(said % {"day": visit.clock.day(process.check)}, "amber")
    return None


def _letter(one: desk.Round, kind: LetterKind, who: Referee, label: str = "") -> Act:
    return Act(
        label or words.says(words.LETTER, kind),
        reverse("web:letter-draft", args=[one.case]),
        "small",
        True,
        (("kind", str(kind)), ("person", who.id), ("play", "P22")),
        about=who.name,
    )


def _step(one: desk.Round, row: desk.Row | None, step: str, label: str) -> tuple[Act, ...]:
    if row is None:
        return ()
    url = reverse("web:reference-step", args=[row.key, one.case])
    return (Act(label, url, "small", True, (("step", step),), about=row.ready.referee.name),)


def _due(due: desk.Due, keys: dict[str, desk.Row], one: desk.Round, visit: Visit) -> Line:
    row = keys.get(due.referee.id)
    letter = _letter(one, LETTER[str(due.step)], due.referee)
    if due.step == "name":
        told = _step(one, row, "briefed", _("I told them"))
    else:
        told = _agreed(row)
    return Line(due.referee.name, _person(due.referee), due.why, (letter, *told))


def _owed(due: desk.Due, keys: dict[str, desk.Row], one: desk.Round) -> Line:
    row = keys.get(due.referee.id)
    over = one.process.ended is not None
    step = "told" if over else "thanked"
    letter = _letter(one, LetterKind.REFERENCE_THANKS, due.referee)
    return Line(
        due.referee.name,
        _person(due.referee),
        due.why,
        (letter, *_step(one, row, step, _("I told them") if over else _("I thanked them"))),
    )


def _done(one: desk.Round, keys: dict[str, desk.Row], visit: Visit) -> list[str]:
    found = []
    for passed in one.passed:
        row = keys.get(passed.referee)
        days = (
            (_("briefed %(day)s"), passed.briefed),
            (_("called by them %(day)s"), passed.called),
            (_("thanked %(day)s"), passed.thanked),
            (_("told how it ended %(day)s"), passed.outcome_told),
        )
        said = [form % {"day": visit.clock.day(day)} for form, day in days if day]
        if row is not None and said:
            found.append(f"{row.ready.referee.name}: {', '.join(said)}")
    return found


def _doubt(row: desk.Answered) -> DoubtLine:
    quote = Said(row.doubt.quote, row.doubt.basis)
    if row.by:
        who = ", ".join(one.name for one in row.by)
        return DoubtLine(quote, _("%(who)s will speak to it.") % {"who": who})
    if row.could:
        one, story = row.could[0]
        said = _("Nobody has said they will speak to it. %(who)s saw “%(story)s” and could.")
        return DoubtLine(quote, said % {"who": one.name, "story": story.title})
    if row.confirm:
        name, story = row.confirm[0]
        said = _("Your story “%(story)s” names %(who)s, who can confirm it. Ask them first.")
        return DoubtLine(quote, said % {"who": name, "story": story.title})
    return DoubtLine(quote, _("Nobody has spoken to this yet."))


def _person(who: Referee) -> str:
    return reverse("web:person", args=[who.id])


def _agreed(row: desk.Row | None) -> tuple[Act, ...]:
    if row is None:
        return ()
    url = reverse("web:reference-agree", args=[row.key])
    return (Act(_("They agreed"), url, "small", about=row.ready.referee.name),)


def _card(row: desk.Row, visit: Visit) -> Card:
    one, ready = row.ready.referee, row.ready
    text, tone = STEP_TAG[str(ready.step)]
    signal = words.says(words.REFEREE_SIGNAL, one.signal)
    told = _("last told %(day)s") % {"day": visit.clock.day(one.told)} if one.told else ""
    drawn = (
        ngettext("%(n)d process in three months", "%(n)d processes in three months", row.drawn_on)
        % {"n": row.drawn_on}
        if row.drawn_on
        else ""
    )
    return Card(
        name=one.name,
        url=reverse("web:reference", args=[row.key]),
        kind=words.says(words.REFEREE_KIND, one.kind),
        tag=Tag(_(text), tone),
        why=ready.why,
        firm=one.firm,
        about=one.about,
        will_say=Said(one.will_say) if one.will_say else None,
        signal=signal,
        caution=_("“%(words)s” may sound too good to be believed; one plain fact does more.")
        % {"words": row.too_high}
        if row.too_high
        else "",
        foot=" · ".join(filter(None, (told, drawn))),
        note=row.note,
        acts=_card_acts(row),
    )


def _card_acts(row: desk.Row) -> tuple[Act, ...]:
    step = str(row.ready.step)
    change = Act(
        _("Change"),
        reverse("web:reference", args=[row.key]),
        "small",
        about=row.ready.referee.name,
    )
    if step in ("ask", "remind", "wait"):
        return (*_agreed(row), *_set(row, "hesitant", _("They hesitated")), change)
    if step == "talk":
        url = reverse("web:reference-talk", args=[row.key])
        return (Act(_("We talked in private"), url, "small", True), change)
    return (change,)


def _set(row: desk.Row, status: str, label: str) -> tuple[Act, ...]:
    url = reverse("web:reference-status", args=[row.key])
    fields = (("status", status),)
    return (Act(label, url, "small", True, fields, about=row.ready.referee.name),)


def _worry(look: desk.Look, keys: dict[str, desk.Row], visit: Visit) -> Worry | None:
    found = look.suspicion
    if found is None:
        return None
    talks = tuple(
        Act(
            _("I talked with %(who)s") % {"who": one.name},
            reverse("web:reference-talk", args=[keys[one.id].key]),
            "small",
            True,
        )
        for one in found.ask[:3]
        if one.id in keys
    )
    add = Act(_("Add another voice"), reverse("web:reference-add"), "small")
    return Worry(
        says=found.why,
        lost=tuple(f"{one.title}, {visit.clock.day(one.on)}" for one in found.lost),
        acts=(*talks, add),
        copy=found.copy,
    )


def _could(one: desk.Could) -> Line:
    if one.who.id:
        url = reverse("web:person", args=[one.who.id])
        put = Act(
            _("Put on the register"),
            reverse("web:reference-consider", args=[one.who.id]),
            "small",
            True,
            about=one.who.name,
        )
    else:
        url = ""
        asked = urlencode({"name": one.who.name})
        form = f"{reverse('web:reference-add')}?{asked}"
        put = Act(_("Put on the register"), form, "small", about=one.who.name)
    firm = f" ({one.who.firm})" if one.who.firm else ""
    mark = "" if one.basis is Basis.SAID else " " + _("Only inferred.")
    return Line(f"{one.who.name}{firm}", url, one.why + mark, (put,))


def _turn(one: desk.Turn) -> Line:
    url = reverse("web:person", args=[one.favour.person])
    told: tuple[Act, ...] = ()
    if one.favour.id:
        away = reverse("web:favour-returned", args=[one.favour.id])
        back = (("to", reverse("web:references")),)
        told = (Act(_("I told them"), away, "small", True, back, about=one.favour.name),)
    return Line(one.favour.name, url, f"{one.says} {one.prompt}", told)
