"""A country as a person types it, as the two letters that everything else counts by."""

from __future__ import annotations

from afterword.counsel.watching.countries import COUNTRIES

#: The list has their states as well; a state is no country, and its own law may count (CA-ON).
_WITH_STATES = frozenset({"US", "CA", "AU"})
_WHOLE = frozenset(
    [
        "usa",
        "us",
        "u.s.",
        "united states",
        "united states of america",
        "vereinigte staaten",
        "états-unis",
        "stati uniti",
        "estados unidos",
        "verenigde staten",
        "förenta staterna",
        "stany zjednoczone",
        "canada",
        "kanada",
        "australia",
        "australien",
        "australie",
        "australië",
    ]
)
#: Letters that people use and the list does not; and a country that boards print as a state's name.
_ALSO = {"UK": "GB", "EL": "GR", "GEORGIA": "GE", "JORDAN": "JO"}


def code_of(typed: str) -> str:
    """ "United Kingdom", "uk" and "GB" are GB; "" where no country is called so."""
    said = " ".join(typed.split()).strip(" .,;")
    code = _ALSO.get(said.upper(), said.upper())
    if code in COUNTRIES.values():
        return code
    found = COUNTRIES.get(said.casefold(), "")
    return "" if found in _WITH_STATES and said.casefold() not in _WHOLE else found


def codes_of(typed: str) -> list[str]:
    """Several, by commas or by spaces: two letters each, names, or EU for all of it; each once.

    Raises ValueError with the one that is none.
    """
    found: list[str] = []
    for part in typed.replace(";", ",").split(","):
        whole = code_of(part)
        for word in [part] if whole else part.split():
            code = "EU" if word.strip().upper() == "EU" else code_of(word)
            if not code:
                raise ValueError(word)
            found.append(code)
    return list(dict.fromkeys(found))
