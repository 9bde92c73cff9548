"""Whether the user asked somebody to write to them no more: "please take me off your list"."""

from __future__ import annotations

import re

from afterword.reading.sentences import sentences
from afterword.reading.view import one_line

#: Parts of words of which one stands in every such request, for asking the database first. No blank
#: and no accent is in them: neither a wrapped line nor how a database folds letters hides one.
STEMS = (
    *(
        "list",
        "lijst",
        "elenco",
        "database",
        "datenbank",
        "books",
        "records",
        "verteiler",
        "kartei",
    ),
    *("bestand", "fichier", "base", "unsubscribe", "contact", "mail", "writ", "call", "approach"),
    *("kontaktieren", "schreib", "crivez", "crire", "escrib", "benader", "schrijf"),
)

_LIST = r"(?:(?:mailing|distribution|e-?mail|call)\s+)?(?:lists?|database|books|records)"
_QUIET = re.compile(
    rf"""
      \b(?:take|remove|delete|drop|strike|cross)\s+(?:me|my\s+(?:name|address|details|e-?mail|number))\b[^.!?\n]{{0,25}}\b(?:off|from)\s+(?:(?:the|your|this|any|all)\s+){{0,2}}{_LIST}\b
    | \bunsubscribe\s+me\b
    | \b(?:do\s+not|don['’]t|stop|please\s+no\s+longer|never)\s+(?:contact(?:ing)?|e-?mail(?:ing)?|writ(?:e|ing)\s+to|call(?:ing)?|approach(?:ing)?)\s+me\b(?!\s+(?:back\s+)?(?:at|on|before|until|till|during|today|this|in\s+the)\b)
    | \b(?:nehmen|streichen|löschen|entfernen)\s+sie\s+mich\b[^.!?\n]{{0,30}}\b(?:liste|verteiler|datenbank|kartei|bestand)
    | \b(?:kontaktieren|schreiben)\s+sie\s+(?:mich|mir)\s+(?:bitte\s+)?(?:nicht\s+mehr|nie\s+wieder)\b
    | \b(?:retirez|supprimez|enlevez|rayez)[- ]moi\b[^.!?\n]{{0,30}}\b(?:liste|fichier|base)
    | \bne\s+(?:plus\s+)?me\s+(?:contactez|écrivez|contacter|écrire)\s*(?:plus)?\b
    | \b(?:quít[ae]n?me|elimín[ae]n?me|bórr[ae]n?me|sáquen?me)\b[^.!?\n]{{0,30}}\b(?:lista|base)
    | \bno\s+(?:me\s+)?(?:contacte[ns]?|escriba[ns]?)\s+(?:me\s+)?más\b
    | \b(?:retire[mr]?|remova[m]?|tire[m]?)[- ]me\b[^.!?\n]{{0,30}}\b(?:lista|base)
    | \b(?:haal|verwijder|schrap)\s+(?:me|mij|mijn\s+(?:naam|adres|gegevens))\b[^.!?\n]{{0,30}}\b(?:lijst|bestand|database)
    | \b(?:benader|mail|schrijf)\s+(?:me|mij)\s+(?:a\.?u\.?b\.?\s+|alstublieft\s+)?niet\s+meer\b
    | \b(?:mi\s+tolga|toglietemi|mi\s+cancelli|cancellatemi|mi\s+rimuova)\b[^.!?\n]{{0,30}}\b(?:lista|elenco|database)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_quiet(text: str) -> bool:
    """Whether these words of the user's own ask the reader not to write any more."""
    return any(_QUIET.search(one_line(text[one.start : one.end])) for one in sentences(text))
