"""What goes by other ways than mail: paper with its envelope, a card, words to paste; and when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from afterword.casebook.by_heart import by_heart
from afterword.casebook.letter import Letter
from afterword.casebook.own_mail import Letterhead, Reminder
from afterword.casebook.profile import Profile
from afterword.counsel.hours import Hour, morning_there
from afterword.desk.letters import carrying
from afterword.errors import UserError
from afterword.reading.language import language_of
from afterword.terms import Channel
from afterword.writing.delivery import paper, pasted, word
from afterword.writing.delivery.sheets import SHEETS, Sheet, sheet_for
from afterword.writing.delivery.signature import packed, picture, unpacked

#: Where a letter of this length or less also fits on a card (contract: a card has 60 words).
CARD_WORDS = 90


def head_of(account: UUID) -> Letterhead | None:
    """What stands on the user's own paper, if they said."""
    return Letterhead.objects.of(account).first()


def sheets() -> list[tuple[str, str]]:
    """The forms of paper there are, by key, each in a few words."""
    return [(one.key, one.says) for one in SHEETS.values()]


def design(
    account: UUID, *, now: datetime, picture_given: bytes | None = None, **fields: str
) -> Letterhead:
    """Keep what stands on the user's paper; a picture is looked at before it is kept."""
    more = dict(fields)
    if picture_given is not None:
        more["signature"] = packed(picture(picture_given)) if picture_given else ""
    return Letterhead.design(account=account, at=now, **more)


def sheet_of(account: UUID) -> Sheet:
    """The sheet the user writes on: their choice, else what is usual in their country."""
    head, profile = head_of(account), Profile.objects.of(account).first()
    return sheet_for(profile.country if profile else "", head.layout if head else "")


def as_pdf(letter: Letter, *, now: datetime, with_holes: bool = False) -> bytes:
    """The letter for the post, with its address in the window. Raises `UserError` for what it lacks."""
    carrying.may_leave(letter, with_holes=with_holes, gone=True)
    return paper.as_pdf(_on_paper(letter, now), sheet_of(letter.account), at=now)


def as_docx(letter: Letter, *, now: datetime, with_holes: bool = False) -> bytes:
    """The same as a Word file."""
    carrying.may_leave(letter, with_holes=with_holes, gone=True)
    return word.as_docx(_on_paper(letter, now), sheet_of(letter.account), at=now)


def as_card(letter: Letter, *, now: datetime, with_holes: bool = False) -> bytes:
    """The words as a small card, with its envelope (S1-08). Raises `UserError` where they are too many."""
    carrying.may_leave(letter, with_holes=with_holes, gone=True)
    count = len(letter.text.split())
    if count > CARD_WORDS:
        raise UserError(
            f"A card has room for about 60 words, and this letter has {count}. The letter itself "
            "can go by post."
        )
    us = sheet_of(letter.account).key == "us"
    return paper.as_card(_on_paper(letter, now), us=us, at=now)


def has_card(letter: Letter) -> bool:
    """Whether the words are few enough for a card."""
    return 0 < len(letter.text.split()) <= CARD_WORDS


def as_words(letter: Letter, channel: Channel) -> pasted.Pasted:
    """The words to paste into LinkedIn, with what it takes at most."""
    carrying.may_leave(letter, with_holes=True, gone=True)
    return pasted.pasted(letter.text, channel)


def _on_paper(letter: Letter, now: datetime) -> paper.Letter:
    head, profile = head_of(letter.account), Profile.of(letter.account, at=now)
    own = _lines(head.address) if head else ()
    if not own:
        raise UserError(
            "Paper needs your own address: Settings, Letter paper. It stays on this computer."
        )
    person = letter.person
    to = _lines(person.postal) if person else ()
    if not to:
        who = f"{person}" if person else "whoever this letter is for"
        raise UserError(
            f"There is no postal address of {who} yet. Add it beside the letter; the firm's own "
            "website usually has it."
        )
    if person is not None and person.name and person.name.casefold() not in to[0].casefold():
        to = (person.name, *to)
    code, sure = language_of(letter.text)
    mails = (carrying.own_address(letter.account),)
    return paper.Letter(
        name=profile.name,
        address=own,
        to=to,
        subject=letter.subject,
        words=letter.text,
        on=now.astimezone(ZoneInfo(profile.zone)).date(),
        contact=tuple(filter(None, (*mails, head.phone if head else ""))),
        place=head.place if head else "",
        language=code if sure and code else "en",
        signature=unpacked(head.signature) if head else None,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


# ── when ────────────────────────────────────────────────────────────────────


def next_morning(letter: Letter, now: datetime, zone: str) -> Hour | None:
    """Half past nine by their clock on the next good day, told in the user's zone; None without a place."""
    country = letter.person.country if letter.person else ""
    if not country and letter.case is not None:
        country = letter.case.as_file(now).country
    return morning_there(country, now.astimezone(ZoneInfo(zone))) if country else None


def remind(letter: Letter, *, now: datetime, zone: str) -> Reminder:
    """Be reminded then; the letter waits for the user, nobody sends it. Raises `UserError` without a place."""
    found = next_morning(letter, now, zone)
    if found is None:
        raise UserError(
            "Nobody here knows which clock they live by. Add their country on their page first."
        )
    return Reminder.put(letter=letter, when=found.at, at=now)


def reminders(account: UUID, *, until: datetime) -> list[Reminder]:
    """The letters to be reminded of by then that still lie here, the earliest first."""
    return _reminders(account, until)


@by_heart
def _reminders(account: UUID, until: datetime) -> QuerySet[Reminder]:
    rows = Reminder.objects.of(account).filter(
        at__lte=until, letter__sending__isnull=True, letter__discard__isnull=True
    )
    rows = rows.select_related("letter__person", "letter__case__company").order_by("at")
    return rows.prefetch_related("letter__person__addresses")
