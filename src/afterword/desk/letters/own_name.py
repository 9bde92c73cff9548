"""The user's own name: as their mails sign it, until they say otherwise; and the letters it stands in."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from afterword import reading
from afterword.casebook.event import Who
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.profile import OwnAddress, Profile
from afterword.errors import Refused
from afterword.terms import Direction
from afterword.writing import NO_NAME as NO_NAME

#: What stands under a letter that nobody signed yet.
OPEN = frozenset({"", NO_NAME, "(your name)"})


def learn(account: UUID, *, now: datetime) -> str:
    """Take the name from mail the user sent where none is known; the name, or "" where none was taken.

    Who said their name, or that it be left open, is not asked again.
    """
    profile = Profile.of(account, at=now)
    if profile.name or profile.settings.get("name_from"):
        return ""
    name = _signed(account)
    if not name:
        return ""
    profile.describe(
        at=now,
        by=Who.MACHINE,
        says=f"Your name was taken from mail you sent: {name}",
        name=name,
        settings={"name_from": "mail"},
    )
    sign(account, before="", now=now, by=Who.MACHINE)
    return name


def _signed(account: UUID) -> str:
    """The name most mails from the user's own addresses carry; one that is an address is none."""
    rows = Message.objects.of(account).filter(direction=Direction.OUT)
    rows = rows.filter(sender_email__in=OwnAddress.mine(account)).exclude(sender_name="")
    named = Counter(
        _as_signed(name, email) for name, email in rows.values_list("sender_name", "sender_email")
    )
    names = [name for name, _ in named.most_common() if "@" not in name and _is_whole(name)]
    return names[0][:200] if names else ""


def _as_signed(display: str, email: str) -> str:
    """A display as its owner would sign, first name first; "" where its order is not told.

    "Lowe, Sam (Berlin)" is Sam Lowe where the address says so too.
    """
    name, comma, tail = display.partition(",")
    behind = tail.replace(",", " ").split()
    if comma and len(name.split()) > 1 and not name.isupper() and all(map(_is_degree, behind)):
        # "M.D." may as well be somebody's initials: then nobody can tell which is the first name.
        told = not behind or any(len(part) > 1 for word in behind for part in word.split("."))
        display = name if told else ""
    name = reading.named(display, email)
    return "" if "," in name else name


def _is_degree(word: str) -> bool:
    """Letters behind a name that are no first name: MBA, PhD, M.Sc., Jr."""
    mixed = len(word) <= 4 and not word.istitle() and not word.islower()
    return "." in word or word.isupper() or mixed


def _is_whole(name: str) -> bool:
    """Two words of letters at least: a nickname of a mailbox signs no letter."""
    words = name.split()
    return len(words) > 1 and all(any(sign.isalpha() for sign in word) for word in words)


def is_from_mail(profile: Profile) -> bool:
    """Whether the name was taken from mail and nobody has looked at it since."""
    return bool(profile.name) and profile.settings.get("name_from") == "mail"


def sign(account: UUID, *, before: str, now: datetime, by: str = Who.USER) -> int:
    """Put the name as it is now under drafts nobody has touched yet; how many."""
    name = Profile.of(account, at=now).name
    if not name or name == before:
        return 0
    mended = 0
    for letter in Letter.objects.of(account).still().filter(edited_at__isnull=True):
        with suppress(Refused):  # its sending began while we walked: its words stay as they go
            mended += _sign(letter, name, OPEN | {before}, now, by)
    return mended


def _sign(letter: Letter, name: str, instead: frozenset[str], now: datetime, by: str) -> bool:
    closing = str(letter.draft.get("closing", ""))
    words, _, signed = closing.rpartition("\n")
    if not words or signed not in instead or closing not in letter.text:
        return False
    whole = f"{words}\n{name}"
    above, _, below = letter.text.rpartition(closing)
    facts = [
        {**one, "text": name} if one.get("id", "").startswith("me:") and one["text"] in instead else one
        for one in letter.draft.get("facts", ())
    ]  # fmt: skip
    letter.sign(
        at=now,
        by=by,
        text=f"{above}{whole}{below}",
        draft={**letter.draft, "closing": whole, "facts": facts},
    )
    return True
