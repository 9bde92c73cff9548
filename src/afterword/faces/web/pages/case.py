"""A case: what happened, what they said, what to do and why, who decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.desk.cases import doubting, preparing
from afterword.desk.cases.doubting import Doubt
from afterword.desk.day import abreast
from afterword.desk.letters import fitting
from afterword.desk.mail import tongues
from afterword.faces.web import words
from afterword.faces.web.pages import lawful, looking_back, offer, roles, stand, talking, watches
from afterword.faces.web.pages.doubts import Note, note
from afterword.faces.web.pages.offer import Offer
from afterword.faces.web.pages.panel import Panel, panel, whom
from afterword.faces.web.pages.parts import Act, Crumb, Said, Tag
from afterword.faces.web.pages.power import WhoDecides, who_decides
from afterword.faces.web.pages.ribbon import RibbonItem, open_act, ribbon
from afterword.terms import NOTHING, Basis, LetterKind, Outcome, RemarkKind, Stance, State, Warmth

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """What they said, worded as we know it, with whether a story of yours answers it."""

    id: str
    said: Said
    quotation: bool
    source: str
    answered: str = ""
    answered_url: str = ""
    unanswered: bool = False
    acts: tuple[Act, ...] = ()
    doubt: Note | None = None


@dataclass(frozen=True, slots=True)
class LetterLine:
    title: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    tags: tuple[Tag, ...] = ()
    events: tuple[RibbonItem, ...] = ()
    older: tuple[RibbonItem, ...] = ()
    remarks: tuple[RemarkRow, ...] = ()
    more_remarks: tuple[RemarkRow, ...] = ()
    panel: Panel | None = None
    offer: Offer | None = None
    talk: talking.Talk | None = None
    back: looking_back.CaseBack | None = None
    power: WhoDecides | None = None
    adverts: roles.OfCase | None = None
    signs: tuple[watches.Sign, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    write: tuple[Act, ...] = ()
    add: tuple[Act, ...] = ()
    mend: tuple[Act, ...] = ()
    alone: str = ""
    resting: str = ""
    wake: Act | None = None
    sealed: Act | None = None
    sealed_says: str = ""
    sealed_by: str = ""
    may_ask: bool = False
    lawful: Act | None = None


#: How many happenings stand open; the earlier ones fold away.
SHOWN = 12
REMARKS_SHOWN = 8
#: What can be written in any case, whatever the advice (contract, ruling 4).
ANY_LETTER = (
    LetterKind.THANK_YOU,
    LetterKind.INFLUENCE_LETTER,
    LetterKind.STATUS_NUDGE,
    LetterKind.GRACE_NOTE,
    LetterKind.ADVICE_REQUEST,
    LetterKind.CALL_REQUEST,
    LetterKind.KEEP_IN_TOUCH,
    LetterKind.WITHDRAWAL,
)
#: What a story can meet.
TO_ANSWER = {RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY, RemarkKind.DOUBT}


def build(case: record.Case, visit: Visit) -> Case:
    """The page of one case, as far as its envelopes are open."""
    events = ribbon(case, visit)
    # What still waits for an answer stands first; it is what the next letter is made of. Where they
    # have decided nothing waits any more.
    doubted = doubting.of_case(case, visit.now)
    over = _decided(case)
    said = [
        replace(row, unanswered=row.unanswered and not over)
        for row in remarks(case.remarks, visit, doubted)
    ]
    said.sort(key=lambda row: not row.unanswered)
    sealed = case.messages.sealed().order_by("-at").first()
    due = abreast.closed_by(visit.account, visit.clock.today).get(case.pk) if sealed else None
    tongue = tongues.of_case(case)
    lead = _unread(tongue) if tongue else stand.why(case)
    decided = _once(panel(case, visit), lead) if not tongue else None
    # Whatever is written instead goes to whom the step names.
    step = whom(case, decided.who if decided is not None else "")
    return Case(
        id=str(case.pk),
        title=f"{case.role}, {case.company}" if case.role else str(case.company),
        lead=lead,
        crumbs=(Crumb(_("Cases"), reverse("web:cases")), Crumb(str(case.company), "")),
        tags=(Tag(_("not read")),) if tongue else (stand.tag(case), *_stage(case)),
        events=tuple(events[:SHOWN]),
        older=tuple(events[SHOWN:]),
        remarks=tuple(said[:REMARKS_SHOWN]),
        more_remarks=tuple(said[REMARKS_SHOWN:]),
        panel=decided,
        offer=offer.build(case, visit),
        talk=talking.build(case, visit),
        back=looking_back.of_case(case, visit),
        power=who_decides(case, visit),
        adverts=roles.of_case(case, visit),
        signs=_quieter(watches.of_case(case, visit), decided),
        letters=tuple(_letters(case, visit)),
        write=_write(case, step),
        add=_add(case),
        mend=_mend(case),
        alone=_("%(who)s is left alone: no letter is drafted to anyone there.")
        % {"who": case.company.name}
        if getattr(case.company, "stop", None) is not None
        else "",
        sealed=open_act(sealed) if sealed else None,
        sealed_says=_("%(who)s wrote %(when)s")
        % {
            "who": sealed.sender_name or case.company.name,
            "when": visit.clock.moment(sealed.at),
        }
        if sealed
        else "",
        sealed_by=stand.closed_words(due, visit.clock),
        may_ask=_may_ask(case),
        lawful=lawful.notice(case, visit),
        **_rest(case, visit),
    )


def _decided(case: record.Case) -> bool:
    """Whether it has ended, as far as the envelopes are open, and has not opened again."""
    standing = getattr(case, "standing", None)
    return standing is not None and standing.seen_state == State.CLOSED


def _once(decided: Panel | None, lead: str) -> Panel | None:
    """The panel without the sentences that stand above it already."""
    if decided is None:
        return None
    why = "" if decided.why.strip() == lead.strip() else decided.why
    step = decided.next
    for said in filter(None, (lead.strip(), why.strip())):
        step = step.replace(said, "")
    return replace(decided, why=why, next=" ".join(step.split()))


def _quieter(signs: tuple[watches.Sign, ...], decided: Panel | None) -> tuple[watches.Sign, ...]:
    """One thing to do on a page: beside the panel, which says what it is, the buttons of signs are plain.

    A letter that two signs would have written is offered once, at the first of them.
    """
    loud = decided is not None
    found, offered = [], False
    for sign in signs:
        first = next((one for one in sign.acts if one.style == "primary"), None)
        acts = tuple(one for one in sign.acts if one is not first or not offered)
        offered = offered or first is not None
        if loud:
            acts = tuple(replace(one, style="plain") if one is first else one for one in acts)
        found.append(replace(sign, acts=acts))
    return tuple(found)


def _unread(tongue: str) -> str:
    """Of mail that could not be read nothing is said but that."""
    return _(
        "Their mail is in %(language)s, which is not read here. What it says is yours to enter: what "
        "happened, and on which day."
    ) % {"language": tongue}


def _may_ask(case: record.Case) -> bool:
    """Whether another talk may come; while a letter lies closed nothing here tells."""
    standing = getattr(case, "standing", None)
    return standing is not None and standing.seen_state in preparing.MAY_TALK


def _stage(case: record.Case) -> tuple[Tag, ...]:
    standing = getattr(case, "standing", None)
    if standing is None or standing.sealed or not standing.stage:
        return ()
    if standing.state == State.OFFER:
        return ()  # "an offer" stands beside it, and how it was made is in the mail
    return (Tag(words.says(words.STAGE, standing.stage)),)


def remarks(rows: Any, visit: Visit, doubted: Mapping[str, Doubt] = NOTHING) -> list[RemarkRow]:
    """What they said, save what stands in a letter that is still closed."""
    found = rows.select_related(
        "person", "answered_by", "message__correction", "message__opening"
    ).defer("message__text")
    return [
        remark(row, visit, doubted.get(str(row.pk)))
        for row in found.order_by("-on", "-id")
        if row.message is None or not row.message.is_sealed
    ]


def remark(row: record.Remark, visit: Visit, doubt: Doubt | None = None) -> RemarkRow:
    by = row.by_name or (row.person.name if row.person else "")
    how = words.says(words.BASIS, row.basis)
    who = ", ".join(filter(None, (by, visit.clock.day(row.on))))
    source = " · ".join(filter(None, (words.says(words.REMARK, row.kind), who, how)))
    story = row.answered_by
    edit = reverse("web:remark", args=[row.pk])
    return RemarkRow(
        id=str(row.pk),
        said=Said(row.quote, Basis(row.basis)),
        quotation=row.basis == Basis.SAID,
        source=source,
        answered=story.title if story else "",
        answered_url=reverse("web:story", args=[story.pk]) if story else "",
        unanswered=story is None
        and row.kind in TO_ANSWER
        and not (doubt is not None and doubt.answered),
        acts=(Act(_("change"), edit),),
        doubt=note(doubt) if doubt is not None else None,
    )


def stance(seat: record.Seat) -> Tag:
    """Where they stand; a guess carries its question mark."""
    who = seat.person
    firm = who.company
    if getattr(who, "stop", None) or (firm is not None and getattr(firm, "stop", None)):
        return Tag(words.says(words.WARMTH, Warmth.STOP), "rose")
    said = words.says(words.STANCE, seat.stance)
    if seat.stance != Stance.UNKNOWN and seat.stance_basis == Basis.GUESSED:
        said += "?"
    return Tag(said, "accent" if seat.stance == Stance.FOR else "plain")


def _letters(case: record.Case, visit: Visit) -> list[LetterLine]:
    rows = case.letters.select_related("person", "approval", "sending", "discard")
    return [
        LetterLine(
            words.says(words.LETTER, row.kind),
            reverse("web:letter", args=[row.pk]),
            letter_state(row, visit),
        )
        for row in rows.filter(discard__isnull=True).order_by("-id")
    ]


def letter_state(row: record.Letter, visit: Visit) -> str:
    """What became of a letter, in two or three words."""
    state = row.state
    if state == "sent":
        return _("sent %(when)s") % {"when": visit.clock.short(row.sending.at)}
    if state == "discarded":
        return _("put away")
    return _("ready") if state == "approved" else _("a draft")


def _write(case: record.Case, who: tuple[tuple[str, str], ...] = ()) -> tuple[Act, ...]:
    """The letters that fit where it stands; to a fraud none is offered."""
    if fitting.looks_like_fraud(case):
        return ()
    url = reverse("web:letter-draft", args=[case.pk])
    drafted = tuple(
        Act(words.says(words.LETTER, kind), url, "small", True, (("kind", kind), *who))
        for kind in ANY_LETTER
        if fitting.fits(case, kind)
    )
    # Whatever the advice or the gates: a person may always write by hand.
    hand = (("kind", str(LetterKind.KEEP_IN_TOUCH)), ("hand", "yes"), *who)
    return (*drafted, Act(_("An empty page"), url, "small", True, hand))


def _add(case: record.Case) -> tuple[Act, ...]:
    return (
        Act(_("They told me by phone or in person"), reverse("web:entry-add", args=[case.pk])),
        Act(_("An interview"), reverse("web:interview-add", args=[case.pk])),
        Act(_("Who vouches here"), f"{reverse('web:references')}?case={case.pk}"),
    )


def _mend(case: record.Case) -> tuple[Act, ...]:
    over = case.endings.filter(reopening__isnull=True).exists()
    closing = (
        Act(_("Open it again"), reverse("web:case-reopen", args=[case.pk]), "small", True)
        if over
        else Act(_("It is over"), reverse("web:case-end", args=[case.pk]), "small")
    )
    return (
        Act(_("Another name or role"), reverse("web:case-rename", args=[case.pk]), "small"),
        Act(
            _("It is the same as another case"), reverse("web:case-merge", args=[case.pk]), "small"
        ),
        Act(
            _("Where they are, and what they do"),
            reverse("web:case-place", args=[case.pk]),
            "small",
        ),
        Act(_("Some mails belong elsewhere"), reverse("web:case-split", args=[case.pk]), "small"),
        Act(_("Not my case"), reverse("web:case-not-mine", args=[case.pk]), "small", True),
        _firm(case),
        closing,
    )


def _firm(case: record.Case) -> Act:
    firm = case.company
    name = {"who": firm.name}
    if getattr(firm, "stop", None) is not None:
        url = reverse("web:firm-lift", args=[firm.pk])
        return Act(_("I may write to %(who)s again") % name, url, "small", True)
    url = reverse("web:firm-stop", args=[firm.pk])
    return Act(_("Leave %(who)s alone") % name, url, "small", True)


def _rest(case: record.Case, visit: Visit) -> dict[str, Any]:
    snooze = record.Snooze.objects.filter(case=case).first()
    resting = snooze is not None and snooze.sleeps(visit.clock.today)
    if snooze is None or not (resting or snooze.never):
        return {}
    if snooze.until and resting:
        says = _("You asked for peace here until %(day)s.") % {"day": visit.clock.day(snooze.until)}
    else:
        says = _("You said: not this one. It is not brought up again.")
    wake = Act(_("Look at it again"), reverse("web:case-wake", args=[case.pk]), "small", True)
    return {"resting": says, "wake": wake}


def outcomes() -> list[tuple[str, str]]:
    """How a case can end, for a field to choose from."""
    return [(str(one), words.says(words.OUTCOME, one)) for one in Outcome]
