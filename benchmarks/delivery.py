"""How long paper takes, and how a sending stands a line that breaks, many times over.

    .venv/bin/python benchmarks/delivery.py [--times N] [--faults N] [--write]

Times are of the processor, the best of N, warm; beside each its ratio to a floor measured in the
same run (typst setting a page with one word on it). The faults cut the line to a real server
(aiosmtpd) at a random byte of a random step, or let it fall silent there, and count what arrived
against what was said: a letter that is said to be sent and did not arrive is lost; one that is
said not to be sent and did arrive would be sent twice.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))

from afterword.wire import smtp  # noqa: E402
from afterword.writing.delivery import eml, paper, pdf, signature, word  # noqa: E402
from afterword.writing.delivery.sheets import DIN_B, US  # noqa: E402

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
PAGE, SECTION = TOP / "benchmarks" / "writing.md", "## Delivery"
WORDS = "\n\n".join(
    ["Dear Ms Reyes,"]
    + ["In Utrecht we moved fourteen lines to automated picking in nine weekends without closing a "
       "day, and errors went from 2.1 to 0.4 per cent."] * 9
    + ["With kind regards,\nSam Verhoeven"]
)  # fmt: skip


def letter() -> paper.Letter:
    """About 250 words, with a picture of a signature of some 20 kB."""
    import struct
    import zlib

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    noise = random.Random(7).randbytes(90 * 230)
    rows = b"".join(b"\0" + noise[i * 230 : i * 230 + 230] for i in range(90))
    head = struct.pack(">IIBBBBB", 230, 90, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")  # fmt: skip
    return paper.Letter(
        name="Sam Verhoeven", address=("Keizersgracht 12", "1015 CX Amsterdam"),
        to=("Dana Reyes", "Acme Freight", "Hafenstraße 7", "20457 Hamburg"),
        subject="Our talk", words=WORDS, on=date(2026, 3, 10), contact=("sam@home.example",),
        signature=signature.picture(png),
    )  # fmt: skip


def best(of: Callable[[], Any], times: int) -> float:
    """The shortest of some runs in milliseconds of the processor, after one that warms up."""
    of()
    found = 1e9
    for _ in range(times):
        start = time.process_time()
        of()
        found = min(found, (time.process_time() - start) * 1000)
    return found


def speeds(times: int) -> list[str]:
    one = letter()
    floor = best(lambda: pdf.pdf('#set document(title: "x")\n#data.a', {"a": "x"}, at=AT), times)
    rows = [
        ("PDF, DIN 5008 B, with a signature", lambda: paper.as_pdf(one, DIN_B, at=AT)),
        ("PDF, US letter, with a signature", lambda: paper.as_pdf(one, US, at=AT)),
        ("card and envelope", lambda: paper.as_card(one, us=False, at=AT)),
        (".docx", lambda: word.as_docx(one, DIN_B, at=AT)),
        ("mail (.eml)", lambda: mail("x@home.example")),
    ]
    lines = ["| | best, ms | times the floor |", "|---|---|---|"]
    lines.append(f"| floor: typst, a page of one word | {floor:.1f} | 1 |")
    for name, of in rows:
        took = best(of, times)
        lines.append(f"| {name} | {took:.1f} | {took / floor:.1f} |")
    return lines


def mail(message_id: str) -> bytes:
    from afterword.terms import Address

    return eml(
        to=Address("Dana", "dana@acme.example"), sender=Address("Sam", "sam@home.example"),
        subject="Our talk", body=WORDS, date=AT, message_id=message_id, to_open=False,
    )  # fmt: skip


def faults(n: int) -> list[str]:
    """Random cuts of a real conversation, and what was said of each against what arrived."""
    spec = importlib.util.spec_from_file_location(
        "post_office", TOP / "tests" / "contracts" / "post_office.py"
    )
    assert spec and spec.loader
    office_of = importlib.util.module_from_spec(spec)
    sys.modules["post_office"] = office_of
    spec.loader.exec_module(office_of)
    draw, seen, wrong = random.Random(11), Counter[str](), Counter[str]()
    with office_of.open_for_letters() as office:
        for i in range(n):
            step, how = draw.choice(office_of.STEPS), draw.choice(("lost", "half"))
            line = office_of.Line(office.host, office.port, at=step, how=how)
            key = f"{i}@home.example"
            server = smtp.Server(
                line.host, line.port, smtp.Security.NONE, office_of.USER, office_of.PASSWORD
            )
            came = smtp.deliver(
                server, mail(key), sender="sam@home.example", to="dana@acme.example",
                may_hand_over=lambda: True,
            ).came  # fmt: skip
            line.hang_up()
            there = key in office.ids()
            seen[str(came)] += 1
            wrong["lost"] += came is smtp.Came.SENT and not there
            wrong["would be sent twice"] += came is smtp.Came.FAILED and there
    return [
        f"{n} letters, each over a line cut at random: {seen['sent']} sent, {seen['failed']} not "
        f"sent, {seen['in_doubt']} in doubt and asked about. Said to be sent and not there: "
        f"{wrong['lost']}. Said not to be sent and there: {wrong['would be sent twice']}."
    ]


def write(lines: list[str]) -> None:
    """Put the section in its place on the page, leaving what others wrote there."""
    text = PAGE.read_text("utf-8") if PAGE.exists() else "# Writing\n"
    head, _, rest = text.partition(SECTION)
    after = rest.partition("\n## ")
    tail = f"\n## {after[2]}" if after[1] else ""
    body = "\n".join([SECTION, "", *lines])
    PAGE.write_text(f"{head.rstrip()}\n\n{body.rstrip()}\n{tail}", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--faults", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="into benchmarks/writing.md")
    args = parser.parse_args()
    lines = [
        "`benchmarks/delivery.py`: a letter of 250 words. Times are of the processor, on one busy "
        "machine, warm; the ratios hold.", "", *speeds(args.times), "", *faults(args.faults), "",
        "`tests/contracts/test_sending.py` cuts the line at each of the 16 steps, wholly and by "
        "half, and mends what comes of it as a person would; `test_sending_killed.py` kills the "
        "program at seven moments; `test_own_folders.py` cuts the talk with dovecot at every command "
        "and every answer.",
    ]  # fmt: skip
    print("\n".join(lines))
    if args.write:
        write(lines)


if __name__ == "__main__":
    main()
