"""What the caps must know of other cases: words to the same people and to anyone of the same firm.

A person is one person and a firm one firm, in however many cases they sit. However many cases are
asked for, the number of queries is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.entry import Entry
from afterword.casebook.message import Message
from afterword.casebook.seat import Seat
from afterword.casebook.touch import Touch

#: Whose "no more, please" binds the firm (method 3.1).
BINDING = frozenset(
    {
        terms.Part.RECRUITER_INTERNAL,
        terms.Part.HR_PARTNER,
        terms.Part.HIRING_MANAGER,
        terms.Part.SKIP_LEVEL_OR_EXECUTIVE,
        terms.Part.DECISION_MAKER,
    }
)


def beside(
    account: UUID,
    cases: Iterable[Case],
    seats: Mapping[UUID, list[Seat]],
    people: Mapping[str, str],
    now: datetime,
) -> dict[UUID, tuple[terms.Happening, ...]]:
    """For each case the letters, words and stops of other cases that bind it.

    `people` says who is who, by address.
    """
    cases = list(cases)
    at_firm: dict[UUID, list[UUID]] = defaultdict(list)
    with_person: dict[str, list[UUID]] = defaultdict(list)
    for case in cases:
        at_firm[case.company_id].append(case.pk)
        for seat in seats[case.pk]:
            with_person[str(seat.person_id)].append(case.pk)
    found: dict[UUID, dict[str, terms.Happening]] = {case.pk: {} for case in cases}

    def note(h: terms.Happening, of: UUID, where: Iterable[UUID]) -> None:
        for key in where:
            if key != of:
                found[key][h.id] = h

    for h, of, firm in _letters(account, at_firm, with_person, now):
        note(h, of, (*at_firm.get(firm, ()), *with_person.get(h.who, ())))
    for h, of in _words(account, with_person, people, now):
        note(h, of, with_person.get(h.who, ()))
    for h, of, firm in _stops(account, at_firm, people, now):
        note(h, of, at_firm.get(firm, ()))
    return {
        key: tuple(sorted(rows.values(), key=lambda h: (h.at, h.id))) for key, rows in found.items()
    }


def _letters(
    account: UUID,
    at_firm: Mapping[UUID, list[UUID]],
    with_person: Mapping[str, list[UUID]],
    now: datetime,
) -> Iterable[tuple[terms.Happening, UUID, UUID]]:
    kinds = [str(kind) for kind in terms.LetterKind]
    rows = Touch.objects.of(account).filter(at__lte=now, case__isnull=False, kind__in=kinds)
    told = ("pk", "at", "person_id", "kind", "case_id", "case__company_id")
    there = rows.filter(case__company__in=list(at_firm)).values_list(*told)
    theirs = rows.filter(person__in=list(with_person)).values_list(*told)
    for pk, at, person, kind, case, firm in {*there, *theirs}:
        yield (
            terms.Happening(
                id=str(pk),
                at=at,
                kind=terms.Deed.LETTER,
                direction=terms.Direction.OUT,
                who=str(person or ""),
                detail=kind,
            ),
            case,
            firm,
        )


def _words(
    account: UUID,
    with_person: Mapping[str, list[UUID]],
    people: Mapping[str, str],
    now: datetime,
) -> Iterable[tuple[terms.Happening, UUID]]:
    """Their own mail in any case: it answers what was sent to them in another."""
    emails = [email for email, person in people.items() if person in with_person]
    rows = Message.objects.of(account).filter(
        at__lte=now, direction=terms.Direction.IN, case__isnull=False, sender_email__in=emails
    )
    told = rows.values_list("pk", "at", "sender_email", "case_id", "kind")
    for pk, at, email, case, kind in told:
        # a lead they brought is more than a word: whoever gave it hears how it goes
        lead = kind == str(terms.MailKind.OUTREACH)
        said = terms.MailKind.OUTREACH if lead else terms.MailKind.OTHER_JOB
        yield terms.Happening(id=str(pk), at=at, kind=said, who=people[email]), case


def _stops(
    account: UUID,
    at_firm: Mapping[UUID, list[UUID]],
    people: Mapping[str, str],
    now: datetime,
) -> Iterable[tuple[terms.Happening, UUID, UUID]]:
    """A stop from someone who speaks for the firm, in whichever of its cases it was said."""
    firms = list(at_firm)
    mails = Message.objects.of(account).filter(
        at__lte=now, direction=terms.Direction.IN, case__company__in=firms, reading__stop=True
    )
    said = [
        (pk, at, people.get(email, ""), case, firm)
        for pk, at, email, case, firm in mails.values_list(
            "pk", "at", "sender_email", "case_id", "case__company_id"
        )
    ]
    entered = Entry.objects.of(account).filter(at__lte=now, case__company__in=firms, stop=True)
    said += [
        (pk, at, str(person or ""), case, firm)
        for pk, at, person, case, firm in entered.values_list(
            "pk", "at", "person_id", "case_id", "case__company_id"
        )
    ]
    asking = {case for *_, case, _firm in said}
    parts = {
        (case, str(person)): part
        for case, person, part in Seat.objects.of(account)
        .filter(case__in=asking)
        .values_list("case_id", "person_id", "part")
    }
    for pk, at, who, case, firm in said:
        if parts.get((case, who)) in BINDING:
            yield (
                terms.Happening(
                    id=str(pk), at=at, kind=terms.MailKind.OTHER_JOB, who=who, stop=True
                ),
                case,
                firm,
            )
