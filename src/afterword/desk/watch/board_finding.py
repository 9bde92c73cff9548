"""Coming upon a firm's job board: in the links of its mails, and in the adverts that were kept.

Found is not watched: each is proposed once, and the user says yes or no. Nothing is fetched here.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afterword.casebook.company import Company
from afterword.casebook.kept_posting import KeptPosting
from afterword.casebook.message import Blob, Message
from afterword.casebook.profile import Profile
from afterword.casebook.watched import WatchedBoard
from afterword.intake.boards import whose
from afterword.intake.boards.links import boards_in, boards_in_mail
from afterword.terms import MailKind

_THROUGH = "boards_searched_through"
_AT_ONCE = 200


def find(account: UUID, at: datetime) -> list[WatchedBoard]:
    """Propose the boards that what is new leads to; the answer is those that were not known before."""
    known = set(WatchedBoard.objects.of(account).values_list("board", "tenant"))
    found: list[WatchedBoard] = []
    for company, place, url, where in [*_in_adverts(account), *_in_mail(account, at)]:
        if place in known or company.agency:
            continue
        known.add(place)
        found.append(
            WatchedBoard.propose(
                account=account,
                company=company,
                board=place[0],
                tenant=place[1],
                at=at,
                found_in=where,
                found_url=url,
            )
        )
    return found


Found = tuple[Company, tuple[str, str], str, str]


def _in_adverts(account: UUID) -> list[Found]:
    rows = KeptPosting.objects.of(account).exclude(url="").filter(case__isnull=False)
    return [
        (one.case.company, place, one.url, one.title)
        for one in rows.select_related("case__company")
        if one.case is not None and (place := whose(one.url)) is not None
    ]


def _in_mail(account: UUID, at: datetime) -> list[Found]:
    """Each mail is searched once; mails that list many firms' adverts say nothing of one."""
    profile = Profile.of(account, at=at)
    rows = (
        Message.objects.of(account)
        .filter(case__isnull=False, filed_at__isnull=False)
        .exclude(kind=MailKind.JOB_ALERT)
        .select_related("case__company")
        .order_by("filed_at", "id")
    )
    through = profile.settings.get(_THROUGH)
    if through:
        rows = rows.filter(filed_at__gt=datetime.fromisoformat(through))
    found: list[Found] = []
    last: datetime | None = None
    part: list[Message] = []
    for message in rows.iterator(chunk_size=_AT_ONCE):
        last = message.filed_at
        part.append(message)
        if len(part) == _AT_ONCE:
            found += _of(account, part)
            part = []
    found += _of(account, part)
    if last is not None:
        # A mark of the program's own, no deed of anybody's: it leaves no event.
        row = Profile.objects.get(pk=profile.pk)
        row.settings = {**row.settings, _THROUGH: last.isoformat()}
        row.save(update_fields=["settings"])
    return found


def _of(account: UUID, part: list[Message]) -> list[Found]:
    marks = [one.sha256 for one in part if one.has_raw]
    raw = {one.sha256: one for one in Blob.objects.of(account).filter(sha256__in=marks)}
    found: list[Found] = []
    for one in part:
        places = boards_in(one.text)
        if one.sha256 in raw:
            places |= boards_in_mail(raw[one.sha256].raw)
        if one.case is not None:
            where = f"{one.at:%Y-%m-%d}"
            found += [(one.case.company, place, url, where) for place, url in places.items()]
    return found
