"""What a letter takes from the mail itself: the sentences it answers, whom a talk was with, a quote made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet

from afterword import terms
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.terms import Direction, MailKind
from afterword.writing import calling, standing_alone
from afterword.writing.letters import lines
from afterword.writing.letters.grace import FILLED, PAUSED
from afterword.writing.letters.quoting import LONG_QUOTE
from afterword.writing.letters.thanked import BROUGHT, SAT
from afterword.writing.talked_with import met_in

Mails = QuerySet[Message]
#: The letters that answer one mail of theirs, and what kind of mail that is; of an offer anybody's.
_ANSWERS: dict[terms.LetterKind, tuple[MailKind, ...]] = {
    terms.LetterKind.GRACE_NOTE: (*FILLED, *PAUSED),
    terms.LetterKind.ADVICE_REQUEST: FILLED,
    terms.LetterKind.KEEP_IN_TOUCH: PAUSED,
    terms.LetterKind.OFFER_ACCEPTANCE: (MailKind.OFFER,),
}
#: The first word of who brings a lead; what whoever hires sends; whose trade it is to bring them.
_LEADS = (MailKind.OUTREACH, MailKind.OTHER_JOB, MailKind.STATUS_UPDATE)
_SETS = (
    MailKind.INTERVIEW_INVITATION,
    MailKind.INTERVIEW_LOGISTICS,
    MailKind.ASSESSMENT,
    MailKind.OFFER,
    *FILLED,
    *PAUSED,
)
_HIRES = frozenset(
    {
        terms.Part.RECRUITER_INTERNAL,
        terms.Part.RECRUITER_AGENCY,
        terms.Part.SOURCER,
        terms.Part.COORDINATOR,
        terms.Part.HR_PARTNER,
        terms.Part.HIRING_MANAGER,
        terms.Part.DECISION_MAKER,
    }
)
#: Of a mail longer than this the rest is no word to the user.
_LINES = 40


def answered(
    kind: terms.LetterKind,
    happenings: Iterable[terms.Happening],
    to: terms.Person,
    opened: Mails,
) -> Iterable[terms.Fact]:
    """The sentences of the mail that a letter of this kind answers, each as a fact of its own."""
    mine = {to.id, to.name, to.email} - {""}
    anybody = kind is terms.LetterKind.OFFER_ACCEPTANCE
    found = [
        one
        for one in happenings
        if one.kind in _ANSWERS.get(kind, ()) and (anybody or one.who in mine)
    ]
    found.sort(key=lambda one: one.at)
    # Terms stand in the offer itself, and a later word on one of them in its own mail.
    for one in found if anybody else found[-1:]:
        mail = _mail(opened, one.id) if one.hand is terms.Hand.PERSONAL else None
        if mail is None:  # told by telephone, or noted by hand
            continue
        told = f"{mail.sender_name or mail.sender_email}, {calling.day(mail.at.date())}"
        for n, sentence in enumerate(lines.sentences_of(mail.text, mail.subject)[:_LINES]):
            yield terms.Fact(f"line:{mail.pk}:{n}", sentence, told)


def _mail(opened: Mails, key: str) -> Message | None:
    try:
        return opened.filter(pk=UUID(key), direction=Direction.IN).first()
    except ValueError:
        return None


def met(
    happenings: Iterable[terms.Happening],
    people: Sequence[terms.Person],
    to: terms.Person,
    opened: Mails,
) -> Iterable[terms.Fact]:
    """For each talk that the reader was in, that they were; for each other, with whom it was, where that is known."""
    ids = [one.id for one in happenings if one.kind is terms.Deed.INTERVIEW]
    names = {one.id: one.name for one in people}
    for talk in Interview.objects.filter(pk__in=ids).prefetch_related("present"):
        there = [str(one.person_id) for one in talk.present.all()]
        if to.id in there:
            yield terms.Fact(f"{SAT}{talk.pk}", to.name, calling.day(talk.at.date()))
            continue
        if there:
            found = [names.get(one, "") for one in there]
        else:
            mail = opened.filter(pk=talk.message_id).first() if talk.message_id else None
            known = names.values()
            found = met_in(mail.text, mail.sender_name, known) if mail is not None else []
        said = [one for one in found if one]
        if said and not any(_same(one, to.name) for one in said):
            yield terms.Fact(f"met:{talk.pk}", " and ".join(said[:2]), calling.day(talk.at.date()))


def brought(happenings: Iterable[terms.Happening], to: terms.Person) -> Iterable[terms.Fact]:
    """That the reader wrote of the post before anybody else of that firm did, and sets no talk there themselves."""
    mine = {to.id, to.name, to.email} - {""}
    came = sorted(
        (h for h in happenings if h.direction is Direction.IN and isinstance(h.kind, MailKind)),
        key=lambda h: h.at,
    )
    if not came or came[0].who not in mine or came[0].kind not in _LEADS or to.part in _HIRES:
        return
    others = any(h.who not in mine for h in came)
    if others and not any(h.kind in _SETS and h.who in mine for h in came):
        yield terms.Fact(f"{BROUGHT}{came[0].id}", to.name, calling.day(came[0].at.date()))


def _same(one: str, other: str) -> bool:
    """Whether two ways of writing a name share its last word."""
    a, b = one.casefold().split(), other.casefold().split()
    return bool(a and b) and a[-1] == b[-1]


def whole(remarks: Sequence[terms.Remark], opened: Mails) -> tuple[terms.Remark, ...]:
    """The remarks, those that point at the sentence before theirs with what they point at."""
    found = []
    for one in remarks:
        if one.said_in and standing_alone.leans(one.quote):
            mail = _mail(opened, one.said_in)
            if mail is not None:
                before = _before(mail, one.quote)
                one = replace(one, quote=standing_alone.with_before(before, one.quote, LONG_QUOTE))
        found.append(one)
    return tuple(found)


def _before(mail: Message, quote: str) -> str:
    """The sentence of the mail before this one, "" for none."""
    told = lines.sentences_of(mail.text, mail.subject)
    plain = [re.sub(r"\W+", " ", one).strip() for one in told]
    wanted = re.sub(r"\W+", " ", quote).strip()
    place = plain.index(wanted) if wanted in plain else 0
    return told[place - 1] if place > 0 else ""
