"""The adapter: rows of LinkedIn's sheets in our words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from afterword.intake.contacts.linkedin.raw import day_of, moment
from afterword.intake.contacts.profiles import profile_of
from afterword.intake.mailbox.parsing.html import text_of
from afterword.intake.tables import Row, first_of
from afterword.terms import Applied, Contact, Deed, Direction, Said, Unread

_TAGS = re.compile(r"</?(?:p|br|div|strong|b|i|em|a|ul|li|span)\b", re.IGNORECASE)
#: Words LinkedIn puts where a member is no more.
_NOBODY = re.compile(r"^(?:linkedin member|member)$", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>,;]+@[^\s<>,;]+")


def connection(row: Row) -> Contact | Unread:
    """Somebody the user is connected with. Members who left stand there with a date and nothing else."""
    name = " ".join(filter(None, (row["first name"], row["last name"])))
    if not name:
        return Unread(row.line, "The line has a date and no name: a member who has left LinkedIn.")
    met = day_of(row["connected on"])
    if row["connected on"] and met is None:
        return Unread(row.line, "The day of “Connected On” cannot be read.")
    return Contact(
        name=name,
        emails=_emails(row["email address"]),
        profile=profile_of(row["url"]),
        company=row["company"],
        title=row["position"],
        met=met,
        line=row.line,
    )


def recommendation(row: Row) -> Contact | Unread:
    name = " ".join(filter(None, (row["first name"], row["last name"])))
    if not name:
        return Unread(row.line, "The recommendation names nobody.")
    return Contact(
        name=name, company=row["company"], title=row["job title"], line=row.line,
        note="Wrote a recommendation on LinkedIn.",
    )  # fmt: skip


def imported(row: Row) -> Contact | Unread:
    """Somebody from the address book that was once given to LinkedIn."""
    name = first_of(row, "fullname") or " ".join(
        filter(
            None,
            (first_of(row, "firstname", "first name"), first_of(row, "lastname", "last name")),
        )
    )
    emails = _emails(first_of(row, "emails", "email address"))
    if not (name or emails):
        return Unread(row.line, "The line has neither a name nor an address.")
    phones = first_of(row, "phonenumbers", "phone numbers")
    return Contact(
        name=name,
        emails=emails,
        phones=tuple(filter(None, (one.strip() for one in re.split(r"[,;]", phones)))),
        company=row["companies"],
        title=row["title"],
        profile=profile_of(row["profiles"]),
        line=row.line,
    )


def application(row: Row) -> Applied | Unread:
    company, role = row["company name"], row["job title"]
    if not company:
        return Unread(row.line, "The line names no firm: the advert was deleted.")
    on = day_of(row["application date"])
    if on is None:
        return Unread(row.line, "The day of the application cannot be read.")
    return Applied(
        company=company, role=role, on=on, status="Applied", means=Deed.APPLICATION,
        posting=row["job url"], line=row.line,
    )  # fmt: skip


def saved(row: Row) -> Applied | Unread:
    company = row["company name"]
    if not company:
        return Unread(row.line, "The line names no firm: the advert was deleted.")
    on = day_of(row["saved date"])
    if on is None:
        return Unread(row.line, "The day it was saved cannot be read.")
    return Applied(
        company=company, role=row["job title"], on=on, posting=row["job url"], saved=True,
        line=row.line,
    )  # fmt: skip


def invitation(row: Row) -> Said | Unread:
    """An invitation to connect, with what was written beside it."""
    out = row["direction"].upper().startswith("OUT")
    name = row["to"] if out else row["from"]
    at = moment(row["sent at"])
    if at is None:
        return Unread(row.line, "The moment of this invitation cannot be read.")
    if not name:
        return Unread(row.line, "The invitation names nobody: a member who has left LinkedIn.")
    profile = profile_of(row["inviteeprofileurl"] if out else row["inviterprofileurl"])
    way = Direction.OUT if out else Direction.IN
    return Said("", profile, name, at, way, "", plain(row["message"]), line=row.line)


def messages(rows: Iterable[Row], me: str) -> Iterator[Said | Unread | str]:
    """Each message; a word in place of one says why it was passed over (a draft, an advertisement)."""
    rows = list(rows)
    mine = _mine(rows, me)
    for row in rows:
        yield _message(row, mine)


def _message(row: Row, mine: Callable[[str, str], bool] | None) -> Said | Unread | str:
    if row["is message draft"].casefold() in ("yes", "true"):
        return "drafts of messages"
    if row["folder"].upper() == "SPAM":
        return "messages LinkedIn took for spam"
    at = moment(row["date"])
    if at is None:
        return Unread(row.line, "The moment of this message cannot be read.")
    sender = (row["from"], profile_of(row["sender profile url"]))
    theirs = _others(row)
    if not sender[0] and not sender[1]:
        return Unread(row.line, "The message has no sender: a member who has left LinkedIn.")
    if (
        not sender[1]
        and (_NOBODY.match(sender[0]) or not row["sender profile url"])
        and "direction" not in row.cells
    ):
        return "advertisements and notices of LinkedIn"
    if "direction" in row.cells:  # the export of 2018
        out = row["direction"].upper().startswith("OUT")
    elif mine is None:
        return Unread(
            row.line, "It cannot be told which of the two you are; bring Profile.csv along."
        )
    else:
        out = mine(*sender)
    if out:
        theirs = [one for one in theirs if mine is None or not mine(*one)]
        if not theirs:
            return Unread(row.line, "The message says not to whom it went.")
    name, profile = theirs[0] if out else sender
    return Said(
        thread=row["conversation id"],
        profile=profile,
        name=name,
        at=at,
        direction=Direction.OUT if out else Direction.IN,
        subject=plain(row["subject"]),
        text=plain(row["content"]),
        group=len(_others(row)) > 1,
        line=row.line,
    )


def _others(row: Row) -> list[tuple[str, str]]:
    """To whom it went: names and pages, in the same order where both are told."""
    pages = [profile_of(one) for one in row["recipient profile urls"].split(",") if one.strip()]
    names = [one.strip() for one in row["to"].split(",") if one.strip()]
    if len(pages) > 1 and len(names) == len(pages):
        return list(zip(names, pages, strict=True))
    if len(pages) <= 1:
        return [(row["to"], pages[0] if pages else "")]
    return [("", page) for page in pages]


def _mine(rows: list[Row], me: str) -> Callable[[str, str], bool] | None:
    """Who the owner is: the one who is in every conversation, or the one of that name."""
    threads: dict[str, set[str]] = {}
    for row in rows:
        ends = {profile_of(row["sender profile url"])}
        ends |= {page for _, page in _others(row)}
        threads.setdefault(row["conversation id"], set()).update(filter(None, ends))
    talks = [ends for ends in threads.values() if len(ends) > 1]
    seen = Counter(page for ends in talks for page in ends)
    always = [page for page, n in seen.items() if n == len(talks)]
    if len(talks) > 1 and len(always) == 1:
        return lambda name, page: page == always[0]
    if me:
        return lambda name, page: name.casefold() == me.casefold()
    return None


def plain(text: str) -> str:
    """What was written, without the HTML that recruiters' messages carry."""
    if _TAGS.search(text):
        return text_of(text).strip()
    return unescape(text).strip()


def _emails(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.lower() for one in _ADDRESS.findall(text)))
