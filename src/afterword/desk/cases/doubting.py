"""The doubts ledger, joined: what was doubted in every case, what is known of it, what would answer it.

A fixed number of queries however many cases there are. What lies in a closed letter stays out,
unless the caller may break the seal (`--json` does, contract ruling 6).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from afterword import terms, writing
from afterword.casebook.answer import Answer
from afterword.casebook.case import Case
from afterword.casebook.entry import Entry
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.profile import Profile
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.story import Story
from afterword.casebook.touch import Touch
from afterword.counsel import doubts
from afterword.counsel.doubts import (
    Doubt,
    Group,
    Heard,
    Own,
    Proof,
    Remedy,
    Since,
    Where,
)
from afterword.counsel.standing.happened import STAGE_OF_PART, further
from afterword.desk import morning
from afterword.desk.letters.answered import NOES, pairing
from afterword.reading.language import language_of
from afterword.reading.reasons.codes import reasons_in
from afterword.terms import DoubtKind, LetterKind, MailKind, Part, RemarkKind, Stage

__all__ = [
    "Doubt",
    "Group",
    "Ledger",
    "Remedy",
    "codes_of",
    "heard",
    "ledger",
    "of_case",
    "remedy_of",
]

#: In a language whose small words we do not know, only long words are taken for a subject.
LONG = 6


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every doubt of an account on a day, grouped across cases."""

    day: date
    groups: tuple[Group, ...] = ()

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(one for group in self.groups for one in group.doubts)

    @property
    def recurring(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.recurs)

    @property
    def once(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if not group.recurs)


def ledger(
    account: UUID, now: datetime, at: date | None = None, *, seal_kept: bool = True
) -> Ledger:
    """The ledger now, or as it stood at the end of that local day."""
    zone = Profile.of(account, at=now).zone
    then = min(morning.end_of(at, zone), now) if at is not None else now
    cases = Case.objects.of(account).standing_alone()
    day = then.astimezone(ZoneInfo(zone)).date()
    found = heard(account, cases, then, zone, seal_kept=seal_kept)
    return Ledger(day, doubts.groups(doubts.judge_all(found, day)))


def of_case(case: Case, now: datetime) -> dict[str, Doubt]:
    """The doubts of one case, by the id of the remark."""
    zone = Profile.of(case.account, at=now).zone
    day = now.astimezone(ZoneInfo(zone)).date()
    rows = Case.objects.of(case.account).filter(pk=case.pk)
    found = heard(case.account, rows, now, zone)
    return {one.id: one for one in doubts.judge_all(found, day)}


def heard(
    account: UUID, cases: Any, then: datetime, zone: str, *, seal_kept: bool = True
) -> list[Heard]:
    """Every doubt that was said by then, with where it was said and what came after."""
    rows = _remarks(account, cases, then, zone, seal_kept)
    said_in = {str(row.pk): str(row.interview_id) for row in rows if row.interview_id}
    kept = [_of_remark(row) for row in rows]
    known = {(one.where.case, _plain(one.remark.quote)): one for one in kept}
    for stated in _stated(account, cases, then, zone, seal_kept):
        key = (stated.where.case, _plain(stated.remark.quote))
        if key in known:
            # The words stand in the ledger already; the no only says which reason they are.
            before = known[key]
            codes = tuple(dict.fromkeys((*stated.codes, *before.codes)))
            known[key] = replace(before, codes=codes, where=stated.where)
        else:
            known[key] = stated
    talks, after = _talks(account, cases, then, zone), _letters(account, cases, then, zone)
    told, guarded = _stories(account, then), _guarded(account, cases, then)
    beside: dict[str, list[terms.Remark]] = defaultdict(list)
    for one in kept:
        beside[one.where.case].append(one.remark)
    return [
        _whole(
            replace(
                one,
                where=replace(
                    _round(one, talks.get(one.where.case, []), said_in),
                    guarded=one.where.case in guarded,
                ),
            ),
            talks.get(one.where.case, []),
            after.get(one.where.case, []),
            proof_of(one.remark, beside[one.where.case], told),
        )
        for one in known.values()
    ]


# ── what was said ───────────────────────────────────────────────────────────


def _remarks(account: UUID, cases: Any, then: datetime, zone: str, seal_kept: bool) -> list[Remark]:
    rows = Remark.objects.of(account).filter(kind=RemarkKind.DOUBT, case__in=cases)
    day = then.astimezone(ZoneInfo(zone)).date()
    rows = rows.filter(Q(on__lte=day) | Q(on__isnull=True, entered_at__lte=then))
    if seal_kept:
        rows = rows.exclude(message__in=Message.objects.of(account).sealed().values("pk"))
    rows = rows.select_related("case__company", "person", "message__correction")
    return list(rows.defer("message__text", "message__reading"))


def _of_remark(row: Remark) -> Heard:
    mail = row.message
    with_verdict = mail is not None and mail.shown_kind in NOES
    return Heard(
        remark=row.as_term(),
        where=Where(
            case=str(row.case_id),
            company=row.case.company.name,
            role=row.case.role,
            with_verdict=with_verdict,
        ),
        codes=codes_of(row.quote),
        own=Own(
            kind=DoubtKind(row.nature) if row.nature in set(DoubtKind) else None,
            fixable=row.fixable,
            met_on=row.met_on,
            kin=str(row.kin or ""),
        ),
    )


def _stated(
    account: UUID, cases: Any, then: datetime, zone: str, seal_kept: bool
) -> Iterable[Heard]:
    """Reasons of a no that say something of the user: by mail, and those entered by hand."""
    shown = Q(correction__kind__in=NOES) | Q(kind__in=NOES)
    mails = Message.objects.of(account).filter(shown, case__in=cases, at__lte=then, direction="in")
    if seal_kept:
        mails = mails.exclude(pk__in=Message.objects.of(account).sealed().values("pk"))
    mails = mails.select_related("case__company", "correction", "opening").defer("text")
    for mail in mails:
        if mail.shown_kind in NOES:
            by = mail.sender_name or mail.sender_email
            yield from _reasons("m", mail, mail.reading.get("reasons", []), by, zone)
    entries = Entry.objects.of(account).filter(case__in=cases, at__lte=then, kind__in=NOES)
    for entry in entries.select_related("case__company", "person"):
        by = str(entry.person) if entry.person else ""
        yield from _reasons("e", entry, entry.reasons, by, zone)


def _reasons(
    mark: str, row: Any, reasons: Iterable[dict[str, str]], by: str, zone: str
) -> Iterable[Heard]:
    codes: dict[str, list[str]] = defaultdict(list)
    for reason in reasons:
        if reason.get("quote") and doubts.states_a_doubt(reason["code"]):
            codes[" ".join(reason["quote"].split())].append(reason["code"])
    day = row.at.astimezone(ZoneInfo(zone)).date()
    for quote, heard_there in codes.items():
        remark = terms.Remark(
            f"{mark}-{row.pk}-{heard_there[0]}", RemarkKind.DOUBT, quote, by, at=day
        )
        firm, role = row.case.company.name, row.case.role
        where = Where(str(row.case_id), firm, role, with_verdict=True)
        yield Heard(remark, where, codes=tuple(heard_there))


def codes_of(quote: str) -> tuple[str, ...]:
    """The reasons that the words of a doubt carry, as they would be heard in a no."""
    found = reasons_in(f"\n\n{quote}", MailKind.REJECTION, outgoing=False)
    return tuple(one.code for one in found if doubts.states_a_doubt(one.code))


# ── what is known besides ───────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Talk:
    id: str
    on: date
    stage: Stage | None


def _talks(account: UUID, cases: Any, then: datetime, zone: str) -> dict[str, list[_Talk]]:
    """The talks of each case in their order, with the round they were; a part tells what no field says."""
    parts = {
        (case, person): Part(part)
        for case, person, part in Seat.objects.of(account)
        .filter(case__in=cases)
        .values_list("case_id", "person_id", "part")
    }
    rows = Interview.objects.of(account).filter(case__in=cases, at__lte=then).order_by("at", "id")
    found: dict[str, list[_Talk]] = defaultdict(list)
    for row in rows.prefetch_related("present"):
        stage = Stage(row.stage) if row.stage else None
        if stage is None:
            for one in row.present.all():
                part = parts.get((row.case_id, one.person_id), Part.UNKNOWN)
                stage = further(stage, STAGE_OF_PART.get(part))
        day = row.at.astimezone(ZoneInfo(zone)).date()
        found[str(row.case_id)].append(_Talk(str(row.pk), day, stage))
    return found


def _letters(account: UUID, cases: Any, then: datetime, zone: str) -> dict[str, list[Since]]:
    """The letters that went out in each case, with what their sentences rest on."""
    rows = Touch.objects.of(account).filter(case__in=cases, at__lte=then)
    rows = rows.filter(kind__in=list(LetterKind)).select_related("letter").order_by("at", "id")
    found: dict[str, list[Since]] = defaultdict(list)
    for row in rows:
        sentences = row.letter.draft.get("sentences", []) if row.letter else []
        tells = frozenset(str(fact) for one in sentences for fact in one.get("facts", []))
        day = row.at.astimezone(ZoneInfo(zone)).date()
        found[str(row.case_id)].append(Since(day, LetterKind(row.kind), tells))
    return found


def _guarded(account: UUID, cases: Any, then: datetime) -> set[str]:
    """Cases of which the user's last word is that something may not have been lawful (G2)."""
    rows = Answer.objects.of(account).filter(case__in=cases, key="G2", at__lte=then)
    last = {str(row.case_id): row.value for row in rows.order_by("at", "id")}
    return {case for case, value in last.items() if value is True}


def _stories(account: UUID, then: datetime) -> list[terms.Story]:
    rows = Story.objects.of(account).filter(entered_at__lte=then)
    return [row.as_term() for row in rows.order_by("id")]


def _round(one: Heard, talks: list[_Talk], said_in: dict[str, str]) -> Where:
    """Which talk it was said in, or after which one it was written."""
    own = said_in.get(one.remark.id)
    for number, talk in enumerate(talks, 1):
        if talk.id == own:
            return replace(one.where, round=number, stage=talk.stage, in_talk=True)
    said = one.remark.at
    before = [talk for talk in talks if said is not None and talk.on <= said]
    stage = before[-1].stage if before else None
    return replace(one.where, round=len(before), stage=stage, in_talk=False)


def _whole(one: Heard, talks: list[_Talk], letters: list[Since], proof: Proof | None) -> Heard:
    since = sorted([*letters, *(Since(talk.on) for talk in talks)], key=lambda x: x.on)
    return replace(
        one,
        topics=topics_of(one.remark.quote),
        proof=proof,
        since=tuple(since),
    )


def proof_of(
    remark: terms.Remark, said: list[terms.Remark], stories: list[terms.Story]
) -> Proof | None:
    """The story that answers it, as every other page has it; `said` is what was doubted beside it."""
    # A reason of a no stands for itself; only what was noted in a talk is read beside the others.
    met = pairing(remark, said if remark in said else (), stories)
    return Proof(*met) if met is not None else None


def topics_of(quote: str) -> dict[str, str]:
    """What a doubt is about. The lists of small words are English; elsewhere only long words count."""
    found = writing.topics(quote)
    code, sure = language_of(quote)
    if code == "en" or not sure:
        return found
    return {topic: word for topic, word in found.items() if len(word) >= LONG}


def _plain(quote: str) -> str:
    return " ".join(quote.casefold().split()).strip(" .,;:!?“”\"'")


def remedy_of(group: Group) -> Remedy:
    """What would answer the doubts of this group."""
    return doubts.remedy(group)
