"""The sentences of Today that count: what is worth doing, what is left, what lies closed, what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.desk.day import page
from afterword.faces.web.pages.parts import Empty

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


def closed(n: int) -> str:
    """How many letters lie closed beyond those on top; they are not pressed on anybody."""
    said = ngettext(
        "%(n)d more letter lies closed. It keeps; open it when you like.",
        "%(n)d more letters lie closed. They keep; open them when you like.",
        n,
    )
    return said % {"n": n} if n > 0 else ""


def read_on(n: int, beyond: int) -> str:
    if n <= 0:
        return ""
    if not beyond:
        return ngettext("%(n)d more", "%(n)d more", n) % {"n": n}
    return _("%(n)d more of %(all)d; the rest is in the cases") % {"n": n, "all": n + beyond}


def lead(found: page.Morning) -> str:
    n = sum(1 for one in found.cards if not one.sealed)
    if n:
        said = {
            1: _("One thing is left for today.")
            if found.had
            else _("One thing is worth doing today."),
            2: _("Two things are left for today.")
            if found.had
            else _("Two things are worth doing today."),
            3: _("Three things are worth doing today, no more."),
        }[min(n, 3)]
        # Each card beside them is a closed letter, and is said, so that the number is that of the cards.
        beside = len(found.cards) - n
        closed = ngettext(
            "A closed letter lies there too.",
            "%(n)d closed letters lie there too.",
            beside,
        )
        return f"{said} {closed % {'n': beside}}" if beside else said
    shut = sum(1 for one in (*found.cards, *found.later) if one.sealed) + len(found.envelopes)
    if not shut:
        return ""
    if found.questions:
        # Closed letters and questions may wait; but they are there, so "nothing else" would be untrue.
        if shut == 1:
            return _("A letter came. Open it when you like.")
        return _("%(n)d letters came. Open them when you like.") % {"n": shut}
    if shut == 1:
        return _("A letter came. Open it when you like; nothing else needs you today.")
    said = _("%(n)d letters came. Open them when you like; nothing else needs you today.")
    return said % {"n": shut}


def empty(found: page.Morning, visit: Visit) -> Empty:
    dated = [one for one in found.waiting if one.until is not None]
    then = _("Nobody owes you a word with a date. Rest, or look for the next one.")
    if dated:
        then = _(
            "The next word is due from %(who)s on %(day)s. Until then it is theirs to move."
        ) % {
            "who": dated[0].company,
            "day": visit.clock.day(dated[0].until),
        }
    if found.had:
        return Empty(_("That is all for today."), then)
    return Empty(_("Nothing to do today. That is a good answer."), then)


def asks(found: page.Morning) -> str:
    n = len(found.questions)
    said = ngettext(
        "There is %(n)d thing only you know.", "There are %(n)d things only you know.", n
    )
    return said % {"n": n} if n else ""
