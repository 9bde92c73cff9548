"""How the user writes: counted from mail they sent, shown, changed and forgotten by them.

Of what a mail said nothing is kept but counts over a closed list (ruling 7). The setting
`learn_voice` turns the counting off; what was learned stays until it is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from afterword import terms
from afterword.casebook.manner import Manner
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress, Profile
from afterword.intake.mailbox import Mailbox, parse
from afterword.writing import voice as speaking

#: So many mails are counted before the next is looked at for a stop.
BATCH = 200


def learns(account: UUID, *, now: datetime) -> bool:
    """Whether the user lets the program learn how they write."""
    return bool(Profile.of(account, at=now).settings.get("learn_voice", True))


def voice(account: UUID, *, now: datetime) -> terms.Voice | None:
    """The manner letters are written in; None where nothing is known of it."""
    kept = Manner.of(account, at=now)
    if learns(account, now=now):
        _count_kept(kept)
    found = speaking.voice_of(kept.heard, kept.said)
    return found if found != terms.Voice(letters=found.letters) else None


def shown(account: UUID, *, now: datetime) -> terms.Voice:
    """The same for a page: also when nothing is known yet."""
    return voice(account, now=now) or speaking.voice_of(Manner.of(account, at=now).heard)


def learn_from(
    account: UUID, mailbox: Mailbox, *, now: datetime, stop: Callable[[], bool] = lambda: False
) -> int:
    """Count the user's own mail in a mailbox, in passing; nothing of it is kept. How many it was."""
    mine = OwnAddress.mine(account)
    texts: list[str] = []
    counted, tally = 0, Manner.of(account, at=now).heard
    for parcel in mailbox.parcels():
        if stop():
            break
        mail = parse(parcel)
        own = mail.sender is not None and mail.sender.email in mine
        if (own or mail.sent) and mail.text.strip():
            texts.append(mail.text)
        if len(texts) >= BATCH:
            counted, tally, texts = counted + len(texts), _more(tally, texts), []
    counted, tally = counted + len(texts), _more(tally, texts)
    Manner.of(account, at=now).note(heard=tally)
    return counted


def _more(tally: speaking.Tally, texts: list[str]) -> speaking.Tally:
    return speaking.together(tally, speaking.hear(texts)) if texts else tally


def _count_kept(kept: Manner) -> None:
    """The job mail they sent since the last counting, each once."""
    rows = Message.objects.of(kept.account).filter(direction=terms.Direction.OUT)
    if kept.through is not None:
        rows = rows.filter(pk__gt=kept.through)
    fresh = list(rows.order_by("pk").values_list("pk", "text")[:2000])
    if fresh:
        bodies = [text.partition("\n\n")[2] for _, text in fresh]
        kept.note(heard=_more(kept.heard, bodies), through=fresh[-1][0])
