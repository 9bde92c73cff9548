"""How a letter begins: as the user last wrote to them, else as they write to the user."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.db.models import QuerySet

from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.terms import Direction

#: How a mail begins when it begins with a name; a first line without one is none.
_GREETS = re.compile(
    r"^(?:Sehr geehrte[rs]?|Guten (?:Tag|Morgen)|Liebe[rs]?|Hallo|Chère|Cher|Bonjour|Salut|Madame|Monsieur|"
    r"Estimad[oa]|Querid[oa]|Buenos días|Buenas tardes|Hola)\b[^\n]{1,60}?[,:]$"
)
#: The first line to somebody who calls the user by their first name; it tells no gender.
_BY_FIRST_NAME = {"de": "Hallo {},", "fr": "Bonjour {},", "es": "Hola, {}:"}
#: So far down a mail its greeting stands.
_HEAD = 6


def greeting_of(opened: QuerySet[Message], person: Person | None, language: str, me: str) -> str:
    """The line with which the user last wrote to them in that language, or the first-name form they
    use themselves; "" where neither is on record.
    """
    if person is None or language == "en" or not person.name.split():
        return ""
    emails = list(person.addresses.values_list("email", flat=True))
    first, *_, last = (*person.name.split(), person.name.split()[-1])
    names = {first.casefold(), last.casefold()}
    for mail in opened.filter(direction=Direction.OUT).order_by("-at"):
        if (mail.reading or {}).get("language") != language or not goes_to(mail, emails):
            continue
        for line in _head(mail):
            if _GREETS.match(line) and names & set(re.findall(r"[\w'’-]+", line.casefold())):
                return line
    form = _BY_FIRST_NAME.get(language, "")
    return form.format(first) if form and _on_first_names(opened, emails, me) else ""


def _on_first_names(opened: QuerySet[Message], emails: list[str], me: str) -> bool:
    """Whether they called the user by the first name alone when they last wrote."""
    mine = [one.casefold() for one in me.split()]
    for mail in opened.filter(direction=Direction.IN, sender_email__in=emails).order_by("-at"):
        for line in _head(mail):
            words = re.findall(r"[\w'’-]+", line.casefold())
            if _GREETS.match(line.rstrip("!").rstrip(" ,:") + ",") and mine:
                return mine[0] in words and not set(mine[1:]) & set(words)
    return False


def _head(mail: Message) -> list[str]:
    return [line.strip() for line in mail.text.splitlines()[:_HEAD]]


def goes_to(mail: Message, emails: Collection[str]) -> bool:
    """Whether the mail went to one of these addresses."""
    return bool(set(emails) & {str(one.get("email", "")) for one in mail.envelope.get("to", [])})
