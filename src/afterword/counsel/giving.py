"""Give and take: what the user received and what a word about it would be worth, what they gave.

Nobody has a balance here. A gift stays a gift; what is asked of the user is only to
tell those who helped what came of it (S1-06, method 2b: "thank and report the result
within two weeks"; S4-13: a name given is remembered well).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from afterword.counsel import days
from afterword.terms import Basis, Favour

#: What one reports back on; help and advice want thanks, not a report.
LED_SOMEWHERE = ("lead", "introduction", "reference")
RECEIVED, GIVEN = "received", "given"

_WHAT = {
    "lead": "told you of something",
    "introduction": "introduced you to someone",
    "advice": "gave you advice",
    "reference": "spoke for you",
    "help": "helped you",
}
_DID = {
    "lead": "You told them of something",
    "introduction": "You introduced them to someone",
    "advice": "You gave them advice",
    "reference": "You spoke for them",
    "help": "You helped them",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One good turn as it stands today: what it says, and until when a word about it is due."""

    favour: Favour
    says: str
    prompt: str = ""
    by: date | None = None

    @property
    def is_due(self) -> bool:
        return bool(self.prompt)


def turns(favours: Iterable[Favour], today: date) -> tuple[Turn, ...]:
    """Every good turn known by today; those that still want a word first, the oldest of them first."""
    found = [_turn(one, today) for one in favours if one.on <= today]
    return tuple(
        sorted(found, key=lambda t: (not t.is_due, t.by or date.max, -t.favour.on.toordinal()))
    )


def _turn(one: Favour, today: date) -> Turn:
    on = days.spoken(one.on)
    what = f": {one.what}" if one.what else ""
    done = one.returned is not None and one.returned <= today
    if one.way == GIVEN:
        tail = " They returned it." if done else ""
        return Turn(one, f"{_DID.get(one.kind, _DID['help'])} on {on}{what}.{tail}")
    says = f"{one.name} {_WHAT.get(one.kind, _WHAT['help'])} on {on}{what}."
    if done:
        return Turn(one, f"{says} You told them what came of it.")
    by = one.on + timedelta(days=days.REPORT_BACK)
    if one.kind not in LED_SOMEWHERE:
        return Turn(one, says)
    if one.basis is not Basis.SAID and today > by + timedelta(days=days.REFEREE_LATE):
        return Turn(one, says)  # only inferred, and long ago: not raised
    if today <= by:
        prompt = f"Tell them what came of it, by about {days.spoken(by)}."
    else:
        prompt = "A line about what came of it is still welcome, however late."
    return Turn(one, says, prompt, by)
