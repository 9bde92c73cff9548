"""A large mailbox of invented mail: private, newsletters, receipts, alerts and hiring, with threads.

The same seed and size give the same bytes. Written as a stream, so that fifty
thousand mails cost no memory.
"""

from __future__ import annotations

import random
from base64 import encodebytes
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

ME = "sam.porter@home.example"
START = datetime(2025, 1, 1, 8, 0, tzinfo=UTC)
FIRST = [
    "Ada",
    "Bo",
    "Cleo",
    "Dan",
    "Eve",
    "Finn",
    "Gus",
    "Hana",
    "Ida",
    "Jon",
    "Kim",
    "Lea",
    "Max",
    "Nia",
    "Otto",
    "Pia",
    "Quin",
    "Rae",
    "Sol",
    "Tess",
]
LAST = [
    "Abel",
    "Brandt",
    "Castro",
    "Dunn",
    "Ekberg",
    "Fox",
    "Grant",
    "Hale",
    "Ivers",
    "Jansen",
    "Keller",
    "Lund",
    "Moss",
    "Novak",
    "Orr",
]
FIRMS = [
    "Alder",
    "Birch",
    "Cedar",
    "Delta",
    "Ember",
    "Fjord",
    "Grove",
    "Harbor",
    "Inlet",
    "Juniper",
    "Keel",
    "Lark",
    "Mesa",
    "Nord",
]
TRADES = [
    "Logistics",
    "Foods",
    "Systems",
    "Medical",
    "Energy",
    "Retail",
    "Rail",
    "Glass",
    "Paper",
    "Tools",
    "Robotics",
]
ROLES = [
    "Operations Manager", "Supply Chain Lead", "Data Analyst", "Product Manager", "Buyer",
    "Plant Director", "Controller", "Marketing Lead", "Support Engineer", "Head of Planning",
]  # fmt: skip
WORDS = [
    "the",
    "garden",
    "wall",
    "fence",
    "rain",
    "kettle",
    "holiday",
    "train",
    "ticket",
    "bread",
    "neighbour",
    "school",
    "photo",
    "birthday",
    "dinner",
    "river",
    "walk",
    "bicycle",
    "paint",
    "shelf",
    "window",
    "cat",
    "dog",
    "market",
    "soup",
    "lemon",
    "winter",
]


def mails(size: int, *, seed: int = 7) -> Iterator[bytes]:
    """`size` mails, oldest first."""
    chance = random.Random(seed)
    made = 0
    minute = START
    while made < size:
        for raw in _group(chance, minute, made):
            yield raw
            made += 1
            if made == size:
                return
        minute += timedelta(minutes=chance.randint(3, 30))


def write(path: Path, size: int, *, seed: int = 7, newest_first: bool = False) -> int:
    """Write them as one mbox; the answer is its size in bytes."""
    crowd: Iterator[bytes] = mails(size, seed=seed)
    if newest_first:
        crowd = iter(list(crowd)[::-1])
    with path.open("wb") as out:
        for raw in crowd:
            out.write(b"From crowd@example Wed Jan  1 08:00:00 2025\n")
            out.write(raw.replace(b"\nFrom ", b"\n>From ").rstrip(b"\n") + b"\n\n")
    return path.stat().st_size


def _group(chance: random.Random, at: datetime, number: int) -> list[bytes]:
    """One mail, or one hiring thread of a few."""
    kind = chance.choices((_private, _newsletter, _receipt, _alert, _hiring), (34, 30, 18, 8, 10))[
        0
    ]
    return kind(chance, at, number)


def _private(chance: random.Random, at: datetime, n: int) -> list[bytes]:
    who = _person(chance)
    address = f"{who.replace(' ', '.').lower()}@friends.example"
    mine = chance.random() < 0.4
    text = _chatter(chance, chance.randint(20, 300))
    ends = (ME, address) if mine else (address, ME)
    extra = "Delivered-To: " + ME if not mine else "X-Gmail-Labels: Sent"
    return [_mail(n, at, *ends, chance.choice(WORDS).title(), text, extra=extra)]


def _newsletter(chance: random.Random, at: datetime, n: int) -> list[bytes]:
    rows = "".join(
        f"<tr><td>{_chatter(chance, 30)}</td></tr>" for _ in range(chance.randint(5, 40))
    )
    html = f"<html><body><table>{rows}</table></body></html>"
    extra = f"List-Unsubscribe: <https://news.example/u/{n}>\nPrecedence: bulk"
    return [_mail(n, at, "news@letters.example", ME, f"This week: {chance.choice(WORDS)}", html,
                  subtype="html", extra=extra)]  # fmt: skip


def _receipt(chance: random.Random, at: datetime, n: int) -> list[bytes]:
    text = (
        f"Thank you for your order {n}. {_chatter(chance, 40)}\nTotal: {chance.randint(5, 90)}.00"
    )
    paper = chance.randbytes(chance.randint(2_000, 60_000)) if chance.random() < 0.2 else b""
    return [_mail(n, at, "shop@shop.example", ME, f"Your order {n}", text, paper=paper)]


def _alert(chance: random.Random, at: datetime, n: int) -> list[bytes]:
    rows = "\n".join(f"{chance.choice(ROLES)} at {_firm(chance)}" for _ in range(8))
    return [_mail(n, at, "jobalerts-noreply@linkedin.com", ME, "8 new jobs for you",
                  f"Your job alert\n\n{rows}\n\nSee all jobs")]  # fmt: skip


def _hiring(chance: random.Random, at: datetime, n: int) -> list[bytes]:
    firm, role, who = _firm(chance), chance.choice(ROLES), _person(chance)
    domain = firm.replace(" ", "").lower() + ".example"
    desk, person = f"careers@{domain}", f"{who.split()[0].lower()}@{domain}"
    name = f"{who} <{person}>"
    ack = _mail(n, at, f"{firm} Careers <{desk}>", ME, f"Your application for {role} at {firm}",
                f"Dear Sam,\n\nThank you for applying for the role of {role} at {firm}. We have "
                "received your application and will be in touch.\n\nKind regards,\n"
                f"{firm} Talent Team")  # fmt: skip
    if chance.random() < 0.5:
        return [ack]
    thread = [ack]
    asked = _id(n + 1)
    thread.append(_mail(n + 1, at + timedelta(days=6), name, ME, f"Interview for {role}",
                        f"Dear Sam,\n\nWe would like to invite you to an interview for the {role} "
                        f"position at {firm} next week.\n\nBest regards,\n{who}\nHiring Manager"))  # fmt: skip
    # A few words that say nothing of a job: they belong here only by what they answer.
    thread.append(_mail(n + 2, at + timedelta(days=6, hours=2), ME, name, f"Re: Interview for {role}",
                        "Tuesday at ten is fine. See you then.", above=[asked]))  # fmt: skip
    thread.append(_mail(n + 3, at + timedelta(days=20), name, ME, f"Re: Interview for {role}",
                        "Dear Sam,\n\nThank you for your time. Unfortunately we have decided to "
                        f"proceed with another candidate for the {role} role.\n\nKind regards,\n{who}",
                        above=[asked, _id(n + 2)]))  # fmt: skip
    return thread


def _mail(
    n: int,
    at: datetime,
    sender: str,
    to: str,
    subject: str,
    text: str,
    *,
    subtype: str = "plain",
    extra: str = "",
    above: list[str] | None = None,
    paper: bytes = b"",
) -> bytes:
    head = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", f"Date: {format_datetime(at)}",
            f"Message-ID: <{_id(n)}>", "MIME-Version: 1.0"]  # fmt: skip
    if above:
        head += [f"In-Reply-To: <{above[-1]}>", "References: " + " ".join(f"<{a}>" for a in above)]
    if extra:
        head.append(extra)
    words = f"Content-Type: text/{subtype}; charset=utf-8\n\n{text}\n"
    if not paper:
        return ("\n".join(head) + "\n" + words).encode()
    edge = f"=_{n}"
    part = encodebytes(paper).decode()
    return (
        "\n".join([*head, f'Content-Type: multipart/mixed; boundary="{edge}"', ""])
        + f'\n--{edge}\n{words}\n--{edge}\nContent-Type: application/pdf; name="r.pdf"\n'
        + f"Content-Transfer-Encoding: base64\n\n{part}\n--{edge}--\n"
    ).encode()


def _id(n: int) -> str:
    return f"m{n}.{n * 2654435761 % 4294967296:08x}@crowd.example"


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _firm(chance: random.Random) -> str:
    return f"{chance.choice(FIRMS)} {chance.choice(TRADES)}"


def _chatter(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."
