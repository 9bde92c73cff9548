"""Legs and fates as one would say them, and the flow as a table for those who read one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LEG = {
    "applied": gettext_lazy("Applied or approached"),
    "talks": gettext_lazy("First talks and tests"),
    "late": gettext_lazy("Late rounds"),
    "offer": gettext_lazy("An offer"),
}
FATE = {
    "live": gettext_lazy("open"),
    "offer": gettext_lazy("on the table"),
    "yes": gettext_lazy("you said yes"),
    "paused": gettext_lazy("paused by them"),
    "silent": gettext_lazy("silent for long"),
    "no": gettext_lazy("a no"),
    "you": gettext_lazy("ended by you"),
}
#: The columns of the table: which fates each of them counts.
_COLUMNS = (("live", "offer"), ("paused", "silent"), ("no",), ("you", "yes"))


def fate(leg: str, word: str) -> str:
    """What became of them here; an offer that ended in a no was taken back."""
    if leg == "offer" and word == "no":
        return _("taken back")
    return str(FATE[word])


def heads() -> tuple[str, ...]:
    return (
        _("Stage"),
        _("Came"),
        _("Went on"),
        _("Open"),
        _("Paused or silent"),
        _("A no"),
        _("Your word"),
    )


def table(flow: Iterable[Any]) -> tuple[tuple[str, ...], ...]:
    """One row a leg, in the order of `heads`."""
    return tuple(
        (
            str(LEG[reach.leg]),
            str(reach.came),
            str(reach.on),
            *(str(sum(reach.fates.get(fate, 0) for fate in fates)) for fates in _COLUMNS),
        )
        for reach in flow
    )
