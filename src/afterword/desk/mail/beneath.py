"""What stands in a mail beneath its own words: who signed it and how, and the mail it answers."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.casebook.message import Message
from afterword.intake.mailbox import parse
from afterword.reading.text import Letter, open_letter
from afterword.terms import Parcel

#: So much of what is quoted is shown; the .eml has it whole.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Beneath:
    """The parts that the reading sets apart, as they were written; "" for one that is not there."""

    signed: str = ""
    quoted: str = ""


def beneath(mail: Message) -> Beneath:
    """Of a mail whose bytes are kept; empty for any other. A sealed one is the caller's to keep shut."""
    if not mail.has_raw or mail.blob is None:
        return Beneath()
    told = parse(Parcel(raw=mail.blob.raw, source=mail.mail_id))
    letter = open_letter(told.text, tuple(one.name for one in (told.sender,) if one and one.name))
    return Beneath(_signed(letter), letter.quoted[:LONGEST])


def _signed(letter: Letter) -> str:
    """The last lines with the words that close it ("With warm wishes"), which no reading needs."""
    at = letter.whole.find(letter.body)
    if at < 0:
        return letter.signature
    end = letter.whole.find(letter.quoted, at) if letter.quoted else -1
    tail = letter.whole[at + len(letter.body) : end if end >= 0 else None]
    return tail.removesuffix(letter.footer).strip() if letter.footer else tail.strip()
