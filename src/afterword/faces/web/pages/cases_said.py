"""What came of a deed done to several cases: how many changed, which did not, and why."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afterword.casebook.several import NAMED, Deed, Why

#: Why a case was passed over, behind its name.
WHY = {
    Why.SO_ALREADY: gettext_lazy("it stands so already"),
    Why.OVER: gettext_lazy("it has ended, and keeps its own ending"),
    Why.SEALED: gettext_lazy("a letter lies there that you have not opened"),
    Why.NEVER: gettext_lazy("you said it is not to be brought up again"),
}


def said(what: str, deed: Deed) -> str:
    """What was done to how many, then those that were passed over by name."""
    n = len(deed.done)
    if what == "rest":
        says = ngettext("%(n)d case rests for a week.", "%(n)d cases rest for a week.", n)
    elif what == "not_mine":
        says = ngettext("%(n)d is listed no longer.", "%(n)d are listed no longer.", n)
    else:
        says = ngettext("%(n)d case is closed.", "%(n)d cases are closed.", n)
    return " ".join((says % {"n": n} if n else _("Nothing was changed."), *_passed(deed)))


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
