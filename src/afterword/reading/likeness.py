"""How alike two mails are in wording: what stays when names, numbers, dates and addresses are left out.

A template is the same letter with another name, role or firm put in. So the words that change are
taken out first, and what is compared are runs of three words that stand together, as numbers:
nobody can read a letter back out of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from afterword.reading import senders
from afterword.reading.dates.words import DAYS, MONTHS
from afterword.terms import Mail, Reading

#: A run of three words is common speech ("thank you for"), so few of them prove nothing.
RUN, LEAST = 3, 8
#: More of a long mail says nothing new about what kind of letter it is.
LONGEST = 8_000
#: Nor is more of it quoted as proof.
QUOTED = 200

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*|\S*\d\S*")
_SENTENCE_END = re.compile(r"[.!?:;\n•*\-–>\"“„«(]\s*$")
_TIMES = frozenset((*MONTHS, *DAYS)) - {"may", "mar", "sept", "sun", "dom", "mai", "mei"}
#: Languages that write every noun with a capital: there a capital is no sign of a name.
_CAPITALS = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Make:
    """What a mail is made like: who sends such mail, and its runs of words as numbers."""

    address: str
    runs: frozenset[int]

    @property
    def says_enough(self) -> bool:
        """Whether there are words enough to know its like by."""
        return len(self.runs) >= LEAST


def make_of(reading: Reading, mail: Mail) -> Make:
    """The make of a mail, from its reading and its head; the same for a fresh mail and a kept one."""
    address = mail.sender.email.lower() if mail.sender else ""
    return Make(address, frozenset(run for run, _, _ in _runs(reading, mail)))


def likeness(one: Make, other: Make) -> float:
    """From 0 (no run of words in common) to 1 (the same letter)."""
    if not one.runs or not other.runs:
        return 0.0
    common = len(one.runs & other.runs)
    return common / (len(one.runs) + len(other.runs) - common)


def kin(one: str, other: str) -> bool:
    """Whether two addresses are of one house: the same address, firm's domain, or recruiting system."""
    if not one or not other:
        return False
    if one == other:
        return True
    if senders.is_freemail(one) or senders.is_freemail(other):
        return False
    if senders.domain_of(one) == senders.domain_of(other):
        return True
    vendor, its = senders.vendor_of(one), senders.vendor_of(other)
    return vendor is not None and its is not None and vendor.name == its.name


def shared(reading: Reading, mail: Mail, make: Make) -> tuple[int, int]:
    """Where in `reading.text` the longest stretch of words stands that the other has too; else (0, 0)."""
    best, begun, reached = (0, 0), 0, -1
    for run, start, end in _runs(reading, mail):
        if run not in make.runs:
            reached = -1
            continue
        if start > reached:
            begun = start
        reached = end
        if best[1] - best[0] < end - begun <= QUOTED:
            best = (begun, end)
    return best


def _runs(reading: Reading, mail: Mail) -> Iterator[tuple[int, int, int]]:
    """Each run of three words that stay: its number, and where it begins and ends in the text."""
    window: list[tuple[str, int, int]] = []
    for word, start, end in _words(reading, mail):
        if not word:
            window.clear()
            continue
        window = [*window[1 - RUN :], (word, start, end)]
        if len(window) == RUN:
            number = crc32(" ".join(one[0] for one in window).encode())
            yield number, window[0][1], window[-1][2]


def _words(reading: Reading, mail: Mail) -> Iterator[tuple[str, int, int]]:
    """The words of the body in order; "" where something that changes was left out."""
    text = reading.text[:LONGEST]
    from_ = text.find("\n\n") + 2 if "\n\n" in text else 0
    holes = [found.span() for found in _ADDRESS.finditer(text, from_)]
    names = _names(reading, mail)
    capitals = reading.language not in _CAPITALS
    hole = 0
    for found in _WORD.finditer(text, from_):
        start, end = found.span()
        while hole < len(holes) and holes[hole][1] <= start:
            hole += 1
        word = found[0].lower().replace("’", "'")
        within = hole < len(holes) and holes[hole][0] < end
        named = word in names or word in _TIMES
        if capitals and not named and found[0][0].isupper() and len(word) > 1:
            named = not _begins(text, start)
        yield ("" if within or named else word), start, end


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or a line begins here, so that the capital says nothing."""
    return at == 0 or bool(_SENTENCE_END.search(text, max(0, at - 4), at))


def _names(reading: Reading, mail: Mail) -> frozenset[str]:
    """The words of every name that the head or the reading knows."""
    people = [one.name for one in (mail.sender, mail.reply_to, *mail.to, *mail.cc) if one]
    people += [one.name for one in reading.people]
    named = " ".join((*people, reading.company, reading.role)).lower()
    return frozenset(word for word in _WORD.findall(named) if len(word) > 2)
