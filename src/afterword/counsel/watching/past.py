"""An old no as the watch needs it: which seat, when it ended, and how it stands since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from afterword.counsel.standing.happened import so_far, verdict_of
from afterword.counsel.watching.craft import Craft, craft_of
from afterword.counsel.watching.kinship import Terms, terms
from afterword.counsel.watching.named import number_in
from afterword.counsel.watching.sketch import Sketch, sketch, tongue
from afterword.terms import CaseFile, Happening, Outcome, Posting, Standing, State

#: Endings after which the seat may be of interest again; who withdrew or was hired is left alone.
WATCHED = frozenset(
    {
        Outcome.REJECTED,
        Outcome.POSITION_FILLED,
        Outcome.CANCELLED,
        Outcome.NO_RESPONSE,
        Outcome.EXPIRED,
        Outcome.OFFER_DECLINED,
        Outcome.OFFER_RESCINDED,
    }
)


@dataclass(frozen=True, slots=True)
class Past:
    """A case that ended or was frozen. `words` and `places` are of its advert, where that was kept.

    `may_work_in` holds the countries the user may work in (two letters, or EU); empty: nobody said.
    `sense` is what the lost seat was by meaning, "" where nobody asked; `text` its advert as kept.
    `terms` are the words of that advert, or of the board's own; `guessed` is how surely its
    department was found by what lies nearest (`lost_side`), 0 where somebody noted it. `told` is what
    they wrote and said in the case, of themselves: it may name the side ("hiring there is paused").
    """

    case: str
    company: str
    role: str
    opened: datetime
    ended: datetime
    frozen: bool = False
    words: Sketch = ()
    places: tuple[str, ...] = ()
    requisition: str = ""
    tongue: str = ""
    department: str = ""
    country: str = ""
    cancelled: bool = False
    may_work_in: frozenset[str] = frozenset()
    sense: str = ""
    text: str = ""
    guessed: float = 0.0
    terms: Terms = ()
    told: tuple[str, ...] = ()

    @property
    def craft(self) -> Craft:
        return craft_of(self.role, self.places)


def past_of(
    file: CaseFile,
    standing: Standing,
    now: datetime,
    advert: Posting | None = None,
    may_work_in: frozenset[str] = frozenset(),
) -> Past | None:
    """The case as the watch needs it, or None while it runs or where nothing more is wanted."""
    happened = so_far(file, now)
    frozen = standing.state is State.ON_HOLD
    over = standing.state is State.CLOSED and standing.outcome in WATCHED
    if not happened or not (frozen or over or standing.state is State.SOFT_CLOSED):
        return None
    verdict = verdict_of(happened)
    return Past(
        file.id,
        file.company,
        file.role or (advert.title if advert else ""),
        happened[0].at,
        verdict.at if verdict is not None else happened[-1].at,
        frozen,
        sketch(advert.text) if advert else (),
        advert.places if advert else (),
        (advert.requisition or number_in(advert.text)) if advert else "",
        tongue(advert.text) if advert else "",
        advert.department if advert else "",
        file.country,
        standing.outcome is Outcome.CANCELLED,
        may_work_in,
        text=advert.text if advert else "",
        terms=terms(advert.text) if advert else (),
        told=_told(file, happened),
    )


def _told(file: CaseFile, happened: Iterable[Happening]) -> tuple[str, ...]:
    """What they wrote and said in the case, as it was kept: the words of a no, and of talks."""
    words = [reason.quote for one in happened for reason in one.reasons]
    words += [remark.quote for remark in file.remarks]
    return tuple(dict.fromkeys(filter(None, words)))
