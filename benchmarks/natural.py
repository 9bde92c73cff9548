"""A large mailbox as people have it: newsletters, lists, notices, letters, and a little about jobs.

Words are drawn by how often a language uses them (wordfreq; without it from our
own corpus), so that an index over them grows as it does over real mail. Job mail is
that of corpus/hands. The same seed and size give the same bytes; what the mix is
stands in `MIX`.
"""

from __future__ import annotations

import random
import sys
from base64 import encodebytes
from binascii import b2a_qp
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP / "src"), str(TOP / "corpus")]
sys.path.insert(0, str(TOP / "build" / "bench"))  # where `make bench-reading` puts wordfreq

from written import rows  # noqa: E402

ME = "sam.porter@home.example"
START = datetime(2022, 1, 1, 8, 0, tzinfo=UTC)
#: Of a thousand mails.
MIX = {
    "newsletter": 340,
    "mailing list": 230,
    "notice": 190,
    "letter": 215,
    "of the corpus, no job": 10,
    "job alert": 10,
    "process": 5,
}
LANGUAGES = {"en": 0.8, "de": 0.08, "fr": 0.06, "es": 0.06}
SENTENCES = 40_000
_LISTS = [f"{name}-{what}" for name in ("amber", "birch", "cobalt", "delta", "elm", "fjord")
          for what in ("dev", "users", "announce")]  # fmt: skip
_HOUSES = [f"{name}{end}" for name in ("north", "green", "bright", "city", "river", "prime", "open")
           for end in ("shop", "travel", "bank", "books", "media", "foods", "cloud")]  # fmt: skip


def words_from() -> str:
    """Where the vocabulary comes from: "wordfreq", or "corpus" where that is not installed."""
    try:
        import wordfreq  # noqa: F401
    except ImportError:
        return "corpus"
    return "wordfreq"


def mails(size: int, *, seed: int = 11) -> Iterator[bytes]:
    """`size` mails, oldest first."""
    return iter(_Town(seed, size))


def write_mbox(path: Path, size: int, *, seed: int = 11) -> int:
    """Write them as one mbox; the answer is its size in bytes."""
    with path.open("wb") as out:
        for raw in mails(size, seed=seed):
            out.write(b"From town@example Sat Jan  1 08:00:00 2022\n")
            out.write(raw.replace(b"\nFrom ", b"\n>From ").rstrip(b"\n") + b"\n\n")
    return path.stat().st_size


def write_maildir(path: Path, size: int, *, seed: int = 11) -> int:
    """Write them as a Maildir; the answer is the size of all its mails in bytes."""
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True, exist_ok=True)
    weight = 0
    for number, raw in enumerate(mails(size, seed=seed)):
        (path / "cur" / f"{1640000000 + number}.M{number}.town:2,S").write_bytes(raw)
        weight += len(raw)
    return weight


class _Town:
    """Everybody who writes, and what they wrote lately, so that threads can go on."""

    def __init__(self, seed: int, size: int) -> None:
        self.chance = random.Random(seed)
        self.size = size
        self.made = 0
        self.at = START
        self.stock = {language: _sentences(language) for language in LANGUAGES}
        self.corpus = _corpus()
        self.people = [self._person() for _ in range(300)]
        self.threads: dict[str, list[tuple[str, str, str]]] = {}

    def __iter__(self) -> Iterator[bytes]:
        makers = (self._newsletter, self._post, self._notice, self._letter, self._other,
                  self._alert, self._process)  # fmt: skip
        for make in self.chance.choices(makers, list(MIX.values()), k=self.size):
            self.made += 1
            self.at += timedelta(minutes=self.chance.randint(1, 30))
            yield make()

    # ── the kinds of mail ───────────────────────────────────────────────────

    def _newsletter(self) -> bytes:
        house, language = self.chance.choice(_HOUSES), self._language()
        blocks = [self._says(language, 2, 6) for _ in range(self.chance.randint(3, 24))]
        head = {
            "From": f"{house.title()} <news@{house}.example>",
            "Subject": self._title(language),
            "List-Unsubscribe": f"<https://{house}.example/u/{self._token(40)}>",
            "Precedence": "bulk",
            "Feedback-ID": f"{self._token(12)}:{house}",
        }
        plain = "\n\n".join(blocks) + f"\n\nhttps://{house}.example/{self._token(30)}\n"
        return self._two_halves(head, plain, self._page(house, blocks))

    def _post(self) -> bytes:
        name = self.chance.choice(_LISTS)
        who, talk = self.chance.choice(self.people), self.threads.setdefault(name, [])
        head = {
            "From": who,
            "To": f"{name}@lists.example",
            "List-Id": f"<{name}.lists.example>",
            "List-Post": f"<mailto:{name}@lists.example>",
            "List-Unsubscribe": f"<https://lists.example/{name}>",
            "Precedence": "list",
        }
        text = "\n\n".join(self._says("en", 1, 7) for _ in range(self.chance.randint(1, 6)))
        return self._in_talk(head, text, talk, f"[{name}] ", 0.8)

    def _notice(self) -> bytes:
        house, language = self.chance.choice(_HOUSES), self._language()
        text = (
            f"{self._says(language, 1, 3)}\n\nNo. {self.chance.randint(10**6, 10**9)}   "
            f"{self.chance.randint(3, 900)}.{self.chance.randint(0, 99):02d}\n\n"
            f"{self._says(language, 1, 6)}\n"
        )
        head = {
            "From": f"{house.title()} <no-reply@{house}.example>",
            "Subject": self._title(language),
            "Auto-Submitted": "auto-generated",
        }
        if self.chance.random() < 0.3:
            return self._one_text(head, text)
        paper = self._paper(8_000, 90_000) if self.chance.random() < 0.25 else b""
        return self._two_halves(head, text, self._page(house, text.split("\n\n")), paper)

    def _letter(self) -> bytes:
        who = self.chance.choice(self.people)
        mine = self.chance.random() < 0.35
        head = {"From": ME if mine else who, "To": who if mine else ME}
        head["X-Gmail-Labels" if mine else "Delivered-To"] = "Sent" if mine else ME
        language = self._language()
        parts = [self._says(language, 1, 5) for _ in range(self.chance.randint(1, 5))]
        text = "\n\n".join(parts) + f"\n\n{parseaddr(head['From'])[0].split(' ')[0] or 'Sam'}\n"
        paper = self._paper(20_000, 250_000) if self.chance.random() < 0.1 else b""
        talk = self.threads.setdefault(who, [])
        return self._in_talk(head, text, talk, "", 0.55, paper=paper)

    def _other(self) -> bytes:
        return self._of_corpus("not_job")

    def _alert(self) -> bytes:
        return self._of_corpus("job_alert")

    def _process(self) -> bytes:
        return self._of_corpus("process")

    def _of_corpus(self, what: str) -> bytes:
        row = self.chance.choice(self.corpus[what])
        head = {"From": row["from"], "To": row["to"], "Subject": row["subject"]}
        head |= row.get("headers") or {}
        return self._one_text(head, row["body"] + "\n")

    # ── how it is put together ──────────────────────────────────────────────

    def _in_talk(
        self,
        head: dict[str, str],
        text: str,
        talk: list[tuple[str, str, str]],
        mark: str,
        share: float,
        *,
        paper: bytes = b"",
    ) -> bytes:
        """A mail that begins a thread or answers in one, with the words it answers below."""
        subject, above = mark + self._title("en"), ""
        if talk and self.chance.random() < share:
            above, subject, said = self.chance.choice(talk[-8:])
            subject = subject if subject.startswith("Re: ") else f"Re: {subject}"
            head |= {"In-Reply-To": f"<{above}>", "References": f"<{above}>"}
            quoted = "\n".join(f"> {line}" for line in said.splitlines()[:30])
            text = f"{text}\n\nOn {self.at:%d %b %Y} wrote:\n{quoted}\n"
        head["Subject"] = subject
        talk.append((self._id(), subject, text))
        del talk[:-20]
        return self._one_text(head, text, paper)

    def _one_text(self, head: dict[str, str], text: str, paper: bytes = b"") -> bytes:
        if not paper:
            return self._head(head, "text/plain; charset=utf-8", "quoted-printable") + _qp(text)
        edge = f"=_{self._token(24)}"
        return b"".join([
            self._head(head, f'multipart/mixed; boundary="{edge}"', "7bit"),
            _part(edge, "text/plain; charset=utf-8", _qp(text)),
            self._attached(edge, paper),
        ])  # fmt: skip

    def _two_halves(self, head: dict[str, str], plain: str, page: str, paper: bytes = b"") -> bytes:
        inner = f"b1_{self._token(24)}"
        halves = (
            _part(inner, "text/plain; charset=utf-8", _qp(plain))
            + _part(inner, "text/html; charset=utf-8", _qp(page))
            + f"\n--{inner}--\n".encode()
        )
        kind = f'multipart/alternative; boundary="{inner}"'
        if not paper:
            return self._head(head, kind, "7bit") + halves
        edge = f"=_{self._token(24)}"
        return b"".join([
            self._head(head, f'multipart/mixed; boundary="{edge}"', "7bit"),
            f"\n--{edge}\nContent-Type: {kind}\n\n".encode(),
            halves,
            self._attached(edge, paper),
        ])  # fmt: skip

    def _attached(self, edge: str, paper: bytes) -> bytes:
        head = (
            f'\n--{edge}\nContent-Type: application/pdf; name="{self._token(6)}.pdf"\n'
            "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
        )
        return head.encode() + encodebytes(paper) + f"\n--{edge}--\n".encode()

    def _head(self, given: dict[str, str], kind: str, coding: str) -> bytes:
        when = format_datetime(self.at)
        sender = parseaddr(given["From"])[1]
        hops = [
            f"Received: from mx{n}.relay.example (mx{n}.relay.example [192.0.2.{n}])\n"
            f"\tby in{n}.home.example with ESMTPS id {self._token(14)}\n\tfor <{ME}>; {when}"
            for n in range(1, self.chance.randint(3, 6))
        ]
        seal = "\n\t".join(self._token(70) for _ in range(5))
        lines = [
            f"Return-Path: <{sender}>",
            *hops,
            f"DKIM-Signature: v=1; a=rsa-sha256; d={sender.rpartition('@')[2]}; s=s1;\n\tb={seal}",
            *(f"{name}: {_written(value)}" for name, value in ({"To": ME} | given).items()),
            f"Date: {when}",
            f"Message-ID: <{self._id()}>",
            "MIME-Version: 1.0",
            f"Content-Type: {kind}",
            f"Content-Transfer-Encoding: {coding}",
        ]
        return ("\n".join(lines) + "\n\n").encode("utf-8", "replace")

    def _page(self, house: str, blocks: list[str]) -> str:
        """A page as mailing programs lay it out: tables, styles in every cell, a link a block."""
        cell = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#333"
        rows = "".join(
            '<tr><td align="left" valign="top" style="padding:12px 24px;'
            f'{cell}"><p style="margin:0 0 12px 0">{block}</p><a href="https://click.{house}.example/'
            f'{self._token(120)}" style="{cell};text-decoration:underline">'
            f"{block.split(' ')[0]}</a></td></tr>\n"
            for block in blocks
        )
        return (
            "<!DOCTYPE html><html><head><meta charset=utf-8><style>body{margin:0;padding:0}"
            "table{border-collapse:collapse}@media(max-width:600px){.w{width:100%!important}}"
            '</style></head><body><table class="w" width="600" cellpadding="0" cellspacing="0">\n'
            f'{rows}</table><img src="https://{house}.example/o/{self._token(60)}" width="1" '
            'height="1" alt=""></body></html>\n'
        )

    def _paper(self, least: int, most: int) -> bytes:
        return self.chance.randbytes(self.chance.randint(least, most))

    def _says(self, language: str, least: int, most: int) -> str:
        return " ".join(
            self.chance.choices(self.stock[language], k=self.chance.randint(least, most))
        )

    def _title(self, language: str) -> str:
        return " ".join(self.chance.choice(self.stock[language]).rstrip(".").split()[:6])

    def _language(self) -> str:
        return self.chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]

    def _person(self) -> str:
        first, last = (self.chance.choice(self.stock["en"]).split()[0] for _ in range(2))
        first, last = (one.strip(".").title() for one in (first, last))
        local = "".join(c for c in f"{first}.{last}".lower() if c.isascii() and c not in "'’")
        return f"{first} {last} <{local}{self.chance.randint(1, 99)}@friends.example>"

    def _token(self, length: int) -> str:
        return self.chance.randbytes(length // 2 + 1).hex()[:length]

    def _id(self) -> str:
        return f"{self.made}.{self.made * 2654435761 % 4294967296:08x}@town.example"


def _written(value: str) -> str:
    if value.isascii():
        return value
    name, email = parseaddr(value)
    if email and "@" in email:
        return f"{Header(name, 'utf-8').encode()} <{email}>"
    return Header(value, "utf-8").encode(linesep="\n")


def _qp(text: str) -> bytes:
    return b2a_qp(text.encode("utf-8", "replace"))


def _part(edge: str, kind: str, body: bytes) -> bytes:
    head = f"\n--{edge}\nContent-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\n\n"
    return head.encode() + body


@lru_cache(maxsize=1)
def _corpus() -> dict[str, list[dict[str, Any]]]:
    """The mails of the hands: alerts, what is no job, and what belongs to a process."""
    found: dict[str, list[dict[str, Any]]] = {"not_job": [], "job_alert": [], "process": []}
    for row in rows(TOP / "corpus" / "hands"):
        found[row["kind"] if row["kind"] in found else "process"].append(row)
    return found


def _sentences(language: str) -> list[str]:
    """Sentences of words as often as they are used; enough of them that few mails are alike."""
    words, weights = _vocabulary(language)
    chance = random.Random(language)
    heaped = list(accumulate(weights))
    count = SENTENCES if language == "en" else SENTENCES // 4
    drawn = iter(chance.choices(words, cum_weights=heaped, k=count * 24))
    found: list[str] = []
    for _ in range(count):
        own = [next(drawn) for _ in range(chance.randint(4, 24))]
        found.append(" ".join(own).capitalize() + ".")
    return found


def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    if words_from() == "wordfreq":
        from wordfreq import get_frequency_dict

        known: dict[str, float] = get_frequency_dict(language, wordlist="best")
    else:
        rows = (row for kind in _corpus().values() for row in kind if row["language"] == language)
        known = dict(Counter(word for row in rows for word in row["body"].lower().split()))
    return list(known), list(known.values())
