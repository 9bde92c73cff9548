"""The raw shape: which column of somebody's own table is what. A guess, by heading first, then by cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from afterword.intake.tables import Table, folded
from afterword.intake.trackers.days import is_day

#: What a column may be taken for, and how headings say so. Earlier lines win; within one, earlier words.
HEADINGS: tuple[tuple[str, str], ...] = (
    ("steps", r"(?:stage|status) history|history|verlauf"),
    ("company", r"company(?: name)?|employer|organi[sz]ation|firm|firma|unternehmen|arbeitgeber|entreprise|société|empresa|azienda|bedrijf|werkgever"),
    ("role", r"(?:job|role|position)(?: ?title| ?name)?|title|position|role|stelle|stellenbezeichnung|jobtitel|poste|puesto|cargo|posizione|ruolo|functie|vacature|subject"),
    ("status", r"(?:application |current )?status|stage|result|outcome|state|phase|ergebnis|stand|statut|étape|résultat|estado|stato|esito|fase|progress|response"),
    ("on", r"(?:date )?applied(?: ?(?:date|on))?|date ?applied|applied ?date|application date|date of application|date submitted|submitted(?: on)?|bewerbungsdatum|beworben(?: am)?|datum|date de candidature|fecha(?: de (?:solicitud|postulación))?|data(?: candidatura)?|sollicitatiedatum|date"),
    ("decided", r"(?:decision|rejection|response|outcome|rejected|closed?|end) ?(?:date|on)|date (?:rejected|of (?:decision|response|rejection))|absage am|rückmeldung am"),
    ("posting", r"(?:application |job |posting )?(?:url|link)|job ?posting|posting|anzeige|lien|enlace|website"),
    ("place", r"location|place|city|ort|standort|lieu|ville|ubicación|lugar|sede|luogo|locatie|plaats"),
    ("applied", r"applied\?|applied|beworben\?"),
    ("note", r"notes?|comments?|remarks?|notizen?|bemerkung(?:en)?|kommentar|remarques?|notas?|comentarios|opmerkingen|description|job ?description"),
    ("saved_on", r"(?:date ?)?(?:added|saved|created)(?: ?(?:at|on|date))?|createdat"),
)  # fmt: skip
_HEADINGS = tuple((means, re.compile(rf"^(?:{words})$")) for means, words in HEADINGS)
MEANINGS = (
    "company",
    "role",
    "on",
    "status",
    "decided",
    "posting",
    "place",
    "note",
    "steps",
    "applied",
    "saved_on",
)
_YES_NO = frozenset(
    {"yes", "no", "true", "false", "y", "n", "ja", "nein", "oui", "non", "sí", "si", "1", "0", ""}
)
_SAMPLE = 200


def guess(table: Table) -> dict[str, str]:
    """What each column is taken for, by its heading in lower case; each meaning once."""
    taken: dict[str, str] = {}
    for means, words in _HEADINGS:
        if means in taken.values():
            continue
        fitting = [
            name
            for name in map(folded, table.headings)
            if name not in taken and words.match(_split(name)) and _fits(table, name, means)
        ]
        if fitting:
            taken[_best(fitting, means)] = means
    if "company" not in taken.values():
        # Some trackers name an application by one word: the firm's, mostly.
        name = next((n for n in ("name", "application") if n in table.names and n not in taken), "")
        if name:
            taken[name] = "company"
    if "on" not in taken.values():
        left = [n for n in map(folded, table.headings) if n not in taken]
        dated = [n for n in left if _share(table, n, is_day) > 0.8]
        if len(dated) == 1:
            taken[dated[0]] = "on"
    return taken


def checked(table: Table, columns: Mapping[str, str]) -> dict[str, str]:
    """The user's own word for the columns; headings or meanings that do not exist are a `ValueError`."""
    found: dict[str, str] = {}
    for heading, means in columns.items():
        name = folded(heading)
        if name not in table.names:
            raise ValueError(f"there is no column “{heading}”")
        if means and means not in MEANINGS:
            raise ValueError(f"“{means}” is nothing a column can be: {', '.join(MEANINGS)}")
        if means and means in found.values():
            raise ValueError(f"two columns cannot both be “{means}”")
        if means:
            found[name] = means
    return found


def cells(table: Table, name: str, most: int = _SAMPLE) -> Sequence[str]:
    """The first cells of a column that hold something."""
    return [row[name] for row in table.rows if row[name]][:most]


def _split(name: str) -> str:
    """ "date_applied" and "date-applied" as words."""
    return " ".join(re.split(r"[\s_\-]+", name)).strip(" :*")


def _best(fitting: list[str], means: str) -> str:
    """Of several that fit, the one that says it most fully: “applied date” before “date”."""
    return max(
        fitting,
        key=lambda name: (
            "appl" in name if means == "on" else "desc" not in name,
            -fitting.index(name),
        ),
    )


def _fits(table: Table, name: str, means: str) -> bool:
    """Whether the cells can be that: a column “applied” of yes and no holds no days."""
    known = cells(table, name)
    if not known:
        return True
    if means in ("on", "decided", "saved_on"):
        return _share(table, name, is_day) >= 0.5
    if means == "applied":
        return all(one.casefold() in _YES_NO for one in known)
    if means == "posting":
        return any("/" in one or "." in one for one in known)
    return True


def _share(table: Table, name: str, test: object) -> float:
    assert callable(test)
    known = cells(table, name)
    return sum(map(test, known)) / len(known) if known else 0.0
