"""What a firm's public job board is to the rest of the house: one contract, one file a kind.

A kind of board knows which web addresses are its own (`tenant`), where a person would look
(`page`), which answer to ask for (`ask`), and how to read one (`read`). It fetches nothing:
`looking.py` does that for all of them, so that manners are kept in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from afterword.terms.watching import BoardSeen, Posting
from afterword.wire.http import Answer


@dataclass(frozen=True, slots=True)
class Marks:
    """What the board gave us to recognise itself by the next time; "" for nothing.

    `digest` is of the first answer as it was read, for boards that give no mark of their own.
    """

    etag: str = ""
    modified: str = ""
    digest: str = ""


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a board. `seen` is None where the board said that nothing had changed.

    `problems` are adverts that could not be read, each as a sentence; they are in no other way gone.
    `asked` is how many requests the look cost.
    """

    seen: BoardSeen | None
    marks: Marks
    problems: tuple[str, ...] = ()
    asked: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """One request: an address, and what is posted to it (None: nothing, a plain look)."""

    url: str
    ask: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One answer read. `onward` is the next page of the same list, None at its end.

    `total` is how many adverts the board says there are, None where it says nothing.
    """

    postings: tuple[Posting, ...] = ()
    problems: tuple[str, ...] = ()
    onward: Question | None = None
    total: int | None = None


class Fetching(Protocol):
    """Anything that fetches a page as `wire.open_web.Web.fetch` does, and raises as it does."""

    def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        modified: str = "",
        accept: str = "*/*",
        ask: Mapping[str, Any] | None = None,
    ) -> Answer: ...


class Board(Protocol):
    """One kind of board. `read` is told the day of the look, for days said as "3 days ago".

    A `tenant` is the firm's name there, in the form that this kind needs to find it again
    (Workday: "acme.wd5/External"). `read` raises `Unreadable` for an answer that is no answer of
    this kind of board; a single advert that cannot be read is a problem in the Sheet.
    `detail` is None where the list holds each advert's text already.
    """

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def tenant(self) -> Callable[[str], str]: ...

    @property
    def page(self) -> Callable[[str], str]: ...

    @property
    def ask(self) -> Callable[[str], Question]: ...

    @property
    def read(self) -> Callable[[str, bytes, Question, date], Sheet]: ...

    @property
    def detail(self) -> Callable[[Posting], Question] | None: ...

    @property
    def complete(self) -> Callable[[Posting, bytes], Posting] | None: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A Board made of its functions; each file of this folder makes one, named BOARD."""

    name: str
    title: str
    tenant: Callable[[str], str]
    page: Callable[[str], str]
    ask: Callable[[str], Question]
    read: Callable[[str, bytes, Question, date], Sheet]
    detail: Callable[[Posting], Question] | None = None
    complete: Callable[[Posting, bytes], Posting] | None = None


class Boards(Protocol):
    """Every board there is, to be looked at: the open web's, or the twin in memory.

    `known` are the marks (`Posting.id`) of adverts whose text is held already and need not be
    fetched again. Raises SourceError where the board could not be looked at; nothing is then known.
    """

    def look(
        self,
        board: str,
        tenant: str,
        *,
        at: datetime,
        marks: Marks = NO_MARKS,
        known: Collection[str] = (),
    ) -> Look: ...


class Unreadable(ValueError):
    """The answer is not one of this kind of board; the text says what was missing."""
