"""One suite for every board: the twin in memory, and each kind on a real server with its bad days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from board_server import BoardServer, Rewritten

from afterword.errors import SourceError
from afterword.intake.boards import KINDS
from afterword.intake.boards.board import Boards, Marks
from afterword.intake.boards.looking import TEXTS, OpenBoards
from afterword.intake.boards.memory import BoardsInMemory
from afterword.terms.watching import Posting
from afterword.wire.open_web import Unwilling

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
TENANTS = {"personio": "acme/de", "workday": "acme.wd5/External"}
#: What a list of this kind does not say at all.
SILENT = {
    "workday": {"department"},
    "teamtailor": {"department"},
    "pinpoint": {"posted"},
    "rippling": {"posted", "text"},
}
NO_CONDITION = {"workday"}


def advert(board: str, number: int, **more: Any) -> Posting:
    return Posting(
        board=board,
        tenant=TENANTS.get(board, "acme"),
        id=str(1000 + number),
        title=f"Engineer {number} & more",
        places=("Utrecht",),
        department="Trains",
        posted=date(2026, 11, 1),
        text=f"We build brakes, number {number}.",
        **more,
    )


@dataclass
class Stand:
    """A board to look at, and the ways to change what hangs on it."""

    kind: str
    boards: Boards
    pin: Callable[[tuple[Posting, ...]], None]
    server: BoardServer | None = None

    def look(self, marks: Marks = Marks(), known: tuple[str, ...] = ()) -> Any:  # noqa: B008
        tenant = TENANTS.get(self.kind, "acme")
        return self.boards.look(self.kind, tenant, at=AT, marks=marks, known=known)


@pytest.fixture(params=["in memory", *KINDS])
def stand(request: pytest.FixtureRequest) -> Iterator[Stand]:
    if request.param == "in memory":
        twin = BoardsInMemory()
        yield Stand("greenhouse", twin, lambda found: twin.pin("greenhouse", "acme", found))
        return
    server = BoardServer()

    def pin(found: tuple[Posting, ...]) -> None:
        server.pinned = found

    yield Stand(request.param, OpenBoards(Rewritten(server)), pin, server)
    server.close()


@pytest.fixture(params=list(KINDS))
def served(request: pytest.FixtureRequest) -> Iterator[Stand]:
    """The same on the server alone: what a twin has no bad days of."""
    server = BoardServer()

    def pin(found: tuple[Posting, ...]) -> None:
        server.pinned = found

    yield Stand(request.param, OpenBoards(Rewritten(server)), pin, server)
    server.close()


def of(stand: Stand) -> BoardServer:
    assert stand.server is not None
    return stand.server


def heard(found: Posting) -> Posting:
    """What every kind says of an advert; the rest each says in its own way."""
    return Posting(
        board=found.board,
        tenant=found.tenant,
        id=found.id,
        title=found.title,
        places=found.places,
        department=found.department,
        posted=found.posted,
        text=found.text,
    )


def expected(kind: str, posting: Posting, on_server: bool) -> Posting:
    empty: dict[str, Any] = {"department": "", "posted": None, "text": ""}
    gone = {name: empty[name] for name in SILENT.get(kind, ())} if on_server else {}
    return replace(posting, **gone)


def test_what_hangs_there_is_read(stand: Stand) -> None:
    pinned = (advert(stand.kind, 1), advert(stand.kind, 2))
    stand.pin(pinned)
    look = stand.look()
    assert look.seen.whole and look.problems == ()
    assert (look.seen.board, look.seen.at) == (stand.kind, AT)
    on_server = stand.server is not None
    assert [heard(one) for one in look.seen.postings] == [
        expected(stand.kind, one, on_server) for one in pinned
    ]


def test_what_is_unchanged_is_said_to_be(stand: Stand) -> None:
    stand.pin((advert(stand.kind, 1),))
    first = stand.look()
    assert stand.look(first.marks).seen is None
    stand.pin((advert(stand.kind, 1), advert(stand.kind, 2)))
    assert len(stand.look(first.marks).seen.postings) == 2


def test_an_empty_board_is_a_whole_look(stand: Stand) -> None:
    stand.pin(())
    look = stand.look()
    assert look.seen.postings == () and look.seen.whole


def test_unchanged_costs_one_conditional_request(served: Stand) -> None:
    served.pin((advert(served.kind, 1), advert(served.kind, 2)))
    marks = served.look().marks
    of(served).asked.clear()
    assert served.look(marks).seen is None
    assert len(of(served).asked) == 1
    if served.kind not in NO_CONDITION:
        assert of(served).asked[0][2]["if-none-match"] == marks.etag != ""


def test_a_board_without_marks_is_known_by_what_it_shows(served: Stand) -> None:
    of(served).marks = False
    served.pin((advert(served.kind, 1),))
    first = served.look()
    assert first.marks.etag == "" and served.look(first.marks).seen is None


def test_texts_that_are_held_are_not_fetched_again(served: Stand) -> None:
    served.pin((advert(served.kind, 1), advert(served.kind, 2)))
    served.look(known=("1001", "1002"))
    assert len(of(served).asked) == 1


@pytest.mark.parametrize(
    "served", [name for name, kind in KINDS.items() if kind.detail is not None], indirect=True
)
def test_of_many_texts_the_rest_comes_the_next_day(served: Stand) -> None:
    of(served).page_size = 20 if served.kind == "workday" else 100
    served.pin(tuple(advert(served.kind, n) for n in range(TEXTS + 5)))
    first = served.look()
    held = tuple(one.id for one in first.seen.postings if one.text)
    assert first.seen.whole and len(held) == TEXTS
    # Tomorrow's look must not be told that nothing changed.
    second = served.look(first.marks, held)
    assert sum(1 for one in second.seen.postings if one.text) == 5


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 502, 503])
def test_a_refusal_is_an_error_and_no_empty_board(served: Stand, status: int) -> None:
    of(served).weather = [(status, {})]
    with pytest.raises(Unwilling) as told:
        served.look()
    assert told.value.permanent is (status < 500)


def test_too_often_names_the_time_to_wait(served: Stand) -> None:
    of(served).weather = [(429, {"Retry-After": "7200"})]
    with pytest.raises(Unwilling) as told:
        served.look()
    assert told.value.retry_after == 7200 and not told.value.permanent


@pytest.mark.parametrize("weather", ["half", "lie", "html", "deep"])
def test_half_an_answer_is_an_error_and_no_empty_board(served: Stand, weather: str) -> None:
    served.pin((advert(served.kind, 1), advert(served.kind, 2)))
    of(served).weather = [weather]
    with pytest.raises(SourceError) as told:
        served.look()
    assert not told.value.permanent
    assert "brakes" not in str(told.value)


@pytest.mark.parametrize("kind", ["smartrecruiters", "workday"])
def test_pages_are_turned_to_the_end(kind: str) -> None:
    server = BoardServer()
    size = 20 if kind == "workday" else 100
    server.pinned = tuple(advert(kind, n) for n in range(2 * size + 3))
    held = [one.id for one in server.pinned]
    look = OpenBoards(Rewritten(server)).look(kind, TENANTS.get(kind, "acme"), at=AT, known=held)
    server.close()
    assert [one.id for one in look.seen.postings] == held  # type: ignore[union-attr]
    assert look.seen.whole and look.asked == 3  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["smartrecruiters", "workday"])
@pytest.mark.parametrize("weather", [(500, {}), (429, {"Retry-After": "60"}), "half", "lie"])
def test_a_list_that_breaks_off_is_not_whole(kind: str, weather: Any) -> None:
    """What stood on the first page is there; of the rest nothing is known, least of all that it went."""
    server = BoardServer()
    size = 20 if kind == "workday" else 100
    server.pinned = tuple(advert(kind, n) for n in range(2 * size))
    server.weather = ["fine", weather]
    held = [one.id for one in server.pinned]
    look = OpenBoards(Rewritten(server)).look(kind, TENANTS.get(kind, "acme"), at=AT, known=held)
    server.close()
    assert look.seen is not None and not look.seen.whole
    assert len(look.seen.postings) == size and len(look.problems) == 1
    assert look.marks == Marks()


def test_one_advert_that_cannot_be_read_hides_no_other() -> None:
    server = BoardServer()
    server.pinned = (advert("ashby", 1), replace(advert("ashby", 2), title=""))
    look = OpenBoards(Rewritten(server)).look("ashby", "acme", at=AT)
    server.close()
    assert look.seen is not None
    assert [one.id for one in look.seen.postings] == ["1001"] and not look.seen.whole
    assert len(look.problems) == 1


def test_the_twin_has_bad_days_too() -> None:
    twin = BoardsInMemory()
    with pytest.raises(SourceError) as told:
        twin.look("lever", "nobody", at=AT)
    assert told.value.permanent
    twin.pin("lever", "acme", (advert("lever", 1), advert("lever", 2)))
    twin.cut_short = True
    look = twin.look("lever", "acme", at=AT)
    assert look.seen is not None and not look.seen.whole and look.marks == Marks()
    twin.weather = SourceError("The line broke off.", permanent=False)
    with pytest.raises(SourceError):
        twin.look("lever", "acme", at=AT)


def test_nothing_about_the_user_is_in_any_request(served: Stand) -> None:
    served.pin((advert(served.kind, 1),))
    served.look()
    usual = {"host", "user-agent", "accept", "accept-encoding", "connection"}
    for _host, _path, heads in of(served).asked:
        assert set(heads) <= usual | {"content-type", "content-length"}
        assert heads["user-agent"].startswith("Afterword/")
