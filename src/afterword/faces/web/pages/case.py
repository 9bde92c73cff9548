"""A case: what happened, what they said, what to do and why, who decides."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act, Crumb, Said, Tag


@dataclass(frozen=True, slots=True)
class RibbonItem:
    """One dated thing. `dot` is no, signal, you, good, sealed or empty; `why` is the rule read by."""

    id: str
    when: str
    title: str
    url: str = ""
    quote: str = ""
    note: str = ""
    dot: str = ""
    sealed: bool = False
    why: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """What they said, worded as we know it, with whether a story of yours answers it."""

    id: str
    said: Said
    quotation: bool
    source: str
    answered: str = ""
    answered_url: str = ""
    unanswered: bool = False
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason as it counted, drawn from the middle: `x` and `width` in a strip 120 wide."""

    says: str
    words: str
    x: float = 0.0
    width: float = 0.0
    side: str = ""
    quote: str = ""
    said: Said | None = None

    @property
    def unknown(self) -> bool:
        return not self.side


@dataclass(frozen=True, slots=True)
class AskOne:
    """The one question that would change the advice, with the answers to click."""

    who: str
    text: str
    acts: tuple[Act, ...] = ()
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The decision: the advice, three reasons each way, what is unknown, and how to say otherwise."""

    case: str
    title: str
    why: str
    bars: tuple[Bar, ...] = ()
    unknown: tuple[Bar, ...] = ()
    ask: AskOne | None = None
    changes: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    next: str = ""
    next_acts: tuple[Act, ...] = ()
    pause: str = ""
    overruled: str = ""
    bands: tuple[tuple[str, str, bool], ...] = ()
    overrule_url: str = ""
    back: Act | None = None
    checks: tuple[AskOne, ...] = ()


@dataclass(frozen=True, slots=True)
class SeatRow:
    name: str
    url: str
    part: str
    note: str = ""
    stance: Tag | None = None


@dataclass(frozen=True, slots=True)
class LetterLine:
    title: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    title: str
    lead: str
    crumbs: tuple[Crumb, ...] = ()
    tags: tuple[Tag, ...] = ()
    events: tuple[RibbonItem, ...] = ()
    older: tuple[RibbonItem, ...] = ()
    remarks: tuple[RemarkRow, ...] = ()
    panel: Panel | None = None
    seats: tuple[SeatRow, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    write: tuple[Act, ...] = ()
    add: tuple[Act, ...] = ()
    mend: tuple[Act, ...] = ()
    resting: str = ""
    wake: Act | None = None
    sealed: Act | None = None
    sealed_says: str = ""
    printed: str = ""
