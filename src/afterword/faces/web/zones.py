"""The time zones a person can live in: places only, by region, the present one first."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: What stands before the stroke in the name of a place. The rest of that list ("Factory",
#: "localtime", "Etc/GMT+5", "US/Eastern") are old names, offsets and files of a system.
REGIONS: dict[str, str | Promise] = {
    "Africa": _("Africa"),
    "America": _("America"),
    "Antarctica": _("Antarctica"),
    "Arctic": _("Arctic"),
    "Asia": _("Asia"),
    "Atlantic": _("Atlantic"),
    "Australia": _("Australia"),
    "Europe": _("Europe"),
    "Indian": _("Indian Ocean"),
    "Pacific": _("Pacific"),
}
Group = tuple[str | Promise, list[tuple[str, str]]]


def choices(present: str) -> list[Group]:
    """The zones as groups of (name, words), the one in force in front of them all."""
    now = present or "UTC"
    first: Group = (_("In force now"), [(now, _said(now))])
    rest = [(name, [one for one in rows if one[0] != now]) for name, rows in _by_region()]
    nowhere = [] if now == "UTC" else [(_("No place"), [("UTC", "UTC")])]
    return [first, *rest, *nowhere]


def found(said: str) -> str:
    """The zone a person means: by its name, its place or its city; "" where it is none or several."""
    wanted = " ".join(said.split()).casefold()
    if said in available_timezones():
        return said
    rows = [(name, words) for _region, group in _by_region() for name, words in group]
    for same in (
        lambda name, words: wanted in (name.casefold(), words.casefold(), _said(name).casefold()),
        lambda name, words: words.casefold().startswith(wanted),
    ):
        names = [name for name, words in rows if wanted and same(name, words)]
        if len(names) == 1:
            return names[0]
    return ""


@cache
def _by_region() -> list[Group]:
    places = sorted(name for name in available_timezones() if _region(name) in REGIONS)
    return [
        (REGIONS[region], sorted(((one, _place(one)) for one in names), key=lambda row: row[1]))
        for region, names in groupby(places, key=_region)
    ]


def _region(name: str) -> str:
    return name.partition("/")[0] if "/" in name else ""


def _place(name: str) -> str:
    """America/Argentina/Buenos_Aires is "Buenos Aires, Argentina"."""
    return ", ".join(reversed(name.replace("_", " ").split("/")[1:]))


def _said(name: str) -> str:
    region = _region(name)
    return f"{_place(name)} ({REGIONS[region]})" if region in REGIONS else name.replace("_", " ")
