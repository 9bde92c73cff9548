"""How often the kind is right: per kind, what is mixed up with what, and how sure it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from material import Sample

from afterword.terms import Certainty, MailKind, Reading

#: Kinds nobody may take for a no.
HARMLESS = (
    "acknowledgement",
    "interview_invitation",
    "outreach",
    "job_alert",
    "account",
    "assessment",
    "application_viewed",
    "action_needed",
    "not_job",
)
#: Kinds that are easily read as a plain no, and are not one.
_POST_GONE = frozenset({MailKind.POSITION_FILLED, MailKind.CANCELLED})
_NEAR_A_NO = ("on_hold", "position_filled", "cancelled", "withdrawn", "reopened")
Told = list[tuple[Sample, Reading]]


def told(samples: Iterable[Sample], ask: Callable[[Sample], Reading]) -> Told:
    """Every sample with what the reader says of it."""
    return [(sample, ask(sample)) for sample in samples]


def report(name: str, pairs: Told, *, misses: bool, quiet: bool = False) -> list[str]:
    """Lines for the terminal and for the file of counts; the misses go to the terminal only."""
    if not pairs:
        return [f"### {name}", "", "Not measured: the mail is not on this machine.", ""]
    if misses:
        for sample, said in pairs:
            if not sample.right(said.kind):
                _miss(sample, said, with_text=not quiet)
    n = len(pairs)
    good = sum(sample.right(said.kind) for sample, said in pairs)
    lines = [f"### {name}", "", f"Kind right: {good} of {n} = {good / n:.3f}.", ""]
    lines += _per_kind(pairs)
    lines += _mixed_up(pairs)
    lines += [*_noes(pairs), ""]
    return lines


def _miss(sample: Sample, said: Reading, *, with_text: bool) -> None:
    print(f"  {sample.id}: {said.kind} ({said.certainty}), should be {sample.kind}")
    if with_text:
        print(f"      {' / '.join(said.text.split(chr(10)))[:400]}")
        print(f"      because: {[(e.rule, e.text[:60]) for e in said.evidence][:4]}")


@dataclass(slots=True)
class Count:
    """How many there are of a kind, how many were found, and how often it was named."""

    n: int = 0
    found: int = 0
    named: int = 0
    rightly: int = 0

    @property
    def f1(self) -> float:
        precision = self.rightly / self.named if self.named else 0.0
        recall = self.found / self.n if self.n else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def counted(pairs: Told) -> dict[str, Count]:
    counts: dict[str, Count] = {kind.value: Count() for kind in MailKind}
    for sample, said in pairs:
        right = sample.right(said.kind)
        counts[sample.kind].n += 1
        counts[sample.kind].found += right
        counts[said.kind.value].named += 1
        counts[said.kind.value].rightly += right
    return counts


def _per_kind(pairs: Told) -> list[str]:
    lines = ["| kind | n | found | recall | named | right | precision | F1 |", "|---|---|---|---|---|---|---|---|"]  # fmt: skip
    for kind, c in sorted(counted(pairs).items(), key=lambda item: -item[1].n):
        if c.n or c.named:
            recall = f"{c.found / c.n:.3f}" if c.n else ""
            precision = f"{c.rightly / c.named:.3f}" if c.named else ""
            lines.append(f"| {kind} | {c.n} | {c.found} | {recall} | {c.named} | {c.rightly} | {precision} | {c.f1:.3f} |")  # fmt: skip
    return [*lines, ""]


def _mixed_up(pairs: Told, most: int = 12) -> list[str]:
    wrong = Counter((s.kind, said.kind.value) for s, said in pairs if not s.right(said.kind))
    worst = ", ".join(f"{a} read as {b} {n}" for (a, b), n in wrong.most_common(most))
    return [f"Mixed up most: {worst or 'nothing'}.", ""]


def _noes(pairs: Told) -> list[str]:
    noes = [(s, said) for s, said in pairs if s.kind == "rejection"]
    found = sum(s.right(said.kind) for s, said in noes)
    # Labels of others call a filled or cancelled post a no as well.
    gone = sum(not s.right(said.kind) and said.kind in _POST_GONE for s, said in noes)
    harmless = [(s, said) for s, said in pairs if s.kind in HARMLESS]
    called = sum(said.kind is MailKind.REJECTION and not s.right("rejection") for s, said in harmless)  # fmt: skip
    near = [(s, said) for s, said in pairs if s.kind in _NEAR_A_NO]
    apart = sum(s.right(said.kind) for s, said in near)
    false = [said for s, said in pairs if said.kind is MailKind.REJECTION and not s.right("rejection")]  # fmt: skip
    strong = [(s, said) for s, said in pairs if said.certainty is Certainty.STRONG]
    held = sum(s.right(said.kind) for s, said in strong)
    return [
        f"Rejections found {found} of {len(noes)} ({gone} of the missed read as a post filled or "
        f"given up); harmless mail called a no {called} of "
        f"{len(harmless)}; any other kind called a no {len(false)}, with strong certainty "
        f"{sum(r.certainty is Certainty.STRONG for r in false)}.",
        f"On hold, filled, cancelled, withdrawn and reopened told apart: {apart} of {len(near)}.",
        f"Said with strong certainty: {len(strong)}, right {held}"
        + (f" = {held / len(strong):.3f}." if strong else "."),
    ]


def by_group(name: str, pairs: Told, group: Callable[[Sample], str]) -> list[str]:
    """The share that is right in each group."""
    n: Counter[str] = Counter(group(s) for s, _ in pairs)
    good: Counter[str] = Counter(group(s) for s, said in pairs if s.right(said.kind))
    lines = [f"| {name} | right | n | share |", "|---|---|---|---|"]
    lines += [f"| {g} | {good[g]} | {n[g]} | {good[g] / n[g]:.3f} |" for g in sorted(n)]
    return [*lines, ""]


def calibration(shares: Sequence[tuple[float, bool]]) -> list[str]:
    """How often the model is right when it gives a share: both columns should be alike."""
    edges = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
    lines = ["| the model says | mean | came true | n |", "|---|---|---|---|"]
    for low, high in pairwise(edges):
        inside = [(share, right) for share, right in shares if low <= share < high]
        if inside:
            mean = sum(share for share, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            lines.append(f"| {low:.2f} to {min(high, 1.0):.2f} | {mean:.3f} | {true:.3f} | {len(inside)} |")  # fmt: skip
    return [*lines, ""]
