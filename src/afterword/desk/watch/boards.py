"""The job boards of firms: come upon, asked about once, and looked at once a day with good manners.

The network stands outside every transaction: a look is fetched first and written down after. A
board is looked at no sooner than a day after the last time, a little later by chance; one that
failed rests longer each time; a host that asks to be left in peace is.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from afterword.casebook import outside
from afterword.casebook.company import Company
from afterword.casebook.outside import HostRule
from afterword.casebook.watched import Advert, WatchedBoard
from afterword.desk.watch import leaving
from afterword.errors import SourceError, UserError
from afterword.intake.boards import KINDS, whose, why_not
from afterword.intake.boards.board import Boards, Fetching, Marks
from afterword.intake.boards.looking import OpenBoards
from afterword.wire import robots
from afterword.wire.http import Answer
from afterword.wire.open_web import Limits, Unwilling

#: From one look to the next, and by how much by chance; the longest rest of a board that fails.
DAILY, CHANCE, LONGEST = timedelta(hours=24), timedelta(hours=2), timedelta(days=14)
#: How long a host's rules are kept. It is asked once a day at most, so a crawler's day is too short.
RULES_KEPT = timedelta(days=7)
#: A list with all its texts can be long.
BOARD_LIMITS = Limits(most=32 * 1024 * 1024, step=20.0, whole=90.0)
#: Seconds between two calls to one host.
BREATH = (0.4, 1.2)
_BUSY = (429, 503)


class Resting(SourceError):
    """The host asked to be left in peace, or is not open to programs; `until` when to ask again."""

    def __init__(self, says: str, until: datetime) -> None:
        super().__init__(says, permanent=False)
        self.until = until


@dataclass
class Pass:
    """What one round over the boards came to."""

    looked: int = 0
    changed: int = 0
    unchanged: int = 0
    missed: int = 0
    asked: int = 0
    told: list[tuple[WatchedBoard, str]] = field(default_factory=list)


@dataclass
class Polite:
    """A `Fetching` that asks a host's rules first, waits between calls, and keeps away when told to."""

    account: UUID
    web: Fetching
    rules: Fetching
    clock: Callable[[], datetime]
    pause: Callable[[float], object]
    held: dict[str, HostRule] = field(default_factory=dict)
    _last: str = ""

    def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        modified: str = "",
        accept: str = "*/*",
        ask: Mapping[str, Any] | None = None,
    ) -> Answer:
        host = (urlsplit(url).hostname or "").lower()
        rule = self.held.get(host)
        if rule is not None and rule.rests_until and rule.rests_until > self.clock():
            raise Resting(
                _("%(host)s asked to be left in peace.") % {"host": host}, rule.rests_until
            )
        if rule is None or rule.asked_at is None or self.clock() - rule.asked_at > RULES_KEPT:
            rule = self._ask_rules(host, url)
        if not robots.allows(rule.robots, url):
            raise Resting(
                _("%(host)s asks programs not to look.") % {"host": host}, self.clock() + RULES_KEPT
            )
        if host == self._last:
            self.pause(random.uniform(*BREATH))
        self._last = host
        try:
            return self.web.fetch(url, etag=etag, modified=modified, accept=accept, ask=ask)
        except Unwilling as no:
            if no.status in _BUSY:
                wait = max(3600, min(no.retry_after or 0, int(LONGEST.total_seconds())))
                self._keep(host, rests_until=self.clock() + timedelta(seconds=wait))
            raise

    def _ask_rules(self, host: str, url: str) -> HostRule:
        """No rules are no hindrance; rules that cannot be had today are one (RFC 9309, 2.3.1)."""
        text = ""
        try:
            text = (
                self.rules.fetch(robots.where(url)).body[: robots.MOST].decode("utf-8", "replace")
            )
        except Unwilling as no:
            if not 400 <= no.status < 500 or no.status == 429:
                raise
        return self._keep(host, robots=text, asked_at=self.clock())

    def _keep(self, host: str, **fields: Any) -> HostRule:
        HostRule.keep(account=self.account, host=host, at=self.clock(), **fields)
        rule = self.held.setdefault(host, HostRule(account=self.account, host=host))
        for name, value in fields.items():
            setattr(rule, name, value)
        return rule


def look_at(
    account: UUID,
    *,
    clock: Callable[[], datetime],
    pause: Callable[[float], object],
    only: WatchedBoard | None = None,
    most: int | None = None,
    stop: Callable[[], bool] = lambda: False,
    boards: Boards | None = None,
) -> Pass:
    """Look at every board that is due, one after the other; `boards` is a twin in the web's place.

    Raises SwitchedOff where the user turned the web off, before or in the midst of it.
    """
    if outside.off_since(account) is not None:
        raise leaving.SwitchedOff
    due = WatchedBoard.objects.of(account).due(clock()).select_related("company")
    # A casebook brought back from elsewhere may name a kind that is not read here.
    rows = [one for one in due if one.board in KINDS and (only is None or one.pk == only.pk)]
    # By chance, so that no host hears from everybody in the same order; but one host after the
    # other, each on one line.
    random.shuffle(rows)
    turn = {one: n for n, one in enumerate(dict.fromkeys(_host(row) for row in rows))}
    rows.sort(key=lambda row: turn[_host(row)])
    came = Pass()
    if boards is not None:
        return _round(rows[:most], boards, came, clock, stop)
    with (
        leaving.web(account, leaving.BOARD, clock=clock, limits=BOARD_LIMITS) as web,
        leaving.web(account, leaving.RULES, clock=clock) as rules,
    ):
        held = {one.host: one for one in HostRule.objects.of(account)}
        polite = Polite(account, web, rules, clock, pause, held)
        return _round(rows[:most], OpenBoards(polite), came, clock, stop)


def _host(row: WatchedBoard) -> str:
    return urlsplit(KINDS[row.board].ask(row.tenant).url).hostname or ""


def _round(
    rows: list[WatchedBoard],
    boards: Boards,
    came: Pass,
    clock: Callable[[], datetime],
    stop: Callable[[], bool],
) -> Pass:
    for row in rows:
        if stop():
            break
        _look(row, boards, came, clock())
    return came


def _look(row: WatchedBoard, boards: Boards, came: Pass, at: datetime) -> None:
    kind = KINDS[row.board]
    known = Advert.with_text(row) if kind.detail is not None else frozenset()
    try:
        look = boards.look(
            row.board,
            row.tenant,
            at=at,
            marks=Marks(row.etag, row.modified, row.digest),
            known=known,
        )
    except Resting as rests:
        row.missed(at=at, due_at=rests.until, trouble=str(rests), counts=False)
        came.missed += 1
        came.told.append((row, str(rests)))
        return
    except SourceError as problem:
        row.missed(at=at, due_at=at + _rest(row.failures, problem), trouble=str(problem))
        came.missed += 1
        came.told.append((row, str(problem)))
        return
    marks = {"etag": look.marks.etag, "modified": look.marks.modified, "digest": look.marks.digest}
    trouble = " ".join(look.problems)[:2000]
    row.saw(look.seen, at=at, due_at=at + DAILY + _by_chance(), trouble=trouble, **marks)
    came.looked += 1
    came.asked += look.asked
    came.changed += int(look.seen is not None)
    came.unchanged += int(look.seen is None)


def _rest(failures: int, problem: SourceError) -> timedelta:
    """A day, two, four, up to a fortnight; longer where the server names a longer time."""
    rest = min(DAILY * (1 << min(failures, 8)), LONGEST)
    named = timedelta(seconds=getattr(problem, "retry_after", None) or 0)
    return max(rest, min(named, LONGEST)) + _by_chance()


def _by_chance() -> timedelta:
    return CHANCE * random.random()


def add(account: UUID, url: str, *, company: str = "", at: datetime) -> WatchedBoard:
    """Watch the board at this address. Raises UserError with the reason where it is none we can read."""
    found = whose(url if "://" in url else f"https://{url}")
    if found is None:
        reason = why_not(url if "://" in url else f"https://{url}")
        names = ", ".join(kind.title for kind in KINDS.values())
        raise UserError(
            _("This board is not watched. %(why)s") % {"why": reason}
            if reason
            else _("This is no address of a job board that can be read. Known are: %(names)s.")
            % {"names": names}
        )
    board, tenant = found
    name = company.strip() or _spoken(tenant)
    firm = Company.add(account=account, name=name, at=at)
    row = WatchedBoard.propose(
        account=account, company=firm, board=board, tenant=tenant, at=at, found_url=url
    )
    row.confirm(at=at)
    return row


def _spoken(tenant: str) -> str:
    """A firm's name from its name in an address, where nobody gave a better one."""
    plain = tenant.removeprefix("eu/").partition("/")[0].partition(".")[0]
    return plain.replace("-", " ").replace("_", " ").title()


def all_of(account: UUID) -> list[WatchedBoard]:
    """Every board that is known, each with `standing`: how many adverts hang there."""
    standing = Count("adverts", filter=Q(adverts__gone_at__isnull=True))
    rows = WatchedBoard.objects.of(account).select_related("company")
    return list(rows.annotate(standing=standing).order_by("company__key", "board", "tenant"))


def one_of(account: UUID, key: UUID) -> WatchedBoard | None:
    return WatchedBoard.objects.of(account).select_related("company").filter(pk=key).first()


def spoken_of(row: WatchedBoard) -> tuple[str, str]:
    """What the kind of board is called, and where a person would look at it ("" for an unknown one)."""
    kind = KINDS.get(row.board)
    return (kind.title, kind.page(row.tenant)) if kind is not None else (row.board, "")


def kinds() -> str:
    """The kinds that can be read, as one line."""
    names = ", ".join(kind.title for kind in KINDS.values())
    return _("Boards that can be read: %(names)s.") % {"names": names}


def as_json(row: WatchedBoard) -> dict[str, Any]:
    """One board for `afterword boards --json`."""
    called, page = spoken_of(row)

    def moment(given: datetime | None) -> str | None:
        return given.isoformat() if given else None

    state = "watched" if row.confirmed_at else "proposed"
    return {
        "id": str(row.pk),
        "company": str(row.company),
        "board": row.board,
        "kind": called,
        "tenant": row.tenant,
        "page": page,
        "state": "left" if row.declined_at else state,
        "found_in": row.found_in,
        "looked_at": moment(row.looked_at),
        "whole_at": moment(row.whole_at),
        "due_at": moment(row.due_at),
        "trouble": row.trouble,
        "adverts": getattr(row, "standing", 0),
    }
