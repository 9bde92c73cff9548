"""The news of firms: feeds the user asked for, read once a day with the manners of the boards."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _

from afterword.casebook import outside
from afterword.casebook.company import Company
from afterword.casebook.outside import HostRule
from afterword.casebook.watched_feed import WatchedFeed
from afterword.desk.watch import boards, leaving
from afterword.errors import Refused, SourceError, UserError
from afterword.intake.boards.board import Fetching
from afterword.intake.feeds.parser import Feed, NoFeed, feed

#: What we take in a feed's place.
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1"  # fmt: skip


def add(account: UUID, url: str, *, company: str, at: datetime) -> WatchedFeed:
    """Read the news at this address from now on. Raises UserError where it is no web address."""
    url = url.strip()
    url = url if "://" in url else f"https://{url}"
    if (
        not url.lower().startswith(("https://", "http://"))
        or len(url) > 2000
        or "." not in _host(url)
    ):
        raise UserError(_("This is no address of the web. A feed’s begins with https://."))
    if not company.strip():
        raise UserError(_("Say whose news it is, and it is read beside your cases there."))
    firm = Company.add(account=account, name=company, at=at)
    return WatchedFeed.add(account=account, company=firm, url=url, at=at)


def _host(url: str) -> str:
    """The host of an address that can be fetched; "" for one that cannot, or that names a log-in."""
    try:
        parts = urlsplit(url)
        fine = url.isprintable() and " " not in url and "@" not in parts.netloc
        return (parts.hostname or "") if fine and parts.port != 0 else ""
    except ValueError:
        return ""


def read_news(
    account: UUID,
    *,
    clock: Callable[[], datetime],
    pause: Callable[[float], object],
    only: WatchedFeed | None = None,
    stop: Callable[[], bool] = lambda: False,
    web: Fetching | None = None,
) -> int:
    """Read every feed that is due; how many brought something. `web` is a twin in the web's place.

    Raises SwitchedOff where the user turned the web off.
    """
    if outside.off_since(account) is not None:
        raise leaving.SwitchedOff
    due = WatchedFeed.objects.of(account).due(clock()).select_related("company")
    rows = [row for row in due if only is None or row.pk == only.pk]
    if not rows:
        return 0
    random.shuffle(rows)
    if web is not None:
        return sum(_look(row, web, clock()) for row in rows if not stop())
    with (
        leaving.web(account, leaving.FEED, clock=clock) as open_web,
        leaving.web(account, leaving.RULES, clock=clock) as rules,
    ):
        held = {one.host: one for one in HostRule.objects.of(account)}
        polite = boards.Polite(account, open_web, rules, clock, pause, held)
        return sum(_look(row, polite, clock()) for row in rows if not stop())


def _look(row: WatchedFeed, web: Fetching, at: datetime) -> bool:
    later = at + timedelta(hours=24 + 2 * random.random())
    try:
        answer = web.fetch(row.url, etag=row.etag, modified=row.modified, accept=ACCEPT)
        found = _read(answer.body) if answer.status != 304 else None
    except boards.Resting as rests:
        row.missed(at=at, due_at=rests.until, trouble=str(rests))
        return False
    except leaving.SwitchedOff:
        raise
    except (SourceError, Refused) as problem:
        rest = timedelta(days=min(14, 1 << min(row.failures, 4)))
        row.missed(at=at, due_at=at + rest, trouble=str(problem))
        return False
    row.saw(
        found.items if found else None,
        at=at,
        due_at=later,
        title=found.title if found else "",
        etag=answer.headers.get("etag", "")[:500],
        modified=answer.headers.get("last-modified", "")[:64],
    )
    return found is not None


def _read(body: bytes) -> Feed:
    try:
        return feed(body)
    except NoFeed as problem:
        raise SourceError(str(problem), permanent=True) from problem
