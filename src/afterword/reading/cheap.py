"""A first glance that costs little: surely about jobs, surely not, or worth reading.

Most mail is refused here, so it must be quick; a refused mail is not stored, so
it must be right. What a mail has to say for itself depends on how it came:
many posts of a mailing list mention jobs, few letters from a person do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from afterword.reading import senders
from afterword.reading.glance import Look, look, speaks_of_hiring
from afterword.terms import Mail


class Way(StrEnum):
    """How a mail came."""

    LIST = "list"
    BULK = "bulk"
    ANSWER = "answer"
    OFFICE = "office"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Bar:
    """The least lean with none, one, and more words of hiring; None is never enough."""

    none: float | None
    one: float | None
    more: float | None

    @property
    def least(self) -> int:
        """So many words of hiring are needed at least."""
        return next(
            n for n, lean in enumerate((self.none, self.one, self.more)) if lean is not None
        )

    def lets_in(self, seen: Look) -> bool:
        least = (self.none, self.one, self.more)[min(seen.outright, 2)]
        return least is not None and seen.lean >= least


_NEVER = -99.0
#: Measured by corpus/training/glance.py: what each bar refuses and lets in stands in
#: benchmarks/bench_reading.md.
_ENGLISH = {
    Way.LIST: Bar(None, None, 1.2),
    Way.BULK: Bar(0.8, 0.5, 0.2),
    Way.ANSWER: Bar(0.4, 0.1, -0.2),
    Way.OFFICE: Bar(0.8, 0.5, 0.2),
    Way.PERSON: Bar(1.1, 0.9, 0.7),
}
#: Of the other languages the corpus knows fewer words, so its word weighs less.
_OTHERS = {
    Way.LIST: Bar(None, None, 0.6),
    Way.BULK: Bar(0.0, -0.2, -0.4),
    Way.ANSWER: Bar(0.1, -0.2, -0.4),
    Way.OFFICE: Bar(-0.2, -0.4, -0.4),
    Way.PERSON: Bar(0.1, -0.1, -0.2),
}
#: The words of hiring without which no lean is enough, in whatever language.
_LEAST = {way: min(bar.least, _OTHERS[way].least) for way, bar in _ENGLISH.items()}
#: A person's few words that open a thread get the benefit of the doubt.
_DOUBT = 0.3

_ANSWERS = re.compile(r"(?i)\s*(?:re|aw|sv|antw|antwort|rv|res|tr|rif|r)\s*:")
#: Programs that write mail of their own and do not say so in its head.
_PROGRAM = re.compile(r"^(?:root|cron|daemon|nobody|www-data|apache|rss\w*|feeds?)(?:[.+-]|@)")


def is_about_jobs(mail: Mail) -> bool | None:
    """True for a recruiting system's mail, False when nothing speaks of hiring, None: read it.

    The first words of the text are enough. A mail in the thread of a kept one needs
    no glance: whoever knows the threads reads it without asking.
    """
    sender = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(sender) if sender else None
    if vendor and vendor.system in {senders.System.ATS, senders.System.ASSESSMENT}:
        return True
    if mail.calendars:
        return None
    way = _way(mail, sender)
    seen = look(mail.subject, mail.text, least=_LEAST[way])
    if seen is None:
        return False
    if way is Way.PERSON and seen.short and seen.lean >= (_DOUBT if seen.english else -0.2):
        return None
    return None if (_ENGLISH if seen.english else _OTHERS)[way].lets_in(seen) else False


def promises(subject: str, sender: str) -> bool:
    """Whether the heading alone speaks of hiring, so that this is read first where much waits."""
    vendor = senders.vendor_of(sender) if sender else None
    if vendor is not None and vendor.system is not senders.System.NONE:
        return vendor.system in {senders.System.ATS, senders.System.ASSESSMENT}
    return speaks_of_hiring(subject)


def _way(mail: Mail, sender: str) -> Way:
    """How it came; what headers leave open the subject and the address tell."""
    if "list-id" in mail.headers or senders.is_list(mail):
        return Way.LIST
    if _PROGRAM.match(sender):
        return Way.LIST
    if senders.is_bulk(mail) or senders.is_automatic(mail) or senders.is_no_reply(sender):
        return Way.BULK
    if mail.in_reply_to or mail.references or _ANSWERS.match(mail.subject):
        return Way.ANSWER
    if not mail.sent and senders.is_role_address(sender):
        return Way.OFFICE
    return Way.PERSON
