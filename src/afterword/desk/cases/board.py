"""Where everything stands: the cases as rows for a page, and as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from afterword import counsel
from afterword.casebook.case import Case
from afterword.casebook.decision import band_in_a_list
from afterword.casebook.message import Message
from afterword.casebook.profile import Profile
from afterword.counsel.own_plays import OwnPlays
from afterword.desk import morning
from afterword.desk.cases.judging import judge, open_all
from afterword.desk.day import at_hand
from afterword.desk.people import register
from afterword.desk.you.playbook import own_plays
from afterword.terms import CaseFile, Direction, MailKind, RemarkKind, Warmth


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in a list. While `sealed`, state, outcome, band and lane keep the seal."""

    id: UUID
    company: str
    role: str
    state: str
    stage: str
    outcome: str
    band: str
    lane: str
    says: str
    opened: datetime
    last_word: datetime | None
    sealed: bool
    play: str = ""
    letter: str = ""
    who: str = ""
    when: date | None = None
    why: str = ""
    question: str = ""


def cases(account: UUID, now: datetime, at: date | None = None) -> list[CaseRow]:
    """Every case, the latest word first; with `at`, as it stood at the end of that local day."""
    if at is not None:
        return list(_then(account, moment(account, at, now)))
    rows = Case.objects.of(account).standing_alone().for_list().order_by("-last_at", "-id")
    found = [case for case in rows if hasattr(case, "standing") and hasattr(case, "move")]
    names = at_hand.names_of(account, [case.move.who for case in found])
    return [
        CaseRow(
            id=case.pk,
            company=case.company.name,
            role=case.role,
            state=case.standing.seen_state,
            stage=case.standing.stage,
            outcome=case.standing.seen_outcome,
            band=case.standing.shown_band,
            lane=case.standing.seen_lane,
            says=case.standing.seen_why,
            opened=case.opened_at,
            last_word=case.last_at,
            sealed=case.standing.sealed,
            play=case.move.play,
            letter=case.move.letter,
            who=names.get(case.move.who, ""),
            when=case.move.when,
            why=case.move.why,
            question=case.move.question,
        )
        for case in found
    ]


def cases_json(account: UUID, now: datetime, at: date | None = None) -> list[dict[str, Any]]:
    """The same in the shape of contract.md, `cases --json`; here no seal is kept."""
    then = moment(account, at, now) if at is not None else now
    found = _files(account, then)
    ids: dict[UUID, list[str]] = {case.pk: [] for case, _ in found}
    mails = Message.objects.of(account).filter(case__in=list(ids), at__lte=then)
    for key, mail_id in mails.order_by("at", "mail_id").values_list("case_id", "mail_id"):
        ids[key].append(mail_id)
    own = own_plays(account, then)
    return [_shape(case, file, ids[case.pk], then, own) for case, file in found]


def moment(account: UUID, day: date, now: datetime) -> datetime:
    """The end of that day where the user lives."""
    return morning.end_of(day, Profile.of(account, at=now).zone)


def _files(account: UUID, then: datetime) -> list[tuple[Case, CaseFile]]:
    rows = Case.objects.of(account).standing_alone().filter(opened_at__lte=then)
    found = list(rows.select_related("company").order_by("opened_at", "id"))
    files = register.files(account, found, then)
    return [(case, files[case.pk]) for case in found]


def _then(account: UUID, then: datetime) -> Iterator[CaseRow]:
    found, own = _files(account, then), own_plays(account, then)
    for case, file in sorted(found, key=lambda pair: _last(pair[1]), reverse=True):
        judged = judge(file, then, own)
        s, move = judged.standing, judged.move
        yield CaseRow(
            id=case.pk,
            company=case.company.name,
            role=case.role,
            state=s["seen_state"],
            stage=s["stage"],
            outcome=s["seen_outcome"],
            band="" if s["sealed"] else band_in_a_list(s["seen_band"]),
            lane=s["seen_lane"],
            says=s["seen_why"],
            opened=case.opened_at,
            last_word=s["last_word"],
            sealed=s["sealed"],
            play=move.play,
            letter=move.letter or "",
            who=_name(move.who, file),
            when=move.when,
            why=move.why,
            question=move.question,
        )


def _shape(
    case: Case, file: CaseFile, ids: list[str], then: datetime, own: OwnPlays
) -> dict[str, Any]:
    file = open_all(file)
    standing = counsel.stand(file, then)
    move = counsel.next_move(file, then, own)
    words = [h for h in file.happenings if h.at <= then]
    heard = [h for h in words if h.direction is Direction.IN and isinstance(h.kind, MailKind)]
    return {
        "id": str(case.pk),
        "company": file.company,
        "role": file.role,
        "state": str(standing.state),
        "stage": _or_none(standing.stage),
        "outcome": _or_none(standing.outcome),
        "band": _or_none(move.band),
        "opened": case.opened_at.isoformat(),
        "last_word": standing.last_word.isoformat() if standing.last_word else None,
        "message_ids": ids,
        "people": [
            {
                "name": person.name,
                "email": person.email,
                "part": str(person.part),
                "stance": str(person.stance),
                "warmth": str(person.warmth),
            }
            for person in file.people
        ],
        "doubts": [
            {
                "quote": remark.quote,
                "by": remark.by,
                "basis": str(remark.basis),
                "answered_by": remark.answered_by or None,
            }
            for remark in file.remarks
            if remark.kind is RemarkKind.DOUBT
        ],
        "invitation": any(h.invitation for h in words),
        "stop": [p.email for p in file.people if p.warmth is Warmth.STOP and p.email],
        "promised_dates": [h.promised.isoformat() for h in words if h.promised],
        "reply_possible": bool(heard) and heard[-1].reply_possible,
        "next": {
            "play": move.play or None,
            "when": move.when.isoformat() if move.when else None,
            "who": _name(move.who, file) or None,
            "why": move.why,
            "question": move.question or None,
        },
    }


def _name(key: str, file: CaseFile) -> str:
    referee = file.register.person(key)
    named = referee.name if referee else key
    return next((p.name or p.email for p in file.people if p.id == key), named)


def _last(file: CaseFile) -> float:
    moments: Iterable[datetime] = (h.at for h in file.happenings)
    return max((at.timestamp() for at in moments), default=0.0)


def _or_none(word: Any) -> str | None:
    return str(word) if word else None
