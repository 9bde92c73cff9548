"""What follows when the user sees a case otherwise: the step and the letter of the way they chose.

The advice beside it is that of the program; under a title of the user's own it would argue with them.
What is refused to anybody (G1, G2, G6) is refused here too, by the desk, when the letter is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from afterword.casebook import models as record
from afterword.faces.web.pages.parts import Act
from afterword.terms import Band, LetterKind, Outcome

#: The seat is gone: what is argued now is argued once, on one new fact (P14).
_OVER = frozenset({Outcome.REJECTED, Outcome.POSITION_FILLED, Outcome.CANCELLED})
STEPS: Mapping[Band, str] = {
    Band.FIGHT: gettext_noop(
        "Say that you respect the decision, name the one reason they gave, and bring one fact they did "
        "not have; ask for ten minutes. Once: no answer in five business days, or any no, and it rests."
    ),
    Band.ASK_FIRST: gettext_noop(
        "Thank them and ask the one question. Do not argue with the answer."
    ),
    Band.KEEP_WARM: gettext_noop(
        "A short word now and then, with something of use to them and no ask."
    ),
    Band.LIGHT_TOUCH: gettext_noop("Two gracious lines, and then let it be."),
    Band.MOVE_ON: gettext_noop("Two lines of thanks if you like, and the next target."),
    Band.WAIT: gettext_noop("Nothing now. The case comes back by itself when something moves."),
}
_OPEN_FIGHT = gettext_noop(
    "One letter that answers what they doubt with what you can prove, and one small step at its end."
)
_LETTERS: Mapping[Band, LetterKind] = {
    Band.FIGHT: LetterKind.REOPEN_LETTER,
    Band.ASK_FIRST: LetterKind.ADVICE_REQUEST,
    Band.KEEP_WARM: LetterKind.KEEP_IN_TOUCH,
    Band.LIGHT_TOUCH: LetterKind.GRACE_NOTE,
    Band.MOVE_ON: LetterKind.GRACE_NOTE,
}


@dataclass(frozen=True, slots=True)
class Way:
    """The words and the button for the way the user chose."""

    why: str
    next: str
    acts: tuple[Act, ...] = ()


def way(
    case: record.Case, band: str, whom: tuple[tuple[str, str], ...], quiet: tuple[Act, ...] = ()
) -> Way:
    """The step of that way; `whom` says whom the letter is for, `quiet` the ways to let it be."""
    chosen = Band(band)
    over = case.standing.seen_outcome in _OVER
    kind = _LETTERS.get(chosen)
    step = STEPS[chosen]
    if not over and kind is not None:
        # While they are still deciding there is nothing to reopen and nobody to be gracious to.
        kind = LetterKind.INFLUENCE_LETTER if chosen is Band.FIGHT else None
        step = _OPEN_FIGHT if chosen is Band.FIGHT else step
    if chosen is Band.FIGHT and kind is not None and _sent(case, kind):
        return Way(
            _("You chose this, and your one letter has gone."), _("The next word is theirs."), quiet
        )
    acts = () if kind is None else (_act(case, kind, whom),)
    return Way(_("You see it this way, and you know them."), _(step), (*acts, *quiet))


def _sent(case: record.Case, kind: LetterKind) -> bool:
    rows = case.letters.filter(kind=kind, discard__isnull=True)
    return rows.filter(sending__isnull=False).exists()


def _act(case: record.Case, kind: LetterKind, whom: tuple[tuple[str, str], ...]) -> Act:
    lying = case.letters.open().filter(kind=kind).first()
    if lying is not None:
        return Act(_("Open the letter"), reverse("web:letter", args=[lying.pk]), "primary")
    url = reverse("web:letter-draft", args=[case.pk])
    return Act(_("Draft the letter"), url, "primary", True, (("kind", str(kind)), *whom))
