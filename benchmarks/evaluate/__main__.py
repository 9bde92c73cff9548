"""How well mail is read, from one mail to whole seasons: `make evaluate`.

    python benchmarks/evaluate [--only PART] [--general FOLDER ...] [--quiet] [--write]

Every miss goes to the terminal with its text, save the blind part's, whose texts nobody
reads. With --write the counts go to benchmarks/reading.md. PART is one of dev, train,
companies, corpus, blind, general, seasons (or seasons:NAME). Mails of the corpus are read with the opinion of a
model that never saw their hand (corpus/training/unseen.npz, made by `make model`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "src"), str(TOP / "corpus"), str(Path(__file__).resolve().parent)]

import beyond  # noqa: E402
import kinds  # noqa: E402
import material  # noqa: E402
import seasons  # noqa: E402
import unseen  # noqa: E402
from material import Sample  # noqa: E402

from afterword.reading import is_about_jobs, read  # noqa: E402
from afterword.terms import MailKind, Reading  # noqa: E402


def plainly(sample: Sample) -> Reading:
    return read(sample.mail, sample.me)


def shared(name: str, misses: bool) -> list[str]:
    pairs = kinds.told(material.labelled(name), plainly)
    lines = kinds.report(
        f"{name} (labelled mail of others, never trained on)", pairs, misses=misses
    )
    return [*lines, *kinds.by_group("source", pairs, lambda s: s.group)] if pairs else lines


def corpus(misses: bool) -> list[str]:
    answers = unseen.answers()
    samples = [s for s in material.written("hands") if s.id in answers]
    if not samples:
        return ["### corpus", "", "Not measured: `make model` has not left its answers.", ""]
    pairs = kinds.told(samples, lambda s: read(s.mail, s.me, ask=answers[s.id]))
    lines = kinds.report(
        "corpus (each hand read by a model that never saw it)", pairs, misses=misses
    )
    lines += kinds.by_group("hand", pairs, lambda s: s.group)
    lines += kinds.by_group("language", pairs, lambda s: s.language)
    shares = [
        (opinion.probability, sample.right(opinion.kind))
        for sample in samples
        for opinion in [answers[sample.id]((), None)]
    ]
    return [*lines, *kinds.calibration(shares), *beyond.report(pairs, misses=misses)]


def blind(misses: bool) -> list[str]:
    """Both blind parts apart: the totals of the first were seen while settling was fitted."""
    lines: list[str] = []
    for name in ("blind", "second"):
        samples = [one for one in material.written("blind") if one.id.startswith(name)]
        pairs = kinds.told(samples, plainly)
        lines += kinds.report(name, pairs, misses=misses, quiet=True)
        lines += kinds.by_group("language", pairs, lambda s: s.language)
        lines += beyond.report(pairs, misses=False)
    return lines


def general(folders: Sequence[Path], misses: bool) -> list[str]:
    lines = ["### general mail, about no job", ""]
    if not folders:
        return [*lines, "Not measured: give folders of mail with --general.", ""]
    for folder in folders:
        called: Counter[str] = Counter()
        n = let_in = 0
        for mail in material.general(folder):
            n += 1
            if is_about_jobs(mail) is False:  # as in a mailbox: refused at a glance, never read
                continue
            let_in += 1
            said = read(mail)
            if said.kind is not MailKind.NOT_JOB:
                called[f"{said.kind} ({said.certainty})"] += 1
                if misses:
                    print(f"  {folder.name} {mail.subject[:70]!r}: {said.kind} ({said.certainty})")
        jobs = sum(called.values())
        found = dict(called.most_common())
        lines += [f"{folder.name}: let in {let_in} of {n}, called job mail {jobs}; {found}", ""]
    return lines


def the_seasons(misses: bool, only: str) -> list[str]:
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERWORD_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "afterword.config.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        return ["### linking over twelve seasons", "", *seasons.report(misses=misses, only=only)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--general", nargs="*", type=Path, default=[])
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    misses = not options.quiet
    part, _, name = options.only.partition(":")
    parts = {
        "dev": lambda: shared("dev", misses),
        "train": lambda: shared("train", misses),
        "companies": lambda: ["### companies", "", *beyond.company_cases(misses=misses)],
        "corpus": lambda: corpus(misses),
        "blind": lambda: blind(misses),
        "general": lambda: general(options.general, misses),
        "seasons": lambda: the_seasons(misses, name),
    }
    lines: list[str] = []
    for one, run in parts.items():
        if part in ("", one):
            found = run()
            print("\n".join(found), flush=True)
            lines += found
    if options.write and not part:
        head = (TOP / "benchmarks" / "reading-head.md").read_text("utf-8")
        when = datetime.now(UTC).date()
        text = f"{head}\nMeasured {when}.\n\n" + "\n".join(lines)
        (TOP / "benchmarks" / "reading.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
