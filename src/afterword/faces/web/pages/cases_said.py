"""What came of a deed done to several cases: how many changed, which did not, and why."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afterword.casebook.several import NAMED, Deed, Why

#: Why a case was passed over, behind its name.
WHY = {
    Why.SO_ALREADY: gettext_lazy("it stands so already"),
    Why.OVER: gettext_lazy("it has ended, and keeps its own ending"),
    Why.SEALED: gettext_lazy("a letter lies there that you have not opened"),
    Why.NEVER: gettext_lazy("you said it is not to be brought up again"),
    Why.DUE: gettext_lazy("it is for today"),
}


def said(what: str, deed: Deed, sooner: Collection[UUID] = ()) -> str:
    """What was done to how many, then those that were passed over by name.

    `sooner` are cases that have a day, and rest only until tomorrow.
    """
    n = len(deed.done)
    if what == "rest":
        says = ngettext("%(n)d case rests for a week.", "%(n)d cases rest for a week.", n)
    elif what == "not_mine":
        says = ngettext("%(n)d is listed no longer.", "%(n)d are listed no longer.", n)
    else:
        says = ngettext("%(n)d case is closed.", "%(n)d cases are closed.", n)
    said_ = [says % {"n": n} if n else _("Nothing was changed.")]
    early = sum(case.pk in sooner for case in deed.done)
    if early:
        back = ngettext(
            "%(n)d of them has a day, and is back tomorrow.",
            "%(n)d of them have a day, and are back tomorrow.",
            early,
        )
        said_.append(back % {"n": early})
    return " ".join((*said_, *_passed(deed)))


def _passed(deed: Deed) -> list[str]:
    """A sentence for each reason."""
    found = []
    for why, words in WHY.items():
        cases = [str(case) for case, because in deed.passed if because is why]
        if not cases:
            continue
        names = "; ".join(cases[:NAMED])
        more = len(cases) - NAMED
        if more > 0:
            names += "; " + ngettext("%(n)d more", "%(n)d more", more) % {"n": more}
        found.append(_("Passed over: %(cases)s (%(why)s).") % {"cases": names, "why": words})
    return found
