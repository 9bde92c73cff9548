"""What a text of own plays changes, play by play, before anybody says yes to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterword.counsel.own_plays import OwnPlays
from afterword.counsel.plays import PLAY, Play


@dataclass(frozen=True, slots=True)
class Difference:
    """One play that would be other than it is now, and in what."""

    id: str
    situation: str
    says: tuple[str, ...]


def differences(before: OwnPlays, after: OwnPlays) -> tuple[Difference, ...]:
    """Every play that `after` adds, changes, leaves out or gives back, in the order of the ids."""
    return tuple(_differences(_in_force(before), _in_force(after)))


def _in_force(own: OwnPlays) -> dict[str, tuple[Play, str]]:
    """Each play in force with what sets it off, where it is an own one."""
    found = {play.id: (play, "") for play in own.playbook()}
    for new in own.new:
        found[new.play.id] = (new.play, _set_off(new.after, new.stages, new.bands))
    return found


def _differences(
    before: dict[str, tuple[Play, str]], after: dict[str, tuple[Play, str]]
) -> Iterator[Difference]:
    for id in sorted(before.keys() | after.keys()):
        old, new = before.get(id), after.get(id)
        if old == new:
            continue
        if old is None:
            assert new is not None
            back = id in PLAY
            says = ("comes up again",) if back else ("new: " + _told(*new),)
            yield Difference(id, new[0].situation, says)
        elif new is None:
            says = ("does not come up any more",) if id in PLAY else ("is taken away",)
            yield Difference(id, old[0].situation, says)
        else:
            yield Difference(id, new[0].situation, tuple(_changed(old, new)))


def _changed(old: tuple[Play, str], new: tuple[Play, str]) -> Iterator[str]:
    for name, label in (
        ("situation", "situation"),
        ("does", "what to do"),
        ("letters", "letter"),
        ("earliest", "first business day"),
        ("latest", "last business day"),
        ("channels", "by"),
        ("guardrail", "guardrail"),
        ("stop", "stops"),
        ("source", "source"),
    ):
        was, now = getattr(old[0], name), getattr(new[0], name)
        if was and isinstance(now, str) and now.startswith(was.rstrip(".")):
            if was != now:
                yield f"{label}, added: {now[len(was.rstrip('.')) :].lstrip('.; ')}"
        elif now and isinstance(was, str) and was.startswith(now.rstrip(".")):
            # Ours stays as it was: what the coach had added is all there is to tell.
            yield f"{label}, no longer: {was[len(now.rstrip('.')) :].lstrip('.; ')}"
        elif was != now:
            yield f"{label}: {_plain(now)} (was: {_plain(was)})"
    if old[1] != new[1]:
        yield f"set off by: {new[1]} (was: {old[1]})"


def _told(play: Play, set_off: str) -> str:
    days = f"business day {play.earliest} to {play.latest} after it"
    letter = f"; letter: {_plain(play.letters)}" if play.letters else ""
    return f"{play.does.rstrip('.')}. Set off by {set_off}, {days}{letter}; stops: {play.stop}"


def _set_off(after: str, stages: frozenset[str], bands: frozenset[str]) -> str:
    says = after.replace("_", " ")
    for names in (stages, bands):
        if names:
            says += " (" + ", ".join(sorted(str(n).replace("_", " ") for n in names)) + ")"
    return says


def _plain(value: object) -> str:
    if value is None or value in ("", ()):
        return "none"
    if isinstance(value, tuple):
        return ", ".join(str(one).replace("_", " ") for one in value)
    return str(value)
