"""A country as a person types it, as the two letters that everything else counts by."""

from __future__ import annotations

from afterword.counsel.watching.countries import COUNTRIES

#: Letters that people use and the list does not.
_ALSO = {"UK": "GB", "EL": "GR"}


def code_of(typed: str) -> str:
    """ "United Kingdom", "uk" and "GB" are GB; "" where no country is called so."""
    said = " ".join(typed.split()).strip(" .,;")
    code = _ALSO.get(said.upper(), said.upper())
    return code if code in COUNTRIES.values() else COUNTRIES.get(said.casefold(), "")


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
