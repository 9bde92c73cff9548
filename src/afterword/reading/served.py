"""What a service's mail names: somebody who invited, a vacancy's number, a firm one writes with.

Who books a talk, has a contract signed or reports a test says nothing of a job; that it is of one
shows only beside the mail of the house it works for.
"""

from __future__ import annotations

import re

from afterword.reading import senders
from afterword.reading.linking.clues import heralds
from afterword.reading.linking.houses import domain_key, is_office, is_somebody, named, plain_of
from afterword.reading.linking.words import numbers_of, of_an_application
from afterword.terms import Hand, Mail

#: What services that serve many houses write, in the languages of the rules: an appointment.
_BOOKS = re.compile(
    r"\bbook(?:ed|ing)\b|\bscheduled\b|\breschedul\w+|\bconfirmed\b|\bappointment\b|\byour (?:slot|time)\b|"
    r"\bgebucht\b|\bbuchung\w*|\btermin\w*|\bverabredet\b|\bréserv(?:é|ation)\w*|\brendez-vous\b|\bconfirmé\w*|"
    r"\breserva(?:d[ao])?\b|\bcita\b|\bconfirmad[ao]\b|\bagendad[ao]\b|\bagendamento\b|\bmarcaç(?:ão|ões)\b|"
    r"\bprenota(?:t[ao]|zione)\b|\bappuntamento\b|\bconfermat[ao]\b|\bgeboekt\b|\bboeking\b|\bafspraak\b|\bbevestigd\b",
    re.IGNORECASE,
)
#: A signature, a result.
_SIGNS = re.compile(
    r"\bsigned\b|\bsignature\b|^completed:|\btest (?:taker|result\w*)\b|\b(?:test|assessment) (?:is )?(?:complete\w*|scored)\b|\byour (?:\w+ )?result\w*\b|"
    r"\bunter(?:schrieben|zeichnet)\b|\btestergebnis\w*|\bergebnis\w*|\bsignée?s?\b|\brésultats?\b|\bfirmad[oa]s?\b|\bresultados?\b|\bassinad[oa]s?\b|"
    r"\bfirmat[oa]\b|\brisultat[oi]\b|\besito\b|\bondertekend\b|\b(?:test)?resulta(?:at|ten)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?=\b([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}))")
#: A service says at once what it is about.
_EARLY = 1_200
#: Labels no longer than this are words like any other.
_SHORT = 5


def served_by(mail: Mail) -> frozenset[str]:
    """Whom and what a service's mail names; nothing where a person, a firm of its own or a list writes."""
    if mail.sent or mail.sender is None or not is_office(mail.sender, Hand.TEMPLATE):
        return frozenset()
    text = f"{mail.subject}\n{mail.text[:_EARLY]}"
    signs = bool(_SIGNS.search(text)) or of_an_application(text)
    books = bool(_BOOKS.search(text))
    if not signs and not books:
        return frozenset()
    found = {f"&{name}" for one in _NAME.findall(text) for name in _halves(plain_of(one).split())}
    found |= {f"#{one}" for one in numbers_of(mail.subject, "")}
    if signs and not senders.is_bulk(mail):
        # A firm's own mail to its customers names it too; a signature or a result is of a candidate.
        own = domain_key(mail.sender.email).split(".")[0].replace("-", "")
        found |= {f"={one}" for one in heralds(text) if len(one) > _SHORT and one != own}
    return frozenset(found)


def serves_many(mail: Mail) -> bool:
    """Whether an office's subject is a booking, a signature or a result: that makes its house none of a process.

    The next one from there may be the dentist's.
    """
    office = mail.sender is not None and is_office(mail.sender, Hand.TEMPLATE)
    return office and bool(_BOOKS.search(mail.subject) or _SIGNS.search(mail.subject))


def _halves(words: list[str]) -> set[str]:
    """A name of two words, and of three; of three also the first two, for a word may follow it."""
    return {" ".join(words), " ".join(words[:2])} if len(words) > 1 else set()


def known_by(mail: Mail, me: frozenset[str]) -> frozenset[str]:
    """By what a mail of a process is known when a service writes of the same: its writer, its number, its house."""
    found = {f"#{one}" for one in numbers_of(mail.subject, "")}
    sides = mail.to if mail.sent else tuple(one for one in (mail.sender,) if one)
    for one in sides:
        if one.email.lower() in me:
            continue
        label = domain_key(one.email).split(".")[0].replace("-", "")
        if len(label) > _SHORT and not senders.is_role_address(one.email):
            found.add(f"={label}")
        name = plain_of(named(one.name, one.email)).strip()
        if " " in name and is_somebody(one):
            found.add(f"&{name}")
    return frozenset(found)
