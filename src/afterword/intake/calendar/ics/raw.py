"""The raw shape: a calendar file cut into its events and its zones, each event with its line.

A file with one broken event is still a calendar: cut like this, one event more or less hurts no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGIN = re.compile(r"^BEGIN\s*:\s*([\w.-]+)\s*$", re.IGNORECASE)
_END = re.compile(r"^END\s*:\s*([\w.-]+)\s*$", re.IGNORECASE)
_HEAD = re.compile(r"^(METHOD|X-WR-TIMEZONE)\s*[:;](.*)$", re.IGNORECASE)
#: What an event is made of besides its own lines; alarms are nobody's appointment.
_KEPT_WHOLE = ("VTIMEZONE",)


@dataclass(frozen=True, slots=True)
class RawEvent:
    line: int
    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class RawCalendar:
    """`begins` says whether it is a calendar at all; `zone` and `method` stand at its head."""

    begins: bool
    events: tuple[RawEvent, ...]
    zones: tuple[str, ...]
    method: str = ""
    zone: str = ""
    others: int = 0


def blocks(text: str) -> RawCalendar:
    """Every VEVENT of the text with its line, every VTIMEZONE; to-dos, journals and the rest are counted."""
    events: list[RawEvent] = []
    zones: list[str] = []
    head: dict[str, str] = {}
    begins, others = False, 0
    stack: list[str] = []
    held: list[str] = []
    kind, begun = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        opened, closed = _BEGIN.match(line), _END.match(line)
        name = (opened or closed).group(1).upper() if opened or closed else ""  # type: ignore[union-attr]
        if opened and not kind:
            if name == "VCALENDAR":
                begins = True
            elif name in ("VEVENT", *_KEPT_WHOLE):
                kind, begun, held, stack = name, number, [line], [name]
                continue
            elif name in ("VTODO", "VJOURNAL", "VFREEBUSY"):
                others += 1
        if kind:
            if opened and name == kind:  # one that never ended
                _put(kind, begun, held, events, zones, whole=False)
                begun, held, stack = number, [line], [name]
                continue
            held.append(line)
            if opened:
                stack.append(name)
            elif closed and name in stack:
                while stack.pop() != name:
                    pass
            ended = closed and name == "VCALENDAR"
            if not stack or ended:
                _put(kind, begun, held[: -1 if ended else None], events, zones, whole=not ended)
                kind, held, stack = "", [], []
        elif found := _HEAD.match(line):
            head[found[1].upper()] = found[2].split(":")[-1].strip()
    if kind:
        _put(kind, begun, held, events, zones, whole=False)
    return RawCalendar(
        begins,
        tuple(events),
        tuple(zones),
        head.get("METHOD", "").upper(),
        head.get("X-WR-TIMEZONE", ""),
        others,
    )


def _put(
    kind: str, begun: int, held: list[str], events: list[RawEvent], zones: list[str], *, whole: bool
) -> None:
    text = "\n".join(held if whole else [*held, f"END:{kind}"])
    if kind == "VEVENT":
        events.append(RawEvent(begun, text, whole))
    else:
        zones.append(text)
