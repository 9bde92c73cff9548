"""The register of referees as counsel sees it on a day: rows, letters sent and processes lost, joined.

However many referees and processes there are, the number of queries is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from afterword import counsel, terms
from afterword.casebook.case import Case
from afterword.casebook.entry import Entry
from afterword.casebook.files import case_files, is_stopped, without_sealed
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.reference import Reference, Vouching
from afterword.casebook.touch import Touch
from afterword.counsel import checks
from afterword.desk.cases.judging import at_home
from afterword.desk.letters.answered import met_by
from afterword.desk.letters.own_words import with_own_words
from afterword.terms import LetterKind, MailKind, ReferenceStatus, Stage

REQUESTED = str(LetterKind.REFERENCE_REQUEST)
BRIEFED = str(LetterKind.REFERENCE_BRIEF)
THANKED = str(LetterKind.REFERENCE_THANKS)
#: A private talk with a referee is a touch under this play.
TALK = "P23"
#: What the register says of somebody before they agreed.
NOT_YET = (ReferenceStatus.CANDIDATE_IDEA, ReferenceStatus.ASKED)


def files(account: UUID, cases: Iterable[Case], now: datetime) -> dict[UUID, terms.CaseFile]:
    """The cases as counsel may know them, with the register beside each."""
    found = case_files(account, cases, now)
    return with_register(found, register(account, now))


def with_register(
    found: Mapping[UUID, terms.CaseFile], known: terms.Register
) -> dict[UUID, terms.CaseFile]:
    return {key: replace(file, register=known, met_by=met_by(file)) for key, file in found.items()}


def register(account: UUID, now: datetime) -> terms.Register:
    """Who may vouch at `now`: what was dated or entered by then, letters sent among it."""
    now = at_home(account, now)
    rows = list(_rows(account, now))
    words = list(_words(account, now))
    vouchings = list(_vouchings(account, now))
    vouched = with_own_words(account, _vouched(vouchings, words, now), rows, now)
    asked: dict[UUID | None, list[date]] = defaultdict(list)
    for touch in words:
        if touch.kind == REQUESTED:
            asked[touch.person_id].append(touch.at.astimezone(now.tzinfo).date())
    return terms.Register(
        referees=tuple(_referee(row, asked[row.person_id], vouched, now) for row in rows),
        vouched=tuple(vouched),
        lost=_lost(account, now, vouched),
        talked=tuple(
            touch.at.astimezone(now.tzinfo).date() for touch in words if touch.play == TALK
        ),
    )


def _rows(account: UUID, now: datetime) -> Any:
    day = now.date()
    known = Q(entered_at__lte=now) | Q(consent_on__lte=day) | Q(told_on__lte=day)
    rows = Reference.objects.of(account).filter(known)
    return rows.select_related("person__company__stop", "person__stop").prefetch_related(
        "person__addresses"
    )


def _words(account: UUID, now: datetime) -> Any:
    """What the user wrote or said to referees as such."""
    of_these = Q(kind__in=(REQUESTED, BRIEFED, THANKED)) | Q(play=TALK)
    return Touch.objects.of(account).filter(of_these, at__lte=now, person__isnull=False)


def _vouchings(account: UUID, now: datetime) -> Any:
    return Vouching.objects.of(account).select_related("reference")


def _vouched(
    rows: Iterable[Vouching], words: Iterable[Touch], now: datetime
) -> list[terms.Vouched]:
    """What passed with each referee in each process; a letter that was sent counts as the deed."""
    day = now.date()
    found: dict[tuple[UUID, UUID], dict[str, date]] = defaultdict(dict)

    def note(person: UUID, case: UUID, what: str, on: date | None) -> None:
        if on is not None and on <= day:
            known = found[person, case].get(what)
            found[person, case][what] = max(known, on) if known else on

    for row in rows:
        key = (row.reference.person_id, row.case_id)
        note(*key, "briefed", row.briefed_on)
        note(*key, "called", row.contacted_on)
        note(*key, "thanked", row.thanked_on)
        note(*key, "outcome_told", row.outcome_told_on)
    for touch in words:
        if touch.case_id is not None and touch.person_id is not None:
            what = {BRIEFED: "briefed", THANKED: "thanked"}.get(touch.kind)
            if what:
                note(touch.person_id, touch.case_id, what, touch.at.astimezone(now.tzinfo).date())
    return [terms.Vouched(str(person), str(case), **days) for (person, case), days in found.items()]


def _referee(
    row: Reference, asked: list[date], vouched: list[terms.Vouched], now: datetime
) -> terms.Referee:
    day = now.date()
    consent = row.consent_on if row.consent_on and row.consent_on <= day else None
    status = ReferenceStatus(row.status)
    if row.consent_on is not None and consent is None:
        # As it stood before they agreed.
        status = ReferenceStatus.ASKED if asked else ReferenceStatus.CANDIDATE_IDEA
    person = row.person
    told = [one.briefed for one in vouched if one.referee == str(person.pk) and one.briefed]
    if row.told_on is not None and row.told_on <= day:
        told.append(row.told_on)
    return terms.Referee(
        id=str(person.pk),
        name=str(person),
        kind=terms.ReferenceKind(row.kind),
        status=status,
        signal=terms.ReferenceSignal(row.signal),
        consent=consent,
        told=max(told, default=None),
        asked=tuple(sorted(asked)),
        about=row.about,
        will_say=row.will_say,
        firm=person.company.name if person.company else "",
        alone=is_stopped(person, now),
    )


# ── what was lost after a check ─────────────────────────────────────────────


def _lost(account: UUID, now: datetime, vouched: Iterable[terms.Vouched]) -> tuple[terms.Lost, ...]:
    """Processes that ended with a no after they turned to references; a closed envelope is no no."""
    keys = checked(account, now) | {UUID(one.case) for one in vouched if one.called}
    rows = list(Case.objects.of(account).standing_alone().filter(pk__in=keys))
    if not rows:
        return ()
    own = terms.Register(vouched=tuple(vouched))
    found = []
    for file in case_files(account, rows, now).values():
        closed = [UUID(h.id) for h in file.happenings if h.sealed]
        seen = replace(without_sealed(file, closed), register=own)
        lost = checks.lost_after_check(seen, counsel.stand(seen, now), now)
        if lost is not None:
            found.append(lost)
    return tuple(sorted(found, key=lambda one: (one.on, one.case)))


def checked(account: UUID, now: datetime) -> set[UUID]:
    """Cases in which a word of a reference check was heard; counsel says what it came to."""
    late = str(Stage.REFERENCE_BACKGROUND_CHECK)
    kind = str(MailKind.REFERENCE_CHECK)
    read = Q(kind=kind, correction__isnull=True) | Q(correction__kind=kind)
    named = Q(kind=str(MailKind.REJECTION), text__icontains="reference")
    mails = Message.objects.of(account).filter(read | named, at__lte=now, case__isnull=False)
    entries = Entry.objects.of(account).filter(Q(kind=kind) | Q(stage=late), at__lte=now)
    talks = Interview.objects.of(account).filter(stage=late, at__lte=now)
    return {key for rows in (mails, entries, talks) for key in rows.values_list("case", flat=True)}
