"""The time zones a person can live in: places only, by region, the present one first."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from afterword.faces.web import places

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
    """The zone a person means: by its name, place, city or country, with accents or without.

    A city may have its country behind it ("London, UK"); "" where it is none or several, for a
    beginning of a name is somebody else's town as well (Cambridge is no Cambridge Bay).
    """
    wanted = _folded(said)
    if wanted.endswith(")"):  # as the list words it, with the region in the page's language
        wanted = next((_folded(n) for n in _zones() if _folded(_said(n)) == wanted), wanted)
    city, comma, country = wanted.rpartition(", ")
    if comma and not _called(wanted) and _called(city) == _called(country):
        return _called(city)
    return _called(wanted)


def _called(wanted: str) -> str:
    """The zone of this very name, "" where there is none."""
    names = _names()
    if wanted in places.SHARED:
        return ""
    return next((names[by][wanted] for by in ("zone", "known", "old") if wanted in names[by]), "")


@cache
def _names() -> dict[str, dict[str, str]]:
    """What zones are called, folded: by themselves, by other names of the place, and by old names."""
    own: dict[str, set[str]] = {}
    for name in _zones():
        for called in (name, _place(name)):
            own.setdefault(_folded(called), set()).add(name)
    return {
        "zone": {called: zones.copy().pop() for called, zones in own.items() if len(zones) == 1},
        "known": {_folded(name): zone for name, zone in places.known()},
        "old": {_folded(name): name for name in sorted(available_timezones() - _FILES)},
    }


#: What a system keeps beside its zones.
_FILES = frozenset({"Factory", "localtime", "posixrules"})
#: Letters that fold to no other by taking a mark off them.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def _folded(said: str) -> str:
    """Small, without marks, one blank between words."""
    bare = unicodedata.normalize("NFKD", said.replace("_", " ").replace("’", "'").casefold())
    plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(plain.translate(_LETTERS).split())


@cache
def _zones() -> list[str]:
    """The zones that are places."""
    return sorted(name for name in available_timezones() if _region(name) in REGIONS)


@cache
def _by_region() -> list[Group]:
    return [
        (REGIONS[region], sorted(((one, _place(one)) for one in group), key=lambda row: row[1]))
        for region, group in groupby(_zones(), key=_region)
    ]


def _region(name: str) -> str:
    return name.partition("/")[0] if "/" in name else ""


def _place(name: str) -> str:
    """America/Argentina/Buenos_Aires is "Buenos Aires, Argentina"."""
    return ", ".join(reversed(name.replace("_", " ").split("/")[1:]))


def _said(name: str) -> str:
    region = _region(name)
    return f"{_place(name)} ({REGIONS[region]})" if region in REGIONS else name.replace("_", " ")
