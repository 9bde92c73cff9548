"""Small exercises, shown only after a yes (method 6.9). Words of our own; no test, nothing counted.

WHO-5 and the like are not used: their licence is not clear (E38), and a score is not wanted.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exercise:
    """What it is, how long it takes, and its steps; the user may stop at any of them."""

    key: str
    title: str
    asks: str
    takes: str
    steps: tuple[str, ...]
    source: str


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "kind_word",
        "A kind word to yourself",
        "Would you like three short lines that some people find soothing after a no?",
        "about five minutes",
        (
            "Say what happened in one plain sentence, without a verdict on yourself.",
            "Write what you would say to a friend to whom the same thing had happened.",
            "Read it once more, as if it had been written to you. That is all.",
        ),
        "E35: right after one such exercise people were less sad and less hard on themselves",
    ),
    Exercise(
        "write_it_out",
        "Write it out",
        "Would you like a way to begin writing about it?",
        "as long as you like; twenty minutes was usual where it was tried",
        (
            "Write what this no means for your days, and what hurts about it. Spelling is no matter.",
            "Keep three things apart as you go: what happened, what you take it to mean, and what you "
            "tell yourself about it.",
            "If it gets too much, stop. Stopping is no failure.",
        ),
        "E34: one small study; it helped some, and is never required",
    ),
)
