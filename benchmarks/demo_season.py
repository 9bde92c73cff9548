"""The demo season as an exam of the whole way: bytes to cases, against its answer key.

    .venv/bin/python benchmarks/demo_season.py [--misses]

The season and its key (tests/specimens/demo_expected.toml) were written by a hand
that had not seen the program. Prints counts with n beside them; with --misses also
each miss. Works in a home of its own that is thrown away.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))
KEY = tomllib.loads((TOP / "tests/specimens/demo_expected.toml").read_text("utf-8"))
TODAY = date(2026, 11, 20)


def also(entry: dict[str, Any], name: str) -> set[str]:
    """The right answer and those that are as defensible."""
    more = entry.get(f"{name}_also", [])
    return {str(entry.get(name, ""))} | set([more] if isinstance(more, str) else more)


def readings(misses: bool) -> None:
    from afterword import reading
    from afterword.intake.demo import build
    from afterword.intake.mailbox import parse
    from afterword.terms import Parcel

    me = frozenset({"marianne@holt.example", "m.holt@oldpost.example"})
    got: Counter[str] = Counter()
    right: Counter[str] = Counter()
    false_no, strong, strong_right = 0, 0, 0
    fields: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for key, raw in build.mails(TODAY):
        want = KEY["mail"][key]
        said = reading.read(parse(Parcel(raw=raw, source="demo")), me)
        got[want["kind"]] += 1
        ok = said.kind in also(want, "kind")
        right[want["kind"]] += ok
        if said.certainty == "strong" and said.kind != "not_job":
            strong += 1
            strong_right += ok
        false_no += said.kind == "rejection" and not ok
        if not ok and misses:
            print(f"  kind  {key}: {said.kind} ({said.certainty}), should be {want['kind']}")
        for name in ("company", "role"):
            if want.get(name) and want["direction"] == "in" and getattr(said, name):
                fields[name][1] += 1
                same = _same(getattr(said, name), also(want, name))
                fields[name][0] += same
                if not same and misses:
                    print(f"  {name}  {key}: {getattr(said, name)!r}, should be {want[name]!r}")
        if "reply_possible" in want:
            fields["reply_possible"][1] += 1
            fields["reply_possible"][0] += said.reply_possible == want["reply_possible"]
        fields["invitation"][1] += 1
        fields["invitation"][0] += said.invitation == want.get("invitation", False)
    print(f"kinds: {sum(right.values())}/{sum(got.values())}; called a no wrongly: {false_no}; "
          f"strong and right: {strong_right}/{strong}")  # fmt: skip
    for kind, n in got.most_common():
        print(f"  {kind:22} {right[kind]:3}/{n}")
    for name, (good, n) in fields.items():
        print(f"  {name} (where given): {good}/{n}")


def _same(said: str, wanted: set[str]) -> bool:
    plain = said.casefold().strip(" .,")
    return any(plain == w.casefold() or (len(plain) > 4 and plain in w.casefold()) for w in wanted)


def cases(misses: bool) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    from afterword.desk.cases import board
    from afterword.desk.whole import example
    from afterword.intake.demo import build
    from afterword.intake.mailbox import parse
    from afterword.members.models import the_account
    from afterword.terms import Parcel

    now = datetime(TODAY.year, TODAY.month, TODAY.day, 8, 12, tzinfo=UTC)
    account = the_account(at=now)
    example.set_up(account.id, now=now, zone="Europe/Amsterdam")
    key_of = {parse(Parcel(raw=raw, source="")).id: key for key, raw in build.mails(TODAY)}
    said = board.cases_json(account.id, now)
    ours = {c["id"]: [key_of[m] for m in c["message_ids"] if m in key_of] for c in said}
    truth = {m: slug for slug, c in KEY["case"].items() for m in c["keys"]}
    free = {m for c in KEY["case"].values() for m in (*c.get("may_keys", []), *c.get("signal_keys", []))}  # fmt: skip
    mine = {m: c for c, ms in ours.items() for m in ms}
    both = [m for m in {**truth, **mine} if m not in free]
    joined = {p for p in combinations(sorted(both), 2) if mine.get(p[0]) and mine.get(p[0]) == mine.get(p[1])}  # fmt: skip
    wanted = {p for p in combinations(sorted(both), 2) if truth.get(p[0]) and truth.get(p[0]) == truth.get(p[1])}  # fmt: skip
    hit = len(joined & wanted)
    print(f"\nlinking: pairs precision {hit}/{len(joined)}, recall {hit}/{len(wanted)}")
    whole = states = outcomes = stages = 0
    for slug, c in KEY["case"].items():
        keys = set(c["keys"])
        homes = Counter(mine[m] for m in keys if m in mine)
        if not homes:
            if keys and misses:
                print(f"  case  {slug}: not found")
            continue
        best = homes.most_common(1)[0][0]
        same = set(ours[best]) - free == keys - free
        whole += same
        one = next(x for x in said if x["id"] == best)
        state = one["state"] in also(c, "state")
        states += state
        outcomes += (one["outcome"] or "") in also(c, "outcome") | {"" if state else "-"}
        stages += (one["stage"] or "") in also(c, "stage")
        if misses and (not same or not state):
            print(f"  case  {slug}: {one['company']} / {one['role']}, {one['state']} {one['outcome']} "
                  f"{one['stage']}; should be {c['state']} {c.get('outcome', '')} {c.get('stage', '')}; "
                  f"lacks {sorted(keys - set(ours[best]) - free)}; too many {sorted(set(ours[best]) - keys - free)}")  # fmt: skip
    n = len([c for c in KEY["case"].values() if c["keys"]])
    extra = [c for c in said if ours[c["id"]] and not any(truth.get(m) or m in free for m in ours[c["id"]])]  # fmt: skip
    print(f"  whole {whole}/{n}; state {states}/{n}; outcome {outcomes}/{n}; stage {stages}/{n}; "
          f"cases that are none: {len(extra)} of {len(said)}")  # fmt: skip
    if misses:
        for c in extra:
            print(f"  extra {c['company']} / {c['role']}: {ours[c['id']]}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    readings(options.misses)
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "afterword.config.settings"
        cases(options.misses)


if __name__ == "__main__":
    main()
