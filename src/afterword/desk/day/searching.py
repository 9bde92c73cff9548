"""Search: by a part of a name, and by a word that stands in mail. Accents do not count; closed letters are not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from afterword.casebook.case import Case
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.remark import Remark
from afterword.casebook.story import Story
from afterword.desk.mail.whole_words import around

#: So many of each kind; who wants more writes more of the word.
EACH = 10
#: In mail a shorter word stands everywhere.
SHORTEST_IN_MAIL = 3
_FORMS = {
    "a": "aàáâãäåā", "c": "cçćč", "d": "dđ", "e": "eèéêëēę", "i": "iìíîïı", "l": "lł", "n": "nñń",
    "o": "oòóôõöøō", "s": "sśšş", "u": "uùúûüū", "y": "yýÿ", "z": "zźżž",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: "case", "person", "letter", "story" or "mail", its name, and why it is here."""

    kind: str
    key: UUID
    text: str
    note: str = ""
    at: datetime | None = None


def search(account: UUID, said: str, letter_kinds: Collection[str] = ()) -> tuple[Hit, ...]:
    """All that bears the word in its name, then mail and remarks it stands in, the newest first.

    `letter_kinds` are kinds of letters that are called so on the page.
    """
    wanted = folded(said)
    if not wanted:
        return ()
    words = said.split()
    long = max(map(len, words)) >= SHORTEST_IN_MAIL
    mails = _mails(account, words) if long else []
    return (
        *_cases(account, wanted),
        *_people(account, wanted),
        *_letters(account, wanted, letter_kinds),
        *_stories(account, wanted),
        *mails,
    )


def folded(text: str) -> str:
    """Small, without marks, one blank between words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(bare.translate(str.maketrans("łøđı", "lodi")).split())


def _among(wanted: str, *said: str | None) -> bool:
    """Whether every word that was asked for stands in what was said, in any order."""
    held = folded(" ".join(one for one in said if one))
    return all(word in held for word in wanted.split())


def _cases(account: UUID, wanted: str) -> Iterable[Hit]:
    rows = Case.objects.of(account).standing_alone().select_related("company").order_by("-last_at")
    found = (one for one in rows if _among(wanted, one.company.name, one.role, str(one)))
    return [Hit("case", one.pk, str(one)) for one, _ in zip(found, range(EACH), strict=False)]


def _people(account: UUID, wanted: str) -> Iterable[Hit]:
    named = ("pk", "name", "company__name", "addresses__email")
    found: dict[UUID, Hit] = {}
    for key, name, firm, email in Person.objects.of(account).order_by("name").values_list(*named):
        if len(found) < EACH and _among(wanted, name, email):
            found.setdefault(key, Hit("person", key, name or email or "", firm or ""))
    return found.values()


def _letters(account: UUID, wanted: str, kinds: Collection[str]) -> Iterable[Hit]:
    named = ("pk", "kind", "subject", "person__name")
    rows = Letter.objects.of(account).order_by("-id").values_list(*named)
    found = [row for row in rows if row[1] in kinds or _among(wanted, row[2], row[3])]
    return [Hit("letter", key, kind, who or "") for key, kind, _, who in found[:EACH]]


def _stories(account: UUID, wanted: str) -> Iterable[Hit]:
    rows = Story.objects.of(account).order_by("title")
    found = [one for one in rows if _among(wanted, one.title, one.challenge, one.result)]
    return [Hit("story", one.pk, one.title) for one in found[:EACH]]


def _mails(account: UUID, words: list[str]) -> list[Hit]:
    """Mail that is open and has all the words, each with the sentence of the longest; what was remarked of
    none beside it.
    """
    patterns = ["".join(_forms(sign) for sign in word.casefold()) for word in words]
    pattern = max(patterns, key=len)
    held = Message.objects.of(account).filter(case__not_mine__isnull=True)
    sealed = Message.objects.of(account).sealed().values("pk")
    rows = held.exclude(pk__in=sealed)
    for one in patterns:
        rows = rows.filter(Q(subject__iregex=one) | Q(text__iregex=one))
    found = []
    for mail in rows.order_by("-at")[:EACH]:
        at = re.search(pattern, mail.text, re.IGNORECASE)
        shown = {"start": at.start(), "end": at.end(), "text": at[0]} if at else {}
        note = around(mail.text, shown) if at else ""
        found.append(Hit("mail", mail.pk, mail.subject, note, mail.at))
    remarks = Remark.objects.of(account).filter(message__isnull=True)
    for one in patterns:
        remarks = remarks.filter(quote__iregex=one)
    rest = remarks.filter(case__isnull=False).select_related("case__company").order_by("-id")
    room = EACH - len(found)
    return found + [Hit("case", one.case.pk, str(one.case), one.quote) for one in rest[:room]]


def _forms(sign: str) -> str:
    """A letter with every mark it may bear, for the database's own search."""
    bare = folded(sign)
    return f"[{_FORMS[bare]}]" if bare in _FORMS else re.escape(sign)
