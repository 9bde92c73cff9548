"""The words that passed between the user and one person, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.faces.web import words
from afterword.terms import Direction

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: How many of them stand on the page.
WORDS = 30


@dataclass(frozen=True, slots=True)
class WordBetween:
    """One word that passed between you."""

    when: str
    says: str
    url: str = ""
    you: bool = False


def words_between(person: record.Person, emails: list[str], visit: Visit) -> list[WordBetween]:
    """Mail, letters and private exchanges, newest first; a closed letter shows only that it came."""
    found: list[tuple[datetime, WordBetween]] = []
    mails = record.Message.objects.of(visit.account).filter(sender_email__in=emails).for_list()
    for mail in mails.order_by("-at")[:WORDS]:
        says = (
            _("A closed letter")
            if mail.is_sealed
            else mail.subject or words.says(words.KIND, mail.shown_kind)
        )
        url = reverse("web:mail", args=[mail.pk])
        found.append((mail.at, WordBetween(visit.clock.short(mail.at), says, url)))
    for mail in _to_them(person, set(emails)):
        url = reverse("web:mail", args=[mail.pk])
        says = mail.subject or _("A word from you")
        found.append((mail.at, WordBetween(visit.clock.short(mail.at), says, url, True)))
    for touch in person.touches.order_by("-at")[:WORDS]:
        says = words.says(words.LETTER, touch.kind) if touch.kind else _("A word from you")
        url = reverse("web:letter", args=[touch.letter_id]) if touch.letter_id else ""
        found.append((touch.at, WordBetween(visit.clock.short(touch.at), says, url, True)))
    ties = record.Exchange.objects.of(visit.account).filter(email__in=emails).order_by("-at")
    for tie in ties[:WORDS]:
        you = tie.direction == Direction.OUT
        when = visit.clock.short(tie.at)
        found.append((tie.at, WordBetween(when, _("A private mail, not kept"), "", you)))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [word for _at, word in found[:WORDS]]


def _to_them(person: record.Person, emails: set[str]) -> list[record.Message]:
    """Your own mails to them, in the cases they sit in: the addresses lie in the envelope."""
    cases = person.seats.values("case")
    sent = record.Message.objects.of(person.account).filter(case__in=cases, direction=Direction.OUT)
    return [
        mail
        for mail in sent.for_list().order_by("-at")[: 5 * WORDS]
        if emails & {str(one.get("email", "")) for one in mail.envelope.get("to", [])}
    ]
