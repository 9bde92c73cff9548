"""A letter that the user has answered is no closed envelope: who answers has read it."""

from __future__ import annotations

from uuid import UUID

from afterword.casebook.envelope import open_envelope
from afterword.casebook.event import Who
from afterword.casebook.message import Message
from afterword.terms import Direction


def open_answered(account: UUID) -> None:
    """Open what lies closed above a mail of the user's: the one it answers, or its writer's of that case."""
    closed = list(Message.objects.of(account).sealed().filter(case__isnull=False))
    if not closed:
        return
    mine = Message.objects.of(account).filter(
        direction=Direction.OUT, case__in={one.case_id for one in closed}
    )
    sent = list(mine.order_by("at").only("case_id", "at", "envelope", "mail_id"))
    for letter in closed:
        reply = next((one for one in sent if _answers(one, letter)), None)
        if reply is not None:
            says = f"You have answered the letter of {letter.at:%d %B}"
            open_envelope(message=letter, at=reply.at, by=Who.MACHINE, says=says)


def _answers(mine: Message, letter: Message) -> bool:
    if mine.case_id != letter.case_id or mine.at <= letter.at:
        return False
    if letter.mail_id in mine.thread[1:]:
        return True
    to = {str(one.get("email", "")).lower() for one in mine.envelope.get("to", ())}
    return letter.sender_email.lower() in to
