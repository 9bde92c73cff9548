"""What a firm's own people wrote to a friend, who passes it on: it is said to the reader at second hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from afterword.reading import senders
from afterword.reading.linking.houses import domain_key
from afterword.reading.passed_on import letter_below
from afterword.terms import (
    VERDICTS,
    Certainty,
    Hand,
    Mail,
    MailKind,
    Part,
    PersonSeen,
    Reading,
)


def through_a_friend(reading: Reading, mail: Mail, read: Callable[[Mail], Reading]) -> Reading:
    """The reading of a mail that passes on a letter somebody wrote to its sender.

    Whoever looks for somebody there, or tells how it ended with the reader, means the reader: what
    they say counts, and who passes it on introduced them. An advert sent round is no such letter,
    nor is a no that the friend was told themselves.
    """
    below = letter_below(mail)
    writer = below.sender if below else None
    if below is None or writer is None or not _writes_for_a_house(writer.email, mail):
        return reading
    inner = read(below)
    body = inner.text.partition("\n\n")[2]
    if inner.kind is not MailKind.OUTREACH and not (
        inner.kind in VERDICTS and _names_the_reader(body, mail)
    ):
        return reading
    skipped, shift = len(inner.text) - len(body), len(reading.text) + 2
    friend = mail.sender
    return replace(
        reading,
        kind=inner.kind,
        # At second hand nothing is sure.
        certainty=Certainty.FAIR,
        hand=Hand.PERSONAL,
        text=f"{reading.text}\n\n{body}",
        company=inner.company,
        role=inner.role or reading.role,
        agency=inner.agency,
        by_internal=inner.by_internal,
        reasons=inner.reasons,
        people=(
            *inner.people,
            *((PersonSeen(friend.name, friend.email, Part.INTRODUCER),) if friend else ()),
        ),
        evidence=tuple(
            replace(one, start=one.start - skipped + shift, end=one.end - skipped + shift)
            for one in inner.evidence
            if one.start >= skipped
        ),
    )


def _writes_for_a_house(writer: str, mail: Mail) -> bool:
    """Whether a person of a firm wrote it, and of another firm than who passes it on."""
    house = domain_key(writer)
    own = domain_key(mail.sender.email) if mail.sender else ""
    return bool(house) and house != own and not senders.is_role_address(writer)


def _names_the_reader(text: str, mail: Mail) -> bool:
    names = {word for to in mail.to for word in re.findall(r"[^\W\d_]{3,}", to.name)}
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
