"""What is seen of a firm from outside: its adverts, its news, and what a change of them means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from afterword.terms.vocabularies import Signal, Strength


@dataclass(frozen=True, slots=True)
class Posting:
    """One advert for one seat, as a board or a page shows it.

    `board` is the kind of place ("greenhouse", "page", "pasted" …), `tenant` the firm's name
    there, and `id` the advert's own mark; the three together are its identity. `posted` and
    `closes` are the firm's own dates and None where it gives none. `text` is plain, without
    mark-up. `places` are as printed; a seat that can be held from anywhere has `remote` True,
    one that cannot False, and None says that nobody said. `pay` is as printed.
    """

    board: str
    tenant: str
    id: str
    title: str
    company: str = ""
    places: tuple[str, ...] = ()
    remote: bool | None = None
    department: str = ""
    contract: str = ""
    requisition: str = ""
    posted: date | None = None
    changed: datetime | None = None
    closes: date | None = None
    url: str = ""
    text: str = ""
    pay: str = ""


@dataclass(frozen=True, slots=True)
class BoardSeen:
    """All adverts a firm's board showed at one moment. `whole` is False where the look was cut short.

    A look that was cut short proves what is there, never what is gone.
    """

    board: str
    tenant: str
    at: datetime
    postings: tuple[Posting, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One piece of a firm's news: its own mark, title, link, day and text without mark-up."""

    id: str
    title: str
    url: str = ""
    at: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing a signal rests on: what it was, in words that can be shown, when, and where.

    `taken_back` are words of their no, where the thing is that they no longer ask for it.
    """

    what: str
    at: datetime
    quote: str = ""
    url: str = ""
    taken_back: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A signal: something moved at a firm (or with a person), on a day, with what shows it.

    `key` is the same for the same event however often it is seen, so that it is told once.
    `says` is one sentence for the user. `case` and `person` are the identifiers it is tied to,
    "" for none. `F1 = +0.4` for a weak reopening and `+1` for a strong one (ruling 5) is
    counsel's to draw from `strength`.
    """

    signal: Signal
    key: str
    at: datetime
    strength: Strength
    says: str
    seen: tuple[Seen, ...]
    company: str = ""
    case: str = ""
    person: str = ""
    posting: Posting | None = None
