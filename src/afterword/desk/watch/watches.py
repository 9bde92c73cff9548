"""The watch: what boards, news, mail and days showed of an old no, told once and kept in its case.

Nothing here goes out: looking at boards and feeds is `boards` and `reading_news`; this reads
what they brought. A case that lies in a closed envelope, or was asked to be left alone, is passed by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from afterword import counsel
from afterword.casebook.case import Case
from afterword.casebook.files import case_files
from afterword.casebook.kept_posting import KeptPosting
from afterword.casebook.looking_back import Hired
from afterword.casebook.message import Message
from afterword.casebook.person import PersonAddress
from afterword.casebook.post import Post
from afterword.casebook.profile import Profile
from afterword.casebook.sighted import Sighted
from afterword.casebook.watched import Advert
from afterword.casebook.watched_feed import WatchedFeed
from afterword.counsel import watching
from afterword.desk.cases.judging import at_home
from afterword.desk.watch import reseated
from afterword.desk.watch.adverts_heard import ByModel, heard
from afterword.desk.watch.memories import remembered
from afterword.terms import CaseFile, FeedItem, Posting, Sighting, Signal, Standing


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
