"""What of a letter leaves the desk, in which thread, and whether it may leave at all."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from afterword import terms
from afterword.casebook.dispatch import LaidDraft, last_dispatch
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.stop import stopped
from afterword.errors import Refused, UserError
from afterword.writing import delivery
from afterword.writing.holes import HOLE

# ── may it go ───────────────────────────────────────────────────────────────


def holes(letter: Letter) -> list[str]:
    """What still stands in square brackets: the letter does not know it, and nobody made it up."""
    return [hole[0] for hole in HOLE.finditer(f"{letter.subject}\n{letter.text}")]


def seal(letter: Letter) -> str:
    """A mark of the words as they stand: what the user read is what goes, or nothing goes."""
    words = "\0".join((letter.subject, letter.text, letter.person.email if letter.person else ""))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def may_leave(letter: Letter, *, with_holes: bool = False, gone: bool = False) -> None:
    """Raise `Refused`, with the reason, where this letter does not leave the desk.

    `gone` lets one that was sent go once more by another way, as a card follows a mail (S1-08).
    """
    person = letter.person
    if person is not None and stopped(letter.account, [person.pk]):
        raise Refused(
            f"{person} is left alone, so nothing goes to them from here. If that has changed, take "
            "the stop away on their page first."
        )
    if letter.state == "discarded" or (letter.state == "sent" and not gone):
        raise Refused("This letter has left the desk already. Nothing was sent.")
    if not letter.text.strip():
        raise UserError("There are no words in this letter yet.")
    if not with_holes and (open_ones := holes(letter)):
        raise Refused(
            f"Still open: {open_ones[0]} Fill it or take the sentence out; or say that it may "
            "leave as it is."
        )


# ── what goes ───────────────────────────────────────────────────────────────


def id_of(letter: Letter, sender: str) -> str:
    """The letter's one Message-ID: what it once went or was laid down by, else a new one."""
    before = last_dispatch(letter) or LaidDraft.objects.filter(letter=letter).first()
    return before.message_id if before is not None else delivery.message_id(letter.pk, sender)


def as_eml(letter: Letter) -> bytes:
    """The letter as a mail file, in the thread of their last word, for any mail program."""
    to, sender = reader_of(letter), _sender(letter)
    last = _last_word(letter)
    above = last.envelope.get("references", []) if last else []
    return delivery.eml(
        to=to,
        sender=sender,
        subject=letter.subject,
        body=letter.text,
        in_reply_to=last.mail_id if last else "",
        references=[*above, last.mail_id] if last else [],
    )


def as_mail(letter: Letter, *, sender: terms.Address, message_id: str, date: datetime) -> bytes:
    """The letter as it goes to a server or into Drafts: with its id, in the thread of their last word."""
    last = _last_word(letter)
    above = last.envelope.get("references", []) if last else []
    return delivery.eml(
        to=reader_of(letter),
        sender=sender,
        subject=letter.subject,
        body=letter.text,
        date=date,
        message_id=message_id,
        in_reply_to=last.mail_id if last else "",
        references=[*above, last.mail_id] if last else [],
        to_open=False,
    )


def as_mailto(letter: Letter) -> str:
    """A link that opens the letter in the user's mail program."""
    last = _last_word(letter)
    return delivery.mailto(
        to=reader_of(letter).email,
        subject=letter.subject,
        body=letter.text,
        in_reply_to=last.mail_id if last else "",
    )


def reader_of(letter: Letter) -> terms.Address:
    """Whom the letter goes to; raises `UserError` where there is no address yet."""
    email = letter.person.email if letter.person else ""
    if not email:
        raise UserError(
            "There is no address for this person yet. Add one on their page, or copy the letter "
            "and send it your own way."
        )
    return terms.Address(letter.person.name if letter.person else "", email)


def own_address(account: UUID) -> str:
    """The user's own mail address, the one they confirmed first; "" where none is known."""
    rows = OwnAddress.objects.of(account).filter(declined_at__isnull=True)
    own = rows.order_by("confirmed_at", "-weight").first()
    return own.email if own is not None else ""


def _sender(letter: Letter) -> terms.Address:
    own = own_address(letter.account)
    if not own:
        raise UserError("Say first which address is yours, on the page Settings.")
    profile = Profile.objects.of(letter.account).first()
    return terms.Address(profile.name if profile else "", own)


def _last_word(letter: Letter) -> Message | None:
    """Their last mail in this case, to answer in its thread."""
    if letter.case is None or letter.person is None:
        return None
    emails = list(letter.person.addresses.values_list("email", flat=True))
    words = Message.objects.filter(case=letter.case, sender_email__in=emails)
    found = words.order_by("-at").first()
    return found if found is None or "@" in found.mail_id else None
