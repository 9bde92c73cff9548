"""What a mail says beyond its kind: company, role, reasons, dates and the small signs."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kinds import Told
from material import companies

from afterword.reading import read
from afterword.reading.names import company_key, without_marks

#: Mail that belongs to nobody's process says none of these things.
_NOBODYS = ("not_job", "job_alert", "account", "other_job")
_VERDICTS = ("rejection", "position_filled", "on_hold", "cancelled", "withdrawn", "offer_rescinded")


def report(pairs: Told, *, misses: bool) -> list[str]:
    """Of each fact: where it stands, how often it was found right, how often one was made up."""
    facts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for sample, said in pairs:
        row = sample.row
        if sample.kind in _NOBODYS or row["direction"] == "out":
            continue
        firm = (company_key(said.company), company_key(_shown(row, "company")))
        post = (_plain(said.role), _plain(_shown(row, "role")))
        day = (str(said.promised_date or ""), row.get("promised") or "")
        for name, (got, want) in {"company": firm, "role": post, "promised date": day}.items():
            if name != "promised date" and row[name] and not want:
                continue  # not shown in the mail: neither found nor made up
            _count(facts[name], got, want)
            if misses and got != want:
                print(f"  {sample.id} {name}: {got!r}, should be {want!r}")
        if sample.kind in _VERDICTS:
            wanted, given = set(row.get("reasons") or ()), {r.code for r in said.reasons}
            facts["reasons"][0] += len(wanted)
            facts["reasons"][1] += len(wanted & given)
            facts["reasons"][2] += len(given)
            facts["reasons"][3] += len(given & wanted)
        for name in ("reply_possible", "invitation", "stop"):
            facts[name][0] += 1
            facts[name][1] += getattr(said, name) == bool(row.get(name))
        facts["hand"][0] += 1
        facts["hand"][1] += said.hand == row.get("tone", row.get("hand"))
    lines = ["| fact | stands in | found right | share | named | named right |", "|---|---|---|---|---|---|"]  # fmt: skip
    for name, (n, good, named, rightly) in facts.items():
        more = f"{named} | {rightly}" if named else " | "
        lines.append(f"| {name} | {n} | {good} | {good / max(n, 1):.3f} | {more} |")
    return [*lines, ""]


def _count(tally: list[int], got: str, want: str) -> None:
    tally[0] += bool(want)
    tally[1] += bool(want) and got == want
    tally[2] += bool(got)
    tally[3] += bool(got) and got == want


def _shown(row: dict[str, Any], name: str) -> str:
    """The name if the mail itself shows it: the hands also named firms known from an address only."""
    where = f"{row['from'].rpartition('<')[0]} {row['subject']} {row['body']}".casefold()
    return row[name] if row[name] and row[name].casefold() in " ".join(where.split()) else ""


def _plain(role: str) -> str:
    return without_marks(role).casefold()


def company_cases(*, misses: bool) -> list[str]:
    """The names of firms in mails of recruiting systems that others collected."""
    cases = companies()
    if not cases:
        return ["Company cases: not measured, they are not on this machine.", ""]
    good = 0
    for mail, wanted in cases:
        got = read(mail).company
        ok = company_key(got) in ({company_key(name) for name in wanted} or {""})
        good += ok
        if misses and not ok:
            print(f"  {mail.id} company: {got!r}, should be one of {wanted}; {mail.subject}")
    return [f"Company cases: {good} of {len(cases)} = {good / len(cases):.3f}.", ""]
