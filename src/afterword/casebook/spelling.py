"""What a firm and a post are called in a case, heard from all of its mail together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from afterword import terms
from afterword.casebook.company import sameness
from afterword.casebook.filing import Placed
from afterword.casebook.message import Message


def as_written(placed: Sequence[Placed], names: Mapping[str, str]) -> list[Placed]:
    """The same mails, each with the firm's own spelling for a guess of it, and the post it began with.

    `names` holds the own spelling by the guess (`sameness`); a mail that writes the shorter name
    itself keeps it.
    """
    posts = _posts(placed)
    told: list[Placed] = []
    for message, reading, link in placed:
        better = names.get(sameness(reading.company))
        if better and " ".join(reading.company.split()).casefold() not in _said(message, reading):
            reading = replace(reading, company=better)
        if link.new and posts.get(link.case):
            reading = replace(reading, role=posts[link.case])
        told.append((message, reading, link))
    return told


def _posts(placed: Sequence[Placed]) -> dict[str, str]:
    """The post that the oldest mail of each case names: it stays whatever titles come later."""
    posts: dict[str, str] = {}
    for _, reading, link in sorted(placed, key=lambda one: (one[0].at, one[0].mail_id)):
        if link.case and not link.ask and reading.role:
            posts.setdefault(link.case, reading.role)
    return posts


def _said(message: Message, reading: terms.Reading) -> str:
    """All this mail says in its own words and beside its sender's address."""
    return " ".join(f"{message.sender_name}\n{reading.text}".split()).casefold()
