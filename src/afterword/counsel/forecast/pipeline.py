"""Several at once: how many processes are live, beside the three to six that carry a search (P24, S0-20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from afterword.counsel.forecast.course import Course, Leg
from afterword.terms import State

#: P24: fewer leans on one answer, more cannot be prepared well (E32).
AIM = (3, 6)
SOURCE = "P24, S0-20, E16, E32"
#: E16 as arithmetic, not as a forecast of anyone's search.
ARITHMETIC = (
    "Where 31 in 100 of those met on site have an offer (Lever, smaller firms, no year given), three such "
    "processes that do not hang together bring at least one in 67 of 100, five in 84."
)
_RUNNING = frozenset({State.ACTIVE, State.AWAITING, State.OVERDUE})
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What is in the works today. `targets` are past the application with a clock running.

    `quiet` may wake, but no plan leans on them; `sent` are applications nobody has
    answered with a step; `why` says what the breadth asks for.
    """

    targets: tuple[str, ...]
    quiet: tuple[str, ...]
    sent: tuple[str, ...]
    offers: tuple[str, ...]
    paused: int
    silent: int
    leads: int
    aim: tuple[int, int]
    why: str
    source: str = SOURCE


def pipeline(courses: Iterable[Course]) -> Pipeline:
    """The breadth of a search today, and the sentence about it."""
    courses = tuple(courses)
    met = [c for c in courses if c.leg not in (None, Leg.APPLIED)]
    targets = tuple(c.case for c in met if c.state in _RUNNING)
    offers = tuple(c.case for c in met if c.state is State.OFFER)
    quiet = tuple(c.case for c in met if c.state is State.QUIET)
    sent = tuple(c.case for c in courses if c.leg is Leg.APPLIED and c.live)
    return Pipeline(
        targets=targets,
        quiet=quiet,
        sent=sent,
        offers=offers,
        paused=sum(c.state is State.ON_HOLD for c in courses),
        silent=sum(c.state is State.SOFT_CLOSED for c in courses),
        leads=sum(c.leg is None for c in courses),
        aim=AIM,
        why=_says(len(targets), len(quiet), bool(offers)),
    )


def _says(targets: int, quiet: int, offer: bool) -> str:
    fewest, most = AIM
    if offer:
        return "You hold an offer. The others may wait for your answer, and you for theirs."
    if targets < fewest:
        return _thin(targets) + _leaning(quiet)
    if targets <= most:
        return (
            f"{_counted(targets)} are in talks, within the three to six that let no single answer "
            "weigh too much." + _leaning(quiet)
        )
    return (
        f"{_counted(targets)} are in talks. More than six are hard to prepare well, and preparation "
        "tells more than number; let the weakest rest, if you like." + _leaning(quiet)
    )


def _thin(targets: int) -> str:
    if targets == 0:
        return (
            "Nothing is past the application today. One target is enough to begin with; "
            "three to six let no single answer weigh too much."
        )
    are = "One is in talks" if targets == 1 else "Two are in talks"
    return (
        f"{are} today. However good you are, not every firm will hire you: before you wait for "
        "the next answer, take one step towards another target. Three to six is a good breadth."
    )


def _leaning(quiet: int) -> str:
    if not quiet:
        return ""
    one = quiet == 1
    return (
        f" {_counted(quiet)} {'has' if one else 'have'} gone quiet and {'is' if one else 'are'} not "
        "counted: a word may still come, but no plan should lean on it."
    )


def _counted(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)
