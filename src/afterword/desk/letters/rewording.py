"""Other words for a letter by the user's own choice of model: shown first, asked each time, judged.

Nothing leaves without a yes to exactly the words that were shown. Without a model, or with one that
cannot be reached, letters are drafted, reviewed and sent as ever.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from afterword.casebook import model_use
from afterword.casebook.letter import Letter
from afterword.desk.letters import correspondence
from afterword.desk.mail import locker
from afterword.errors import AfterwordError, Refused, SourceError, UserError
from afterword.wire import model as wire
from afterword.writing import rewording
from afterword.writing.rewording import LANGUAGES, Ask, Line, Reworded, Wish

__all__ = [
    "LANGUAGES",
    "Chosen",
    "Line",
    "Offer",
    "Reworded",
    "Wish",
    "ask",
    "chosen",
    "judged",
    "offer",
    "set_up",
    "take",
]
#: The name under which the locker keeps the key.
KEY = "model"
#: Tokens a month where the user said nothing; a model on this machine costs nothing.
USUAL, LOCAL = 50_000, 10**12
NONE_YET = (
    "No language model is set up, and none is needed. If you want one: Settings, Other words."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The model in use: where it is, what a month may hold, and what is spent of it."""

    speech: str
    url: str
    name: str
    most: int
    spent: int
    host: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What would leave, to where, and what it may cost; `asked.mark` is what a yes must carry."""

    asked: Ask
    model: Chosen
    at_most: int

    @property
    def is_within(self) -> bool:
        return self.model.is_local or self.model.spent + self.at_most <= self.model.most


def chosen(account: UUID, *, now: datetime) -> Chosen | None:
    """The model in use, or None."""
    held = model_use.chosen(account)
    if held is None:
        return None
    at = _endpoint(held)
    most = LOCAL if at.is_local else int(held.get("most", USUAL))
    return Chosen(
        str(at.speech), at.url, at.model, most, model_use.spent(account, now), at.host, at.is_local
    )


def set_up(
    account: UUID,
    *,
    now: datetime,
    speech: str,
    url: str,
    name: str,
    key: str = "",
    most: int = USUAL,
) -> None:
    """Use this model. The key goes to the vault; an empty one leaves the kept one for the same host only."""
    if speech not in set(wire.Speech):
        raise UserError(f"{speech} is no way to speak to a model. It is openai or anthropic.")
    at = wire.Endpoint(wire.Speech(speech), url.strip(), name.strip())
    wire.check(at)
    if most < 1:
        raise UserError("The month's limit is a number of tokens above nought.")
    before = model_use.chosen(account)
    if key:
        locker.keep(account, KEY, key)
    elif before is not None and _endpoint(before).host != at.host:
        locker.drop(account, KEY)  # one host's key is never shown to another
    model_use.choose(account=account, at=now, speech=speech, url=at.url, name=at.model, most=most)


def take_out(account: UUID, *, now: datetime) -> None:
    """Use no model any more, and forget its key."""
    locker.drop(account, KEY)
    model_use.leave(account=account, at=now)


def offer(
    letter: Letter, wish: Wish, *, now: datetime, only: Collection[int] = (), into: str = ""
) -> Offer:
    """The very words that would leave; sends nothing."""
    found = chosen(letter.account, now=now)
    if found is None:
        raise UserError(NONE_YET)
    asked = rewording.ask(correspondence.draft_of(letter), wish, only, into)
    if not asked.numbers:
        raise UserError("There is no whole sentence to ask about yet. Fill a hole first.")
    return Offer(asked, found, asked.at_most)


def ask(
    letter: Letter,
    wish: Wish,
    *,
    now: datetime,
    yes_to: str,
    only: Collection[int] = (),
    into: str = "",
) -> Reworded:
    """Send what was shown, and judge what comes back. `yes_to` is the mark of the words shown.

    Raises `Refused` when the letter has changed since, or the month's limit is reached. A model
    that fails is a `Reworded` with its reason: the letter is as it was.
    """
    made = offer(letter, wish, now=now, only=only, into=into)
    if made.asked.mark != yes_to:
        raise Refused(
            "The words have changed since you looked. See what would leave, and say yes again."
        )
    key = "" if made.model.is_local and not _has_key(letter.account) else _key(letter.account)
    booked = 0 if made.model.is_local else made.at_most
    if booked and not model_use.book(
        account=letter.account, tokens=booked, most=made.model.most, at=now
    ):
        raise Refused(
            "This could pass the limit you set for this month, so nothing was sent. "
            "Ask about fewer sentences, or change the limit in Settings."
        )
    at = wire.Endpoint(wire.Speech(made.model.speech), made.model.url, made.model.name, key)
    try:
        reply = wire.say(
            at, made.asked.system, made.asked.words, most_tokens=made.asked.most_tokens
        )
    except SourceError as problem:
        return Reworded(why=str(problem))
    if booked and reply.tokens:
        model_use.settle(account=letter.account, booked=booked, used=reply.tokens, at=now)
    return rewording.judge(correspondence.draft_of(letter), made.asked, reply.text)


def judged(letter: Letter, words: dict[int, str], language: str = "") -> tuple[Line, ...]:
    """Sentences a page or a pipe hands back, judged again: nobody's word is taken for it."""
    draft = correspondence.draft_of(letter)
    free = set(rewording.can_ask(draft))
    return tuple(
        rewording.line_of(draft, i, text, language or draft.language)
        for i, text in sorted(words.items())
        if i in free
    )


def take(letter: Letter, lines: Sequence[Line], *, now: datetime) -> int:
    """Put the clean ones into the letter, traced like any edit; how many there were. Undo brings
    the former words back."""
    clean = [one for one in lines if one.is_clean]
    if clean:
        text = rewording.taken(correspondence.draft_of(letter), clean)
        correspondence.edit(letter, now=now, text=text)
    return len(clean)


def _endpoint(held: dict[str, Any]) -> wire.Endpoint:
    return wire.Endpoint(wire.Speech(held["speech"]), held["url"], held["name"])


def _key(account: UUID) -> str:
    return locker.find(account, KEY)


def _has_key(account: UUID) -> bool:
    """A local model needs no key, so a locked vault must not stand in its way."""
    try:
        return bool(_key(account))
    except AfterwordError:
        return False
