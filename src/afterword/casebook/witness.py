"""Who was there when something was said: in the talk it was said in, or in the mail it was written in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.interview import Present
from afterword.casebook.message import Message
from afterword.casebook.person import PersonAddress
from afterword.casebook.remark import Remark


def with_witnesses(case: Case, remarks: Iterable[terms.Remark]) -> tuple[terms.Remark, ...]:
    """The remarks of a case with those who heard them, and with the sender where a mail names no speaker.

    A word noted without its talk or its mail has no witness but its speaker.
    """
    rows = Remark.objects.filter(case=case)
    talks = dict(rows.exclude(interview=None).values_list("pk", "interview"))
    mails = dict(rows.exclude(message=None).values_list("pk", "message"))
    present = defaultdict(list)
    for talk, person in Present.objects.filter(interview__in=set(talks.values())).values_list(
        "interview", "person"
    ):
        present[talk].append(str(person))
    written = Message.objects.of(case.account).filter(pk__in=set(mails.values()))
    letters = {
        key: (
            name,
            [sender, *(one["email"] for part in ("to", "cc") for one in held.get(part, []))],
        )
        for key, name, sender, held in written.values_list(
            "pk", "sender_name", "sender_email", "envelope"
        )
    }
    known = _people(case, {email for _, emails in letters.values() for email in emails})
    there = {str(key): tuple(present[talk]) for key, talk in talks.items()}
    senders: dict[str, tuple[str, str]] = {}
    for key, mail in mails.items():
        if mail in letters:
            name, emails = letters[mail]
            met = tuple(known.get(email, email) for email in emails if email)
            there[str(key)] = (*there.get(str(key), ()), *met)
            senders[str(key)] = (name, known.get(emails[0], name or emails[0]))
    return tuple(
        replace(one, by=_speaker(one, senders), heard_by=there.get(one.id, ())) for one in remarks
    )


def _speaker(remark: terms.Remark, senders: dict[str, tuple[str, str]]) -> str:
    """The sender of the mail, by id where known; another name in it stays."""
    name, sender = senders.get(remark.id, ("", ""))
    return sender if sender and remark.by in ("", name) else remark.by


def _people(case: Case, emails: set[str]) -> dict[str, str]:
    rows = PersonAddress.objects.of(case.account).filter(email__in=emails - {""})
    return {email: str(person) for email, person in rows.values_list("email", "person_id")}
