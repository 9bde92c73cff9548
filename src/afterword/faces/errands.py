"""What the clock does: the errands, one a function, and the table of when."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from afterword.casebook.connection import Connection
from afterword.casebook.job import Job
from afterword.casebook.source import Source
from afterword.casebook.watched import WatchedBoard
from afterword.casebook.watched_feed import WatchedFeed
from afterword.desk import morning
from afterword.desk.incoming import elsewhere
from afterword.desk.incoming.words import told
from afterword.desk.mail import syncing
from afterword.desk.watch import board_finding, boards, leaving, reading_news, watches
from afterword.desk.whole import copying, keeping
from afterword.errors import SourceError, UserError
from afterword.faces import clock
from afterword.faces.clockwork import Errand
from afterword.wire.vault import VaultLocked

#: Without IDLE news is at most so old.
POLL = timedelta(minutes=10)
#: How often each folder is looked through even where nothing seems to have changed.
THOROUGH = timedelta(hours=24)
#: Not while everything else begins.
FIRST_BACKUP = timedelta(minutes=10)

#: Boards of one round, so that mail is not kept waiting: the hours of a day make up the rest.
BOARDS_AT_ONCE = 100

#: Set when the program closes: no errand pauses any longer then.
closing = threading.Event()


def here() -> str:
    """Who works: this process and thread, so that two never take one another's lease."""
    return f"{os.getpid()}-{threading.get_ident()}"


@task(every=int(POLL.total_seconds()), most=4, says=_("Read the mail"))
def read_mail(account: str, source: str) -> str:
    """Read what is new of one account; the sentence says what came."""
    return _read(account, source, thorough=False)


@task(every=int(THOROUGH.total_seconds()), most=4, says=_("Look through every folder"))
def look_through(account: str, source: str) -> str:
    """Prove that nothing is missing: every folder listed against what was read."""
    return _read(account, source, thorough=True)


def _read(account: str, source: str, *, thorough: bool) -> str:
    connection = (
        Connection.objects.of(UUID(account))
        .select_related("source")
        .filter(source=UUID(source))
        .first()
    )
    if connection is None:
        return "This account is no longer kept in step."
    try:
        came = syncing.sync(
            connection,
            clock=clock.now,
            by=here(),
            pause=closing.wait,
            stop=closing.is_set,
            thorough=thorough,
        )
    except (syncing.Halted, syncing.BeingRead, VaultLocked) as waits:
        # None of these is a fault of the clock: the account's own page says it, and asks.
        return str(waits)
    if not came.new:
        return "Nothing new."
    new = "One new mail" if came.new == 1 else f"{came.new} new mails"
    return f"{new}, {came.kept} about jobs."


@task(every=24 * 3600, most=3, says=_("Plan the day"))
def plan_day(account: str) -> str:
    """Every case weighed for today, so that Today opens at once; boards that mail leads to are proposed."""
    board_finding.find(UUID(account), clock.now())
    watches.judge(UUID(account), clock.now())
    morning.freshen(UUID(account), clock.now())
    return "Planned."


@task(every=24 * 3600, most=4, says=_("Read calendars and address books"))
def read_elsewhere(account: str) -> str:
    """The calendars and address books whose way was kept, each read on from where it stood."""
    try:
        came = elsewhere.read_kept(UUID(account), clock=clock.now)
    except VaultLocked as waits:
        return str(waits)
    # What can pass by itself is tried again soon; what the user must mend is said.
    passing = [one for one in came.failed if not one.permanent]
    if passing:
        raise passing[0]
    said = [*told(came.counts), *map(str, came.failed)]
    return " ".join(said) or f"Nothing new at {came.read} places."


@task(every=24 * 3600, most=3, says=_("Back up the casebook"))
def back_up(account: str) -> str:
    """A checked copy of the day, and the oldest ones thinned."""
    if not copying.is_ours():
        return "PostgreSQL keeps its own copies."
    made = keeping.daily(Path(settings.HOME), at=clock.now())
    return f"Copied and checked: {made.name}." if made else "There is one of today already."


@task(every=3600, most=3, says=_("Look at the job boards"))
def look_at_boards(account: str) -> str:
    """Some of the boards that are due; each once a day."""
    try:
        came = boards.look_at(
            UUID(account),
            clock=clock.now,
            pause=closing.wait,
            stop=closing.is_set,
            most=BOARDS_AT_ONCE,
        )
    except leaving.SwitchedOff as off:
        return str(off)
    leaving.forget_old(UUID(account), clock.now())
    if came.changed:
        watches.judge(UUID(account), clock.now())
    if not came.looked and not came.missed:
        return "No board was due."
    return f"{came.looked} boards looked at, {came.changed} changed, {came.missed} not to be read."


@task(every=6 * 3600, most=3, says=_("Read the news of firms"))
def read_news_of_firms(account: str) -> str:
    """The feeds that are due, each once a day, and what they touch."""
    try:
        brought = reading_news.read_news(
            UUID(account), clock=clock.now, pause=closing.wait, stop=closing.is_set
        )
    except leaving.SwitchedOff as off:
        return str(off)
    told = watches.judge(UUID(account), clock.now()) if brought else 0
    return f"{brought} feeds brought something, {told} of it touches a case."


ERRANDS: dict[str, Errand] = {
    one.module_path: one  # type: ignore[misc]
    for one in (
        read_mail,
        look_through,
        plan_day,
        read_elsewhere,
        back_up,
        look_at_boards,
        read_news_of_firms,
    )
}


def wind(account: UUID) -> None:
    """Put down what repeats, where it is not waiting yet; and take up what no longer applies."""
    now = clock.now()
    sources = {str(one.source_id) for one in Connection.objects.of(account)}
    for source in sources:
        read_mail.enqueue(str(account), source)
        look_through.using(run_after=now + THOROUGH).enqueue(str(account), source)
    waiting = Job.objects.of(account).open().filter(leased_until__isnull=True)
    for job in waiting.filter(task__in=[read_mail.module_path, look_through.module_path]):
        if job.args[1] not in sources:
            job.delete()
    plan_day.using(run_after=now + timedelta(hours=1)).enqueue(str(account))
    if Source.objects.of(account).filter(kind__in=elsewhere.KINDS).exists():
        read_elsewhere.using(run_after=now + timedelta(minutes=15)).enqueue(str(account))
    else:
        waiting.filter(task=read_elsewhere.module_path).delete()
    if copying.is_ours():
        back_up.using(run_after=now + FIRST_BACKUP).enqueue(str(account))
    else:
        waiting.filter(task=back_up.module_path).delete()
    if WatchedBoard.objects.of(account).watched().exists():
        look_at_boards.using(run_after=now + timedelta(minutes=20)).enqueue(str(account))
    else:
        waiting.filter(task=look_at_boards.module_path).delete()
    if WatchedFeed.objects.of(account).watched().exists():
        read_news_of_firms.using(run_after=now + timedelta(minutes=25)).enqueue(str(account))
    else:
        waiting.filter(task=read_news_of_firms.module_path).delete()


def sooner(account: UUID, source: object) -> None:
    """News: read this account now rather than at the next round."""
    read_mail.enqueue(str(account), str(source))


def may_help(problem: BaseException) -> bool:
    """Whether trying again later can help."""
    if isinstance(problem, SourceError):
        return not problem.permanent
    return not isinstance(problem, UserError)
