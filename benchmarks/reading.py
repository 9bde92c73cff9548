"""How well mail is read: per kind precision and recall on labelled mail outside the repository.

Run: `python benchmarks/reading.py [folder]`. Prints figures and misses to the
terminal; writes nothing. Without the data it says what it could not measure.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from email import message_from_bytes, policy
from email.utils import parseaddr
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from afterword.reading import read
from afterword.reading.names import company_key
from afterword.terms import Address, Mail, MailKind

NAMES = {
    "ack": "acknowledgement",
    "interview": "interview_invitation",
    "interview_reminder": "interview_logistics",
    "non_job": "not_job",
}
#: Kinds nobody may take for a no.
HARMLESS = {
    "acknowledgement",
    "interview_invitation",
    "outreach",
    "job_alert",
    "account",
    "assessment",
    "application_viewed",
    "action_needed",
    "not_job",
}


def _mail(row: dict) -> Mail:
    name, address = parseaddr(row.get("from") or "")
    sender = Address(name, address.lower()) if "@" in address else None
    if sender is None and row.get("from"):
        sender = Address(row["from"], "")
    return Mail(
        id=str(row.get("id")),
        subject=row.get("subject") or "",
        sender=sender,
        text=row.get("body") or "",
    )


def _rows(path: Path) -> list[dict]:
    return [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def _kinds(name: str, rows: list[dict], show: bool) -> None:
    right: Counter[str] = Counter()
    called: Counter[str] = Counter()
    total: Counter[str] = Counter()
    strong_right = strong_all = 0
    confusion: dict[tuple[str, str], int] = defaultdict(int)
    begin = time.process_time()
    for row in rows:
        gold = NAMES.get(row["label"], row["label"])
        reading = read(_mail(row))
        got = str(reading.kind)
        total[gold] += 1
        called[got] += 1
        right[gold] += gold == got
        confusion[gold, got] += gold != got
        if reading.certainty == "strong" and got in (
            "rejection",
            "on_hold",
            "position_filled",
            "cancelled",
            "offer",
        ):
            strong_all += 1
            strong_right += gold == got
        bad = gold != got
        if show and bad:
            print(
                f"  MISS {row['id']} {gold} -> {got} ({reading.certainty}) | {row.get('from')!r:.40} | {row.get('subject')!r:.60}"
            )
            print(
                "      ",
                " ⏎ ".join(reading.text.split("\n"))[
                    : int(sys.argv[3]) if len(sys.argv) > 3 else 300
                ],
            )
            print("      ", [(e.rule, e.text[:60]) for e in reading.evidence][:4])
    spent = time.process_time() - begin
    print(
        f"{name}: n={len(rows)}, {len(rows) / max(spent, 1e-9):.0f} mails/s cpu, strong verdicts {strong_right}/{strong_all}"
    )
    for kind in MailKind:
        if total[kind] or called[kind]:
            print(
                f"  {kind:22} recall {right[kind]}/{total[kind]}  precision {right[kind]}/{called[kind]}"
            )
    alarms = {k: n for k, n in confusion.items() if k[1] == "rejection" and k[0] in HARMLESS and n}
    print("  harmless mail called rejection:", alarms or "none")


def main() -> int:
    root = (
        Path(sys.argv[1])
        if len(sys.argv) > 1
        else Path(__file__).resolve().parents[2] / "shared/data/mail"
    )
    show = sys.argv[2] if len(sys.argv) > 2 else ""
    if not (root / "dev.jsonl").exists():
        print(
            f"No labelled mail at {root}: kinds, companies and recruiting-system mail were not measured."
        )
        return 0
    dev, train = _rows(root / "dev.jsonl"), _rows(root / "train.jsonl")
    _kinds("dev", dev, "dev" in show)
    real = [r for r in train if r["real"] == "real" and r["label"] != "unlabelled"]
    _kinds("train, real", real, "train" in show)
    _kinds("train, synthetic", [r for r in train if r["real"] != "real"], "synth" in show)
    if "unlab" in show:
        for row in train:
            if row["label"] == "unlabelled":
                reading = read(_mail(row))
                print("  ", reading.kind, reading.certainty, row["subject"][:70])
    _companies(_rows(root / "company_cases.jsonl"), "company" in show)
    _folder(root / "ats_eml")
    return 0


def _companies(rows: list[dict], show: bool) -> None:
    right = 0
    for row in rows:
        reading = read(_mail(row))
        gold = {company_key(name) for name in row["company"]} or {""}
        ok = company_key(reading.company) in gold
        right += ok
        if show and not ok:
            print(
                "  MISS",
                row["id"],
                row["company"],
                "->",
                repr(reading.company),
                "|",
                row["from"],
                "|",
                row["subject"],
            )
    print(f"companies: {right}/{len(rows)}")


def _folder(folder: Path) -> None:
    right = 0
    paths = sorted(folder.glob("*.eml"))
    for path in paths:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        name, address = parseaddr(str(message["from"]))
        text = body.get_content() if body else ""
        if body is not None and body.get_content_type() == "text/html":
            import re

            text = re.sub(r"<[^>]+>", " ", re.sub(r"(?i)</p>|<br ?/?>|</div>", "\n\n", text))
        mail = Mail(
            id=path.stem,
            subject=str(message["subject"]),
            sender=Address(name, address.lower()),
            text=text,
        )
        gold = path.stem.split("__")[0]
        reading = read(mail)
        ok = str(reading.kind) == NAMES.get(gold, gold)
        right += ok
        print(
            f"  {'ok  ' if ok else 'MISS'} {path.stem}: {reading.kind} {reading.certainty} company={reading.company!r} role={reading.role!r}"
        )
    print(f"recruiting-system mail: {right}/{len(paths)}")


if __name__ == "__main__":
    raise SystemExit(main())
