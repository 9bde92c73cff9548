"""Sheets of paper and the windows of their envelopes: lengths in millimetres from the top left.

DIN 5008 forms A and B: the address field is 85 x 45 mm, 20 mm from the left; its text begins at
25 mm. The upper 17.7 mm are for the return address and notes, the lower 27.3 mm for six lines.
US letter for a No. 10 window envelope (4 1/8 x 9 1/2 in; window 1 1/8 x 4 1/2 in, 7/8 in from the
left, 1/2 in from the bottom): the sheet can slide in it, so the address stands where the window
shows it at either end of the way, 1/8 in clear. The first fold at 3 7/8 in is the tallest that
goes in, and leaves the least room to slide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the sheet: left and top edge, width and height, in mm."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form of letter. `address` is where its lines stand, `window` what the envelope shows of it.

    `most` lines fit, each of `line` mm. `note` is the line of the return address, None without.
    """

    key: str
    says: str
    paper: str
    width: float
    height: float
    left: float
    right: float
    window: Box
    address: Box
    most: int
    line: float
    note: Box | None
    head: Box
    body: float
    folds: tuple[float, ...]
    hole: float | None = None


def _din(key: str, says: str, top: float, folds: tuple[float, float]) -> Sheet:
    return Sheet(
        key=key, says=says, paper="a4", width=210, height=297, left=25, right=20,
        window=Box(20, top, 85, 45), address=Box(25, top + 17.7, 75, 27.3), most=6, line=4.5,
        note=Box(25, top + 12.7, 75, 5), head=Box(125, top + 5, 65, 40), body=top + 53.46,
        folds=folds, hole=148.5,
    )  # fmt: skip


DIN_B = _din("din_b", "A4, DIN 5008 form B", 45, (105, 210))
DIN_A = _din("din_a", "A4, DIN 5008 form A", 27, (87, 192))
_TOP = 3.875 * _INCH
US = Sheet(
    key="us", says="US letter, No. 10 window", paper="us-letter",
    width=8.5 * _INCH, height=11 * _INCH, left=_INCH, right=_INCH,
    # What is seen wherever the sheet has slid to: the window at both ends of the way, together.
    window=Box(0.875 * _INCH, 2.5 * _INCH, 3.5 * _INCH, 0.875 * _INCH),
    address=Box(_INCH, 2.625 * _INCH, 3.25 * _INCH, 0.625 * _INCH), most=4, line=0.15625 * _INCH,
    note=None, head=Box(_INCH, 0.75 * _INCH, 6.5 * _INCH, 1.4 * _INCH), body=3.75 * _INCH,
    folds=(_TOP, _TOP + (11 * _INCH - _TOP) / 2),
)  # fmt: skip

SHEETS: Mapping[str, Sheet] = MappingProxyType({one.key: one for one in (DIN_B, DIN_A, US)})

#: Where paper is Letter and not A4: what the printer holds, whoever the letter goes to.
_LETTER_PAPER = frozenset(
    ["US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PR", "DO", "SV", "NI", "PA"]
)


def sheet_for(country: str, wish: str = "") -> Sheet:
    """The sheet a user writes on: the one they chose, else the one usual where they live."""
    if wish in SHEETS:
        return SHEETS[wish]
    return US if country.upper().partition("-")[0] in _LETTER_PAPER else DIN_B
