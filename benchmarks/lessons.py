"""How well corrections teach: letters of another kind taken for siblings, and true copies found.

Run: `python benchmarks/lessons.py`. Prints figures to the terminal; writes nothing. No mail is
read for it: the kinds are those of the corpus, the words those of the mails themselves. A true
copy is a template of the corpus with another firm, role, name and number put in, made here; once
with firm and role known, once as if the reader had found neither.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from email.utils import parseaddr
from math import comb
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TOP / "src"), str(TOP / "corpus")]

from written import rows  # noqa: E402

from afterword.reading import senders  # noqa: E402
from afterword.reading.lessons import ALIKE, CERTAIN, LEANING  # noqa: E402
from afterword.reading.likeness import Make, kin, likeness, make_of  # noqa: E402
from afterword.reading.text import open_letter  # noqa: E402
from afterword.terms import Address, Certainty, Direction, Mail, MailKind, Reading  # noqa: E402

MARKS = (0.25, 0.3, 0.35, 0.4, 0.45, LEANING, ALIKE, CERTAIN)
Row = dict[str, Any]


def make(row: Row, *, named: bool = True) -> Make:
    """The make of a corpus mail, its own words only; `named` when firm and role were found."""
    (name, address), to = parseaddr(row["from"]), parseaddr(row["to"])
    mail = Mail(
        id=row.get("id") or row["key"],
        subject=row["subject"],
        sender=Address(name, address.lower()),
        to=(Address(*to),),
        text=row["body"],
    )
    body = open_letter(row["body"], (name,) if name else ()).body
    reading = Reading(
        id=mail.id,
        source="",
        date=None,
        direction=Direction.IN,
        language=row.get("language", "en"),
        text=f"{row['subject']}\n\n{body}",
        kind=MailKind.OTHER_JOB,
        certainty=Certainty.FAIR,
        company=(row.get("company") or "") if named else "",
        role=(row.get("role") or "") if named else "",
    )
    return make_of(reading, mail)


def received(found: list[Row]) -> list[Row]:
    return [row for row in found if row["direction"] == "in"]


def other_kinds(name: str, groups: list[list[Row]], *, house: bool) -> None:
    """Pairs of different kinds within each group, and how many lie above each mark."""
    pairs, nearest, above = 0, 0.0, dict.fromkeys(MARKS, 0)
    for group in groups:
        made = [make(row) for row in group]
        kinds = [{row["kind"], *(row.get("kind_also") or ())} for row in group]
        near = {
            (a, b)
            for held in _held(made, house=house).values()
            for b in held
            for a in held
            if a < b and not kinds[a] & kinds[b]
        }
        if house:
            near = {(a, b) for a, b in near if kin(made[a].address, made[b].address)}
        pairs += len(near) if house else _unlike(group)
        for a, b in near:
            if made[a].says_enough and made[b].says_enough:
                how = likeness(made[a], made[b])
                nearest = max(nearest, how)
                for mark in MARKS:
                    above[mark] += how >= mark
    told = "  ".join(f"{mark}: {count}" for mark, count in above.items())
    print(f"{name}: {pairs} pairs of different kinds, nearest {nearest:.2f}; above {told}")


def _held(made: list[Make], *, house: bool) -> dict[object, list[int]]:
    """What mails may have in common, and who has it: the house, or any run of words."""
    held: dict[object, list[int]] = defaultdict(list)
    for at, one in enumerate(made):
        vendor = senders.vendor_of(one.address)
        its = vendor.name if vendor else senders.domain_of(one.address)
        for what in (its,) if house else one.runs:
            held[what].append(at)
    return held


def _unlike(group: list[Row]) -> int:
    """How many pairs there are whose kinds differ, all of them."""
    of = Counter(row["kind"] for row in group)
    return comb(len(group), 2) - sum(comb(n, 2) for n in of.values())


def copies(all_rows: list[Row]) -> None:
    """Templates filled in anew: the share that is known again at each mark."""
    draw = random.Random(7)
    firms = [row["company"] for row in all_rows if row.get("company")]
    roles: dict[str, list[str]] = defaultdict(lambda: [""])
    for row in all_rows:
        roles[row["language"]].append(row.get("role") or "")
    how: dict[bool, list[float]] = {True: [], False: []}
    for row in all_rows:
        filled = {"company": draw.choice(firms), "role": draw.choice(roles[row["language"]])}
        first = (parseaddr(row["to"])[0].split() or [""])[0]
        swaps = [(row.get(name) or "", new) for name, new in filled.items()] + [(first, "Kim")]
        swaps = [(old, new) for old, new in swaps if len(old) > 2 and old in row["body"]]
        if row.get("tone") == "personal" or len(swaps) < 2:
            continue
        body = row["body"]
        for old, new in swaps:
            body = body.replace(old, new)
        body = re.sub(r"\d", lambda _: str(draw.randrange(10)), body)
        twin = {**row, **filled, "body": body, "to": "Kim Osei <kim@home.example>"}
        for named in how:
            one, other = make(row, named=named), make(twin, named=named)
            if one.says_enough and other.says_enough:
                how[named].append(likeness(one, other))
    for named, found in how.items():
        told = "  ".join(f"{m}: {sum(h >= m for h in found) / len(found):.3f}" for m in MARKS[5:])
        known = "firm and role found" if named else "neither found"
        print(f"true copies, {known}: {len(found)}; known again {told}")


def main() -> None:
    hands = received(rows(TOP / "corpus/hands"))
    folders = sorted((TOP / "corpus/seasons").iterdir())
    seasons = [received(rows(folder)) for folder in folders]
    print(f"{len(hands)} mails of the hands, {sum(map(len, seasons))} of the seasons")
    other_kinds("hands, one house", [hands], house=True)
    other_kinds("hands, any two", [hands], house=False)
    other_kinds("seasons, one house", seasons, house=True)
    other_kinds("seasons, any two of one inbox", seasons, house=False)
    copies(hands)


if __name__ == "__main__":
    main()
