"""A letter written here and the mail later seen in Sent are one word, not two."""

from __future__ import annotations

from datetime import datetime, timedelta
from difflib import SequenceMatcher
from uuid import UUID

from django.db.models import QuerySet

from afterword import terms
from afterword.casebook.dispatch import Dispatch, LaidDraft, open_dispatch
from afterword.casebook.event import Who, act
from afterword.casebook.letter import Letter, Sending
from afterword.casebook.message import Message
from afterword.casebook.touch import Touch

#: People edit a letter in their mail program, and rarely to less than this.
ALIKE = 0.6
#: A letter goes out on the day it is ready or within two.
NEAR = timedelta(days=2)
#: Comparing grows with the square of the length, and a letter is told by its beginning.
LOOK = 2_000


def meet_sent(account: UUID, *, at: datetime) -> int:
    """Join letters that were approved or sent with the mail that carried them; how many were."""
    letters = Letter.objects.of(account).filter(
        discard__isnull=True, person__isnull=False, touch__message__isnull=True
    )
    letters = letters.select_related("approval", "sending", "person", "case")
    met = _meet_by_id(account, letters, at)
    waiting = [letter for letter in letters.all() if letter.state in ("approved", "sent")]
    for letter in waiting:
        mail = _carrier(letter)
        if mail is not None:
            _join(letter, mail, at)
            met += 1
    return met


def _meet_by_id(account: UUID, letters: QuerySet[Letter], at: datetime) -> int:
    """Join the letters that went, or were laid into Drafts, under an id that a mail carries.

    An id is certain where likeness only guesses: a mere draft that was sent from the user's own
    mail program counts as well, and so does one of which nobody could tell whether it went.
    """
    known = dict(LaidDraft.objects.of(account).values_list("message_id", "letter"))
    known |= dict(Dispatch.objects.of(account).values_list("message_id", "letter"))
    if not known:
        return 0
    mails = Message.objects.of(account).filter(
        direction=terms.Direction.OUT, mail_id__in=list(known), touch__isnull=True
    )
    met = 0
    for mail in mails:
        letter = letters.filter(pk=known[mail.mail_id]).first()
        if letter is None:
            continue
        row = open_dispatch(letter)
        if row is not None and row.outcome != "sent":
            row.went(at=at, by=Who.MAIL, when=mail.at)
        _join(letter, mail, at)
        met += 1
    return met


def _ready(letter: Letter) -> datetime:
    return letter.sending.at if letter.state == "sent" else letter.approval.at


def _carrier(letter: Letter) -> Message | None:
    """The mail of the user's own that this letter became, the most alike."""
    when = _ready(letter)
    mails = Message.objects.of(letter.account).filter(
        direction=terms.Direction.OUT, at__range=(when - NEAR, when + NEAR), touch__isnull=True
    )
    assert letter.person is not None
    emails = set(letter.person.addresses.values_list("email", flat=True))
    theirs = [m for m in mails if emails & {one["email"] for one in m.envelope.get("to", [])}]
    rated = [(_likeness(letter, mail), mail) for mail in theirs]
    best = max(rated, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= ALIKE else None


def _likeness(letter: Letter, mail: Message) -> float:
    body = mail.text.removeprefix(mail.subject).strip()
    words = _alike(letter.text, body)
    # A subject alone says no more than the thread: enough for a letter the user says went out,
    # not enough to say so for them.
    if letter.state != "sent":
        return words
    return max(words, _alike(_bare(letter.subject), _bare(mail.subject)))


def _alike(one: str, other: str) -> float:
    mine, theirs = (" ".join(text.split())[:LOOK].casefold() for text in (one, other))
    if not mine or not theirs:
        return 0.0
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def _bare(subject: str) -> str:
    return subject.rpartition(":")[2] if subject[:4].casefold().startswith("re") else subject


def _join(letter: Letter, mail: Message, at: datetime) -> None:
    says = f"“{mail}” is the letter you wrote here"
    account, case = letter.account, letter.case_id
    with act(account, "seen_sent", at=at, by=Who.MAIL, case=case, says=says) as doing:
        touch = Touch.objects.filter(letter=letter).first()
        if touch is not None:
            doing.change(touch, message=mail)
            return
        channel = str(terms.Channel.EMAIL)
        if not Sending.objects.filter(letter=letter).exists():
            doing.create(Sending(letter=letter, at=mail.at, channel=channel))
        doing.create(
            Touch(
                person=letter.person,
                case=letter.case,
                letter=letter,
                message=mail,
                at=mail.at,
                channel=channel,
                kind=letter.kind,
                play=letter.play,
            )
        )
