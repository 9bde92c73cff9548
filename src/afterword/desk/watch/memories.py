"""What is remembered of each firm's boards, kept up to the last look; one that stands still costs nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import models

from afterword.casebook.sighted import Lookout
from afterword.casebook.watched import Advert, WatchedBoard
from afterword.counsel import watching
from afterword.desk.watch.adverts_heard import hear_for
from afterword.terms import BoardSeen

#: Before this no board was looked at.
EVER = datetime(2000, 1, 1, tzinfo=UTC)
#: A firm whose board stands still is judged anew so often: some signs need only time.
ANEW = timedelta(days=7)


def remembered(
    account: UUID,
    firms: Mapping[UUID, Iterable[watching.Past]],
    now: datetime,
    meaning: watching.Meaning,
) -> dict[UUID, watching.Memory]:
    """The memory of each firm in which something may have moved, kept up to the last look.

    `firms` are held with the noes their boards are held against. A board that stands still costs a
    row of a query and no more.
    """
    boards: dict[UUID, list[WatchedBoard]] = defaultdict(list)
    for board in WatchedBoard.objects.of(account).watched().filter(company__in=list(firms)):
        boards[board.company_id].append(board)
    lookouts = {
        one.company_id: one
        for one in Lookout.objects.of(account).filter(company__in=list(boards)).defer("memory")
    }
    moved = _moved(account, lookouts)
    found: dict[UUID, watching.Memory] = {}
    for firm, rows in boards.items():
        kept = lookouts.get(firm)
        if kept is None:
            kept = Lookout(account=account, company_id=firm, entered_at=now)
        elif firm not in moved and not _unsettled(kept, now):
            continue
        memory = watching.from_plain(kept.memory)
        since = memory.last or EVER
        looks = sorted(
            (seen for board in rows for seen in looks_of(board, since)), key=lambda seen: seen.at
        )
        hear = hear_for(firms[firm], meaning, memory)
        for seen in looks:
            memory = watching.look(memory, seen, hear)
        kept.remember(
            watching.to_plain(memory) if looks else None,
            at=now,
            unsettled=bool(memory.doubt) or watching.settles(memory, now),
        )
        found[firm] = memory
    return found


def _unsettled(kept: Lookout, now: datetime) -> bool:
    """Whether time alone may show something: a doubt, a loss to be borne out, a week gone by."""
    return kept.unsettled or kept.judged_at is None or now - kept.judged_at >= ANEW


def _moved(account: UUID, lookouts: Mapping[UUID, Lookout]) -> set[UUID]:
    """The firms whose boards showed or missed something since they were judged; one query for all."""
    judged = models.F("board__company__lookout__judged_at")
    rows = Advert.objects.of(account).filter(board__company__in=list(lookouts))
    rows = rows.filter(models.Q(first_seen__gt=judged) | models.Q(gone_at__gt=judged))
    return set(rows.values_list("board__company", flat=True).distinct())


def looks_of(board: WatchedBoard, since: datetime) -> list[BoardSeen]:
    """The board as it stood at each look that counts since then: each that showed something new,

    each that missed something, the last before that, and the latest of all.
    """
    rows = list(Advert.objects.of(board.account).filter(board=board))
    times = {one.first_seen for one in rows}
    times |= {at for one in rows for at in (one.last_seen, one.gone_at) if at is not None}
    if board.whole_at is not None:
        times.add(board.whole_at)
    shown = {one.pk: one.as_posting() for one in rows}
    return [
        BoardSeen(
            board.board,
            board.tenant,
            at,
            tuple(
                shown[one.pk]
                for one in rows
                if one.first_seen <= at and (one.gone_at is None or at < one.gone_at)
            ),
        )
        for at in sorted(times)
        if at > since
    ]
