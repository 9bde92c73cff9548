"""A coach's own plays on this desk: kept as text, checked line by line, tried out before they count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from afterword.casebook.case import Case
from afterword.casebook.own_plays import OwnPlays as Kept
from afterword.counsel.own_changes import Difference, differences
from afterword.counsel.own_plays import NONE, Fault, OwnPlays, read
from afterword.counsel.plays import PLAY, Play
from afterword.desk.cases.judging import judge
from afterword.desk.people import register
from afterword.errors import UserError

#: How many cases a preview looks at, and how many of those that change it names.
LOOKED_AT, NAMED = 500, 10


@dataclass(frozen=True, slots=True)
class Moved:
    """A case whose next move would be another."""

    case: UUID
    title: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a text would change; with faults nothing would, until they are mended."""

    faults: tuple[Fault, ...]
    differences: tuple[Difference, ...] = ()
    moved: tuple[Moved, ...] = ()
    more: int = 0


def text_of(account: UUID) -> str:
    """The own plays as the user wrote them; "" where there are none."""
    found = Kept.objects.of(account).values_list("text", flat=True).first()
    return found or ""


def own_plays(account: UUID, now: datetime) -> OwnPlays:
    """The own plays in force at `now`; what an older version kept and this one cannot use is left out."""
    kept = Kept.objects.of(account).filter(entered_at__lte=now).values_list("text", flat=True)
    text = kept.first()
    return read(text) if text else NONE


def preview(account: UUID, text: str, now: datetime) -> Preview:
    """What would be different with this text in force, tried on the cases as they stand."""
    after = read(text)
    if after.faults:
        return Preview(after.faults)
    before = own_plays(account, now)
    changed = differences(before, after)
    if not changed:
        return Preview(())
    moved = _moved(account, before, after, now)
    return Preview((), changed, tuple(moved[:NAMED]), max(0, len(moved) - NAMED))


def _moved(account: UUID, before: OwnPlays, after: OwnPlays, now: datetime) -> list[Moved]:
    cases = list(Case.objects.of(account).awake().select_related("company")[:LOOKED_AT])
    found = []
    for case, file in zip(cases, register.files(account, cases, now).values(), strict=True):
        was, becomes = judge(file, now, before).move, judge(file, now, after).move
        if was != becomes:
            title = ", ".join(filter(None, (case.role, case.company.name)))
            found.append(Moved(case.pk, title, was.why, becomes.why))
    return found


def use(account: UUID, text: str, now: datetime) -> tuple[Difference, ...]:
    """Keep the text and plan by it; raises UserError with every line that cannot be used."""
    from afterword.desk import morning

    after = read(text)
    if after.faults:
        wrong = "\n".join(f"  {fault}" for fault in after.faults)
        raise UserError(f"Nothing was changed. These lines cannot be used:\n{wrong}")
    changed = differences(own_plays(account, now), after)
    if text != text_of(account):
        Kept.write(account=account, text=text, at=now)
        morning.freshen(account, now)
    return changed


def plays_json(own: OwnPlays) -> list[dict[str, Any]]:
    """Every play in force as JSON; `own` is "new", "changed" or ""."""
    new = {one.play.id: one for one in own.new}
    return [
        {
            "id": play.id,
            "own": "new" if play.id in new else "changed" if play.id in own.changes else "",
            "situation": play.situation,
            "does": play.does,
            "after": new[play.id].after if play.id in new else None,
            "letters": [str(kind) for kind in play.letters],
            "earliest": play.earliest,
            "latest": play.latest,
            "channels": [str(one) for one in play.channels],
            "guardrail": play.guardrail,
            "stop": play.stop,
            "source": play.source,
        }
        for play in own.playbook()
    ]


def left_out(own: OwnPlays) -> tuple[Play, ...]:
    """The plays of ours that the user left out."""
    return tuple(PLAY[id] for id in PLAY if own.is_off(id))


def letters_of(play: str) -> tuple[str, ...]:
    """The kinds of letters a play writes; none where it writes nothing."""
    return tuple(map(str, PLAY[play].letters)) if play in PLAY else ()
