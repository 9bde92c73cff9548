"""The watch: what boards, news, mail and days showed of an old no, told once and kept in its case.

Nothing here goes out: looking at boards and feeds is `boards` and `reading_news`; this reads
what they brought. A case that lies in a closed envelope, or was asked to be left alone, is passed by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from django.db import models

from afterword import counsel
from afterword.casebook.by_heart import by_heart
from afterword.casebook.case import Case
from afterword.casebook.files import case_files
from afterword.casebook.kept_posting import KeptPosting
from afterword.casebook.letter import Letter
from afterword.casebook.looking_back import Hired
from afterword.casebook.message import Message
from afterword.casebook.person import PersonAddress
from afterword.casebook.post import Post
from afterword.casebook.profile import Profile
from afterword.casebook.sighted import Lookout, Sighted, SightedQuerySet
from afterword.casebook.watched import Advert, WatchedBoard
from afterword.casebook.watched_feed import WatchedFeed
from afterword.counsel import watching
from afterword.desk.cases.judging import at_home
from afterword.desk.letters.answered import paired
from afterword.desk.watch import reseated
from afterword.desk.watch.adverts_heard import ByModel, hear_for, heard
from afterword.terms import BoardSeen, CaseFile, FeedItem, Posting, Sighting, Signal, Standing

REOPENED = Signal.REOPENED
#: Before this no board was looked at.
EVER = datetime(2000, 1, 1, tzinfo=UTC)
#: A firm whose board stands still is judged anew so often: some signs need only time.
ANEW = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Old:
    """A case the watch looks after: its file, where it stands, and the past of it."""

    case: Case
    file: CaseFile
    standing: Standing
    past: watching.Past


@dataclass
class _Told:
    """What was told already, a case; it grows while a round is made."""

    by_firm: dict[UUID, list[watching.Told]] = field(default_factory=lambda: defaultdict(list))


def judge(account: UUID, now: datetime) -> int:
    """Hold all that was seen against every old no, and tell what is new; how many that were."""
    olds = olds_of(account, now)
    if not olds:
        return 0
    told = _told(account)
    count = 0
    shown = list(_found(account, olds, now))
    once = watching.each_once([(old.case.company_id, found) for old, found in shown])
    for (old, _), found in zip(shown, once, strict=True):
        for one in watching.worth_telling(found, told.by_firm[old.case.company_id], now):
            full = reseated.with_its_words(account, old.case, old.file, one, now)
            Sighted.tell(account=account, sighting=full, at=now)
            told.by_firm[old.case.company_id].append(watching.told_of(one))
            count += 1
    return count


def olds_of(account: UUID, now: datetime) -> list[Old]:
    """The cases that ended or were frozen and may be watched, the latest ended first."""
    here = at_home(account, now)
    rows = Case.objects.of(account).standing_alone().select_related("company__stop", "standing")
    cases = [case for case in rows if _may(case, now)]
    files = case_files(account, cases, now)
    adverts = _kept(account, cases)
    allowed = Profile.of(account, at=now).may_work_in
    found = []
    for case in cases:
        file = files[case.pk]
        if any(h.sealed for h in file.happenings):
            continue
        standing = counsel.stand(file, here)
        past = watching.past_of(file, standing, here, adverts.get(case.pk), allowed)
        if past is not None and not _left_alone(file, standing, here):
            found.append(Old(case, file, standing, past))
    return sorted(found, key=lambda old: old.past.ended, reverse=True)


def _may(case: Case, now: datetime) -> bool:
    stop = getattr(case.company, "stop", None)
    return stop is None or stop.at > now


def _left_alone(file: CaseFile, standing: Standing, now: datetime) -> bool:
    """They asked for no contact (G1): then nothing that would lead to a letter is told."""
    return counsel.weigh(file, standing, now).G1 is True


def _kept(account: UUID, cases: Iterable[Case]) -> dict[UUID, Posting]:
    """The advert of each case as it read when the user kept it first."""
    rows = KeptPosting.objects.of(account).filter(case__in=list(cases))
    found: dict[UUID, Posting] = {}
    for row in rows.prefetch_related("versions").order_by("-id"):
        version = next(iter(row.versions.all()), None)
        if version is not None and row.case_id is not None:
            found[row.case_id] = version.as_posting()
    return found


def _told(account: UUID) -> _Told:
    told = _Told()
    rows = Sighted.objects.of(account).select_related("case__company", "company")
    for row in rows:
        if row.company_id is not None:
            said = watching.Told(
                row.key,
                Signal(row.signal),
                row.at,
                row.company.name if row.company else "",
                str(row.case_id or ""),
                str((row.posting or {}).get("id", "")),
            )
            told.by_firm[row.company_id].append(said)
    return told


def _found(
    account: UUID, olds: list[Old], now: datetime
) -> Iterable[tuple[Old, tuple[Sighting, ...]]]:
    """What shows of each old no, as far as anything may have changed."""
    here = at_home(account, now)
    meaning = ByModel()
    pasts: dict[UUID, list[watching.Past]] = defaultdict(list)
    for old in olds:
        pasts[old.case.company_id].append(old.past)
    memories = remembered(account, pasts, now, meaning)
    feeds = _feeds(account)
    houses = {
        firm: watching.house_of(memory, meaning, hard=watching.hard_times(feeds.get(firm, ()), now))
        for firm, memory in memories.items()
    }
    started = dict(
        Hired.objects.of(account).filter(started_on__isnull=False).values_list("case", "started_on")
    )
    places = _places(account)
    for old in olds:
        found: list[Sighting] = []
        memory = memories.get(old.case.company_id)
        if memory is not None:
            past = heard(old.past, memory, meaning)
            found += watching.seen_at(houses[old.case.company_id], past)
        found += watching.arrived(old.file, old.standing, here, started=started.get(old.case.pk))
        items = feeds.get(old.case.company_id, ())
        towns = _towns(account, old.case.company_id) if items else frozenset()
        found += watching.matching(old.file, items, here, towns)
        found += watching.moved(old.file, places, here)
        yield old, tuple(found)


def _towns(account: UUID, firm: UUID) -> frozenset[str]:
    """The places the firm's adverts name, whether its board moved today or not."""
    rows = Advert.objects.of(account).filter(board__company=firm)
    held = rows.values_list("posting__places", flat=True)
    return frozenset(place for places in held for place in places or ())


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


def _feeds(account: UUID) -> Mapping[UUID, tuple[FeedItem, ...]]:
    found: dict[UUID, tuple[FeedItem, ...]] = {}
    for feed in WatchedFeed.objects.of(account).watched():
        found[feed.company_id] = (*found.get(feed.company_id, ()), *feed.as_items())
    return found


def _places(account: UUID) -> list[watching.Place]:
    """Where people were seen to work: by the addresses they wrote from, and as the user noted it."""
    rows = PersonAddress.objects.of(account).select_related("person")
    by_address = {row.email: row.person for row in rows}
    per_person: dict[UUID, set[str]] = defaultdict(set)
    for email, person in by_address.items():
        per_person[person.pk].add(email)
    several = [e for e, p in by_address.items() if len(per_person[p.pk]) > 1]
    mails = Message.objects.of(account).filter(direction="in", sender_email__in=several)
    found = [
        watching.Place(
            str(by_address[email].pk),
            by_address[email].name,
            at,
            email.rpartition("@")[2],
            watching.Source.MAIL,
        )
        for email, at in mails.values_list("sender_email", "at")
    ]
    for post in Post.objects.of(account).select_related("person", "company"):
        found += _posts(post)
    return found


def _posts(post: Post) -> list[watching.Place]:
    day = post.since or (post.until - timedelta(days=1) if post.until else post.entered_at.date())
    at = datetime.combine(day, time(8), tzinfo=UTC)
    return [
        watching.Place(
            str(post.person_id),
            post.person.name,
            at,
            post.company.name,
            watching.Source.ADDRESS_BOOK,
        )
    ]


# ── what pages show ─────────────────────────────────────────────────────────

#: So long a sighting stands on Today, and so many at most: the rest is on the page of watches.
ON_TODAY, MOST_TODAY = timedelta(days=14), 3
#: Letters that a sign from outside may lead to; counsel has said which, under its caps and gates.
LETTERS = frozenset({"trigger_note", "reopen_letter", "keep_in_touch", "congratulation"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A sighting with what it means for the old no: who is warm, the doubt, the letter counsel allows,

    and the kept advert that has the new text beside the old.
    """

    row: Sighted
    tied: watching.Tied
    letter: str = ""
    play: str = ""
    drafted: UUID | None = None
    rests: str = ""
    advert: UUID | None = None


def fresh(account: UUID, now: datetime) -> list[Shown]:
    """What is worth a look today: the newest signs of cases that stand, the strongest first."""
    found = _lately(account, now, now - ON_TODAY)
    order = {"strong": 0, "fair": 1, "weak": 2}
    found.sort(key=lambda row: (order.get(row.strength, 3), -row.at.timestamp()))
    newest: dict[UUID | None, Sighted] = {}
    for row in found:  # one a case; its others stand on the case
        newest.setdefault(row.case_id, row)
    return shown(account, list(newest.values())[:MOST_TODAY], now)


@by_heart
def _lately(account: UUID, now: datetime, since: datetime) -> models.QuerySet[Sighted]:
    return _rows(account, now).filter(entered_at__gte=since, case__isnull=False)


def of_case(case: Case, now: datetime) -> list[Shown]:
    """Every sign of a case, those put away too, the newest first."""
    rows = Sighted.objects.of(case.account).filter(case=case, entered_at__lte=now)
    return shown(case.account, list(rows.select_related(*_WITH).order_by("-at", "-id")), now)


def all_of(account: UUID, now: datetime, *, firm: UUID | None = None) -> list[Sighted]:
    """Everything that moved, the newest first; of one firm where one is named."""
    rows = _rows(account, now, put_away=True).order_by("-at", "-id")
    return list(rows.filter(company=firm) if firm else rows)


_WITH = ("case__company", "case__move", "company")


def _rows(account: UUID, now: datetime, *, put_away: bool = False) -> SightedQuerySet:
    rows = Sighted.objects.of(account).filter(entered_at__lte=now).select_related(*_WITH)
    rows = rows.filter(case__merge__isnull=True, case__not_mine__isnull=True)
    return rows if put_away else rows.standing()


def shown(account: UUID, rows: list[Sighted], now: datetime) -> list[Shown]:
    """These sightings with what ties them to their cases; as many queries however many rows."""
    cases = {row.case_id: row.case for row in rows if row.case is not None}
    if not cases:
        return [Shown(row, watching.Tied()) for row in rows]
    files = paired(case_files(account, cases.values(), now))
    drafts: dict[tuple[UUID | None, str], UUID] = {
        (case, kind): key
        for case, kind, key in Letter.objects.of(account)
        .open()
        .filter(case__in=list(cases))
        .values_list("case_id", "kind", "pk")
    }
    here = at_home(account, now)
    adverts = reseated.compared(account, cases, now)
    found = [_shown(row, files, drafts, here) for row in rows]
    again = (adverts.get(one.row.case_id if one.row.signal == REOPENED else None) for one in found)
    return [replace(one, advert=key) for one, key in zip(found, again, strict=True)]


def _shown(
    row: Sighted,
    files: Mapping[UUID, CaseFile],
    drafts: Mapping[tuple[UUID | None, str], UUID],
    now: datetime,
) -> Shown:
    if row.case is None or row.case_id is None:
        return Shown(row, watching.Tied())
    tied = watching.tied(files[row.case_id], now)
    move = getattr(row.case, "move", None)
    if move is None or move.letter not in LETTERS:
        return Shown(row, tied, rests=move.why if move is not None else "")
    return Shown(row, tied, move.letter, move.play, drafts.get((row.case_id, move.letter)))
