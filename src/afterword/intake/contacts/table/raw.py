"""The raw shape: by which headings an address book tells a thing. By name, never by position."""

from __future__ import annotations

import re

#: Our word, then the headings that tell it: Google of before and after 2024, Outlook in five languages.
HEADINGS: dict[str, tuple[str, ...]] = {
    "whole": ("name", "file as", "display name", "anzeigename", "full name"),
    "first": ("first name", "given name", "vorname", "prénom", "nombre", "nome", "voornaam"),
    "middle": ("middle name", "additional name", "weitere vornamen", "deuxième prénom"),
    "last": ("last name", "family name", "surname", "nachname", "nom", "apellido", "apellidos", "cognome", "achternaam"),
    "company": (
        "organization name", "organization 1 - name", "company", "company name", "firma", "société",
        "organización", "empresa", "società", "bedrijf",
    ),
    "title": (
        "organization title", "organization 1 - title", "job title", "position", "titre", "fonction",
        "puesto", "cargo", "posizione", "functie",
    ),
    "note": ("notes", "notizen", "notas", "note", "notities"),
}  # fmt: skip
EMAIL = re.compile(
    r"^(?:e-?mail(?:[ -]?(?:\d+ )?(?:address|adresse)?)?(?: \d)?(?: - value)?|e-mail-?\d*-?adresse|e-mail \d address|"
    r"adresse (?:de messagerie|e-mail)|dirección de correo(?: electrónico)?|indirizzo (?:di posta elettronica|e-mail)|"
    r"e-mailadres|email \d|primary email|secondary email)$"
)
PHONE = re.compile(
    r"^(?:phone \d - value|(?:business|home|mobile|primary|other|company main|work|car)? ?(?:phone|telephone)(?: \d)?|"
    r"mobil(?:telefon|e)?|telefon(?: \(?(?:geschäftlich|privat)\)?| geschäftlich| privat)?|téléphone.*|teléfono.*|telefono.*)$"
)
PAGE = re.compile(
    r"^(?:website \d - value|web page|website|webseite|page web|linkedin|profile|url)$"
)
#: How a group of values in one cell is parted (Google).
MANY = ":::"


def is_address_book(names: frozenset[str]) -> bool:
    """Whether these headings are an address book's: a name, a way to reach somebody, and no application."""
    named = any(word in names for key in ("whole", "first", "last") for word in HEADINGS[key])
    reached = any(EMAIL.match(one) or PHONE.match(one) for one in names)
    tracked = any(re.search(r"\b(?:status|stage|applied|application)\b", one) for one in names)
    return named and reached and not tracked
