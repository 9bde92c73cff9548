"""Adverts the user keeps: by link, by paste, by file, or handed in by the browser.

Nothing is guessed that could be asked: an advert that fits no case, or two, waits at `/roles/` until
its owner says whose it is, or makes a lead of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword.casebook.case import Case
from afterword.casebook.company import key_of
from afterword.casebook.kept_posting import KeptPosting, PostingVersion
from afterword.casebook.profile import Profile
from afterword.casebook.seat import Seat
from afterword.counsel.adverts import Change as Change
from afterword.counsel.adverts import Known, Wording, changes, since_talk, whose
from afterword.counsel.adverts import SinceTalk as SinceTalk
from afterword.desk import morning
from afterword.desk.watch import leaving
from afterword.errors import UserError
from afterword.intake.postings import Read, read_file, read_page, read_text
from afterword.reading.senders import is_freemail
from afterword.terms.watching import Posting
from afterword.wire.http import Answer

#: Whom an advert says to write to, with the house.
_ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
#: A page of the web for this account: (account, address) to what came back.
Fetch = Callable[[UUID, str], Answer]


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping an advert came to. `new`: not seen before; `changes`: against the wording before."""

    kept: KeptPosting
    version: PostingVersion
    new: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One wording, and what changed from the one before it."""

    version: PostingVersion
    posting: Posting
    changes: tuple[Change, ...] = ()


def on_the_web(now: Callable[[], datetime]) -> Fetch:
    """The open web by its one door (`leaving.py`): switch asked, host written down."""
    return lambda account, url: leaving.page(account, url, clock=now)


# ── keeping ─────────────────────────────────────────────────────────────────


def keep_link(
    account: UUID, url: str, *, now: datetime, fetch: Fetch, case: Case | None = None
) -> Kept:
    """Look at this address once and keep what stands there.

    Raises UserError (no advert there, with the reason), Refused or SourceError (not reached).
    """
    # Before any transaction: the network is slow, and a lock must not wait for it.
    answer = fetch(account, url.strip())
    kind = answer.headers.get("content-type", "").lower()
    if "pdf" in kind or answer.body.startswith(b"%PDF"):
        read = read_file(answer.body)
    else:
        charset = kind.partition("charset=")[2].split(";")[0].strip(" \"'")
        # What the address says now is what the user can open again; a redirect may be a detour.
        read = read_page(answer.body, url=answer.url, charset=charset)
    return _keep(account, read, "link", now, case)


def keep_text(
    account: UUID,
    text: str,
    *,
    now: datetime,
    title: str = "",
    company: str = "",
    case: Case | None = None,
) -> Kept:
    """Keep the words the user copied. Without a firm named, that of the case is meant."""
    company = company or (case.company.name if case is not None else "")
    read = read_text(text, title=title.strip(), company=company.strip())
    return _keep(account, read, "pasted", now, case)


def keep_file(
    account: UUID, data: bytes, name: str, *, now: datetime, case: Case | None = None
) -> Kept:
    """Keep what stands in a saved page or a paper. The file itself is not kept."""
    return _keep(account, read_file(data, name), "file", now, case)


def keep_page(account: UUID, html: str, url: str, *, now: datetime) -> Kept:
    """Keep the page that the browser handed in; nothing is fetched."""
    read = read_page(html.encode("utf-8", "replace"), url=url, charset="utf-8")
    return _keep(account, read, "browser", now, None)


def _keep(account: UUID, read: Read, how: str, now: datetime, case: Case | None) -> Kept:
    if read.posting is None:
        raise UserError(read.why)
    posting = read.posting
    known = KeptPosting.known(account, posting) or _same_words(account, posting, case)
    if known is None and case is None:
        likely = cases_for(account, posting)
        case = likely[0] if len(likely) == 1 else None
    before = known.versions.order_by("-seen_at", "-id").first() if known else None
    version = KeptPosting.keep(
        account=account, posting=posting, how=how, at=now, case=case, same_as=known
    )
    kept = version.kept
    if kept.case is not None:
        morning.plan_case(kept.case, now)
    fresh = before is not None and before.pk != version.pk
    found = changes(before.as_posting(), posting) if before is not None and fresh else ()
    return Kept(kept, version, new=before is None, changes=found)


def _same_words(account: UUID, posting: Posting, case: Case | None) -> KeptPosting | None:
    """A pasted advert of a case, by its title: the copy of a page that was kept before."""
    if posting.board != "pasted":
        return None
    rows = KeptPosting.objects.of(account).filter(title__iexact=posting.title)
    if case is not None:
        found = list(rows.filter(case=case).select_related("case__company"))
    else:
        firm = key_of(posting.company)
        rows = rows.select_related("case__company")
        found = [one for one in rows if firm and key_of(one.company) == firm]
    return found[0] if len(found) == 1 else None


def cases_for(account: UUID, posting: Posting) -> list[Case]:
    """The cases this advert may be about, likeliest first."""
    rows = Case.objects.of(account).standing_alone().select_related("company")
    by_id = {str(one.pk): one for one in rows}
    known = [Known(mark, one.company.key, one.role) for mark, one in by_id.items()]
    found = whose(posting, key_of(posting.company), known)
    if not found:
        firms = {
            by_id[mark].company.key for mark in _named_by_address(account, posting) & set(by_id)
        }
        found = whose(posting, next(iter(firms)), known) if len(firms) == 1 else ()
    return [by_id[mark] for mark in found]


def _named_by_address(account: UUID, posting: Posting) -> set[str]:
    """The cases of whoever the advert says to write to, or of others at their house."""
    written = _ADDRESS.finditer(posting.text)
    hosts = {one[1].lower() for one in written if not is_freemail(one[0])}
    seats = Seat.objects.of(account).none()
    for host in sorted(hosts)[:5]:
        seats |= Seat.objects.of(account).filter(person__addresses__email__iendswith=f"@{host}")
    return {str(mark) for mark in seats.values_list("case_id", flat=True)}


def place(kept: KeptPosting, case: Case | None, *, now: datetime) -> None:
    """Say whose it is; the cases concerned are planned anew."""
    before = kept.case
    kept.belongs(case=case, at=now)
    for one in (before, case):
        if one is not None:
            morning.plan_case(one, now)


def make_lead(kept: KeptPosting, *, company: str, role: str, now: datetime) -> Case:
    """Begin a case of it: a lead, until more is known. Raises UserError without a firm."""
    company = company.strip() or kept.company
    if not company:
        raise UserError("Say which firm it is; the advert does not name one.")
    case = Case.open(account=kept.account, company=company, role=role.strip() or kept.title, at=now)
    place(kept, case, now=now)
    return case


def look_again(kept: KeptPosting, *, now: datetime, fetch: Fetch) -> Kept:
    """Look at its address once more. Where it now shows another advert, that is kept as what it is."""
    if not kept.url:
        raise UserError("This advert has no address. Paste it again, and the change is shown.")
    return keep_link(kept.account, kept.url, now=now, fetch=fetch)


# ── what it tells ───────────────────────────────────────────────────────────


def wordings(kept: KeptPosting, now: datetime | None = None) -> list[Told]:
    """Each wording, the first one first; with `now`, as it was known then."""
    found: list[Told] = []
    for version in kept.versions.all():
        if now is not None and version.seen_at > now:
            continue
        posting = version.as_posting()
        found.append(Told(version, posting, changes(found[-1].posting, posting) if found else ()))
    return found


def since_interview(kept: KeptPosting, now: datetime) -> SinceTalk | None:
    """Whether the specification was changed after the interview (S4-02); None where nothing bears on it."""
    if kept.case is None:
        return None
    talks = [
        one.at
        for one in kept.case.interviews.all()
        if not one.is_proposal and one.entered_at <= now
    ]
    rows = [
        Wording(one.posting, one.version.seen_at, min(one.version.last_at, now))
        for one in wordings(kept, now)
    ]
    return since_talk(rows, talks, now, _zone(kept.account, now))


def _zone(account: UUID, now: datetime) -> tzinfo:
    return ZoneInfo(Profile.of(account, at=now).zone or "UTC")


def of_case(case: Case) -> list[KeptPosting]:
    """The adverts kept with a case, with all that a page shows of them."""
    rows = KeptPosting.objects.of(case.account).filter(case=case)
    return list(rows.select_related("case__company").prefetch_related("versions"))


def as_json(kept: KeptPosting, now: datetime) -> dict[str, Any]:
    """What the terminal prints of one advert."""
    rows = wordings(kept, now)
    since = since_interview(kept, now)
    return {
        "id": str(kept.pk),
        "title": kept.title,
        "company": kept.company,
        "case": str(kept.case_id) if kept.case_id else None,
        "url": kept.url,
        "identity": {"board": kept.board, "tenant": kept.tenant, "id": kept.mark},
        "wordings": [
            {
                "seen": one.version.seen_at.isoformat(),
                "last_seen_so": min(one.version.last_at, now).isoformat(),
                "how": one.version.how,
                "posting": {k: v for k, v in one.version.posting.items() if v not in ("", None)},
                "changes": [change_json(change) for change in one.changes],
            }
            for one in rows
        ],
        "since_interview": {
            "changed": since.changed,
            "sure": since.sure,
            "weighs": since.weighs,
            "interview": since.talk.isoformat(),
            "says": since.says,
            "changes": [change_json(change) for change in since.changes],
        }
        if since is not None
        else None,
    }


def change_json(change: Change) -> dict[str, str]:
    return {
        "what": str(change.what),
        "how": str(change.how),
        "before": change.before,
        "after": change.after,
        "says": change.says,
    }
