"""Whose clock a written hour is of: the zone named beside it, else that of the mail's own date.

A name that two parts of the world share ("IST", "CST") is that of the sender's country, else
the one whose clock the mail's date shows; known by neither, it says nothing.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from afterword.reading.view import one_line, spaced

_LONDON, _DUBLIN, _LISBON = "Europe/London", "Europe/Dublin", "Europe/Lisbon"
_BERLIN, _PARIS, _MADRID = "Europe/Berlin", "Europe/Paris", "Europe/Madrid"
_NEW_YORK, _CHICAGO = "America/New_York", "America/Chicago"
_DENVER, _LOS_ANGELES = "America/Denver", "America/Los_Angeles"
_SYDNEY = "Australia/Sydney"

#: The hours ahead of UTC, and a place on whose wall the name is used all year round: who writes
#: "EST" in July and lives by that clock means the hour it shows.
_FIXED: dict[str, tuple[float, str]] = {
    "UTC": (0, ""), "GMT": (0, ""), "BST": (1, _LONDON),
    "WET": (0, _LISBON), "WEST": (1, _LISBON), "WEZ": (0, _LISBON), "WESZ": (1, _LISBON),
    "CET": (1, _BERLIN), "CEST": (2, _BERLIN), "MEZ": (1, _BERLIN), "MESZ": (2, _BERLIN),
    "HNEC": (1, _PARIS), "HAEC": (2, _PARIS),
    "EET": (2, "Europe/Helsinki"), "EEST": (3, "Europe/Helsinki"), "OEZ": (2, "Europe/Helsinki"),
    "MSK": (3, ""), "TRT": (3, ""), "SAST": (2, ""), "CAT": (2, ""), "WAT": (1, ""), "EAT": (3, ""),
    "PKT": (5, ""), "SGT": (8, ""), "HKT": (8, ""), "JST": (9, ""), "KST": (9, ""), "AWST": (8, ""),
    "AEST": (10, _SYDNEY), "AEDT": (11, _SYDNEY),
    "NZST": (12, "Pacific/Auckland"), "NZDT": (13, "Pacific/Auckland"),
    "EST": (-5, _NEW_YORK), "EDT": (-4, _NEW_YORK), "CDT": (-5, _CHICAGO),
    "MDT": (-6, _DENVER), "PDT": (-7, _LOS_ANGELES), "PST": (-8, _LOS_ANGELES),
    "MST": (-7, _DENVER), "BRT": (-3, ""),
}  # fmt: skip
#: Names of a clock on a wall, whatever the season.
_WALLS = {
    "ET": _NEW_YORK, "CT": _CHICAGO, "MT": _DENVER, "PT": _LOS_ANGELES,
    "AET": _SYDNEY, "NZT": "Pacific/Auckland",
}  # fmt: skip
#: Shared names: by country, the first of a name being told by the mail's own clock as well.
_SHARED: dict[str, tuple[tuple[str, str], ...]] = {
    "IST": (("IN", "Asia/Kolkata"), ("IE", _DUBLIN), ("IL", "Asia/Jerusalem")),
    "CST": (("US", _CHICAGO), ("CA", _CHICAGO), ("MX", "America/Mexico_City"),
            ("CN", "Asia/Shanghai"), ("TW", "Asia/Taipei"), ("CU", "America/Havana")),
    "AST": (("CA", "America/Halifax"), ("SA", "Asia/Riyadh"), ("KW", "Asia/Kuwait"),
            ("QA", "Asia/Qatar")),
    "GST": (("AE", "Asia/Dubai"), ("OM", "Asia/Muscat")),
    "BST": (("GB", _LONDON), ("BD", "Asia/Dhaka")),
    "PST": (("US", _LOS_ANGELES), ("PH", "Asia/Manila")),
    "MST": (("US", _DENVER), ("MY", "Asia/Kuala_Lumpur")),
    "EST": (("US", _NEW_YORK), ("AU", _SYDNEY)),
}  # fmt: skip
#: Places by whose clock an hour is given, in the words of our languages; lower case.
_PLACES: dict[str, str] = {
    **dict.fromkeys(("uk", "u.k.", "london", "british", "britain", "londres", "londoner", "londra",
                     "britischer", "britische", "greenwich summer"), _LONDON),
    **dict.fromkeys(("irish", "dublin", "ireland", "irischer"), _DUBLIN),
    **dict.fromkeys(("lisbon", "lisboa", "portuguese", "portugal", "lisbonne"), _LISBON),
    **dict.fromkeys(("german", "berlin", "berliner", "deutscher", "deutsche", "munich", "frankfurt",
                     "hamburg", "mitteleuropäischer", "mitteleuropäische", "central european",
                     "middle european", "european"), _BERLIN),
    **dict.fromkeys(("paris", "pariser", "french", "france", "française", "parigi"), _PARIS),
    **dict.fromkeys(("madrid", "spanish", "spain", "peninsular", "española", "barcelona",
                     "madrider", "espanhola"), _MADRID),
    **dict.fromkeys(("amsterdam", "dutch", "nederlandse", "amsterdamse"), "Europe/Amsterdam"),
    **dict.fromkeys(("brussels", "bruxelles", "belgian", "belge", "belgische"), "Europe/Brussels"),
    **dict.fromkeys(("rome", "roma", "milan", "milano", "italian", "italiana"), "Europe/Rome"),
    **dict.fromkeys(("zurich", "zürich", "swiss", "schweizer", "suisse", "genève", "geneva",
                     "zürcher"), "Europe/Zurich"),
    **dict.fromkeys(("vienna", "wien", "wiener", "austrian", "österreichischer"), "Europe/Vienna"),
    **dict.fromkeys(("stockholm", "swedish"), "Europe/Stockholm"),
    **dict.fromkeys(("copenhagen", "danish"), "Europe/Copenhagen"),
    **dict.fromkeys(("oslo", "norwegian"), "Europe/Oslo"),
    **dict.fromkeys(("helsinki", "finnish", "eastern european"), "Europe/Helsinki"),
    **dict.fromkeys(("warsaw", "polish"), "Europe/Warsaw"),
    **dict.fromkeys(("new york", "nueva york", "eastern", "us eastern", "boston", "toronto",
                     "east coast", "new yorker"), _NEW_YORK),
    **dict.fromkeys(("central", "us central", "chicago"), _CHICAGO),
    **dict.fromkeys(("mountain", "us mountain", "denver"), _DENVER),
    **dict.fromkeys(("pacific", "us pacific", "san francisco", "los angeles", "california",
                     "seattle", "west coast"), _LOS_ANGELES),
    **dict.fromkeys(("brasília", "brasilia", "são paulo", "brazilian"), "America/Sao_Paulo"),
    **dict.fromkeys(("indian", "india", "delhi", "mumbai"), "Asia/Kolkata"),
    **dict.fromkeys(("dubai", "gulf"), "Asia/Dubai"),
    "singapore": "Asia/Singapore",
    "hong kong": "Asia/Hong_Kong",
    **dict.fromkeys(("tokyo", "japan", "japanese"), "Asia/Tokyo"),
    **dict.fromkeys(("sydney", "melbourne"), _SYDNEY),
}  # fmt: skip
_CODE = "|".join(sorted({*_FIXED, *_WALLS, *_SHARED}, key=len, reverse=True))
_PLACE = "|".join(re.escape(name) for name in sorted(_PLACES, key=len, reverse=True))
_NAMED = spaced(
    rf"(?P<code>\b(?:{_CODE}))\b(?:(?P<sign>[+\u2212-])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?\b)?"
    rf"|(?i:\b(?P<before>{_PLACE}) (?:(?:standard|daylight|summer|local) )?(?:time|zeit|sommerzeit|tijd)\b)"
    rf"|(?i:\b(?:heure|hora|horário|ora|ortszeit)(?: locale| local)?(?: de | di | d'| in | )(?P<behind>{_PLACE})(?!\w))"
)
_ZONE = re.compile(_NAMED)
#: The zone right behind the hour: "14:00 GMT", "14 Uhr (MEZ)", "à 14h, heure de Paris".
_BESIDE = re.compile(
    spaced(rf"[ ,(\[]{{0,3}}(?:(?:uhr|hrs?|hours|h|uur|o'clock)\b[ ,(\[]{{0,3}})?(?:{_NAMED})")
)
#: Said once of all hours of a mail.
_ALL = re.compile(
    spaced(
        r"(?i:\b(?:all times?|alle (?:zeiten|uhrzeiten|tijden)|toutes les heures|todas las horas)) [^.\n]{0,40}"
    )
)


def beside(seen: str, at: int) -> re.Match[str] | None:
    """The zone written right behind an hour that ends at `at`."""
    return _BESIDE.match(seen, at)


def only(seen: str) -> re.Match[str] | None:
    """The zone a sentence names, when it names one alone."""
    found = list(_ZONE.finditer(seen))
    return found[0] if found and len({m.group() for m in found}) == 1 else None


def of_all(seen: str) -> re.Match[str] | None:
    """The zone a mail gives for all its hours ("All times are in CET")."""
    said = _ALL.search(seen)
    return _ZONE.search(seen, said.start(), said.end()) if said else None


def placed(when: datetime, found: re.Match[str], country: str) -> datetime | None:
    """The hour on the clock that was named; `when` bears the mail's own zone. None: not known whose."""
    told = found["before"] or found["behind"]
    if told:
        return when.replace(tzinfo=ZoneInfo(_PLACES[one_line(told.lower())]))
    code = found["code"]
    if found["sign"] and int(found["hours"]) <= 14:  # else the end of a span: "14:00 GMT-15:00"
        ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return when.replace(tzinfo=timezone(ahead if found["sign"] == "+" else -ahead))
    shared = _shared(code, when, country)
    if shared is not None:
        return when.replace(tzinfo=shared)
    if code in _WALLS:
        return when.replace(tzinfo=ZoneInfo(_WALLS[code]))
    if code not in _FIXED:
        return None
    hours, wall = _FIXED[code]
    on_the_wall = when.replace(tzinfo=ZoneInfo(wall)) if wall else None
    if on_the_wall is not None and on_the_wall.utcoffset() == when.utcoffset() != timedelta(0):
        return on_the_wall
    return when.replace(tzinfo=timezone(timedelta(hours=hours)))


def _shared(code: str, when: datetime, country: str) -> tzinfo | None:
    """The zone of a name several share: the sender's country's, else the one the mail's clock shows."""
    zones = _SHARED.get(code, ())
    home = country.upper().partition("-")[0]
    for place, zone in zones:
        if place == home and not (code in _FIXED and zone == _FIXED[code][1]):
            return ZoneInfo(zone)
    if code in _FIXED:
        return None
    for _, zone in zones:
        if when.replace(tzinfo=ZoneInfo(zone)).utcoffset() == when.utcoffset():
            return ZoneInfo(zone)
    return None
