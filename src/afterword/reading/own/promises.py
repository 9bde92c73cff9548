"""Where the user, in their own mail, promises the reader a word: to tell how it ends, or to send something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.reading.sentences import sentences
from afterword.reading.view import one_line

_TELL = re.compile(
    r"""
      \b(?:i\s*['’]?(?:ll|\s+will|\s+shall)|i\s+promise\s+to|let\s+me)\s+(?:certainly\s+|gladly\s+|of\s+course\s+|surely\s+|definitely\s+)?
        (?:let\s+you\s+know|tell\s+you|report(?:\s+back)?|keep\s+you\s+(?:posted|updated|informed|in\s+the\s+loop)|write\s+to\s+you|get\s+back\s+to\s+you)
        \b(?:[^.!?\n]{0,30}\b(?:how|what|whether|if|when|as\s+soon|once|the\s+outcome|the\s+result)\b|[^.!?\n]{0,12}[.!?\n]|$)
    | \b(?:ich\s+(?:sage|gebe|melde|berichte|erzähle|schreibe|halte)|(?:sage|gebe|melde|berichte|erzähle|schreibe|halte)\s+ich)\s+(?:ihnen|dir|euch|mich|sie|dich)\b[^.!?\n]{0,40}\b(?:bescheid|wie\s+es|was\s+daraus|sobald|auf\s+dem\s+laufenden)
    | \bje\s+(?:vous|te)\s+(?:dirai|tiendrai|ferai\s+savoir|raconterai)\b
    | \b(?:le|te|les)\s+(?:contaré|diré|avisaré|informaré|mantendré)\b
    | \b(?:conto|contarei|direi|aviso|avisarei|informarei)[- ]?(?:lhe|te|vos)?\s+(?:como|o\s+que|quando|assim\s+que)\b
    | \b(?:ik\s+(?:laat|vertel|hou|houd)|(?:laat|vertel|hou|houd)\s+ik)\s+(?:je|jou|u|jullie)\b[^.!?\n]{0,40}\b(?:weten|hoe|wat|op\s+de\s+hoogte)\b
    | \b(?:le|ti|vi)\s+(?:farò\s+sapere|dirò|racconterò|terrò)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SEND = re.compile(
    r"""
      \b(?:i\s*['’]?(?:ll|\s+will|\s+shall)|let\s+me)\s+(?:certainly\s+|gladly\s+|of\s+course\s+|also\s+)?
        (?:send|forward|mail|e-?mail|put)\s+(?:you|it\s+(?:over|across|to\s+you))\b
    | \b(?:ich\s+(?:schicke|sende|maile)|(?:schicke|sende|maile)\s+ich)\s+(?:ihnen|dir|euch)\b
    | \bje\s+(?:vous|t['’]|te)\s*(?:enverrai|ferai\s+parvenir)\b
    | \b(?:le|te|les)\s+(?:enviaré|mandaré)\b
    | \b(?:envio|enviarei|mando|mandarei)[- ](?:lhe|te|vos)\b
    | \b(?:ik\s+(?:stuur|mail)|(?:stuur|mail)\s+ik)\s+(?:je|jou|u|jullie)\b
    | \b(?:le|ti|vi)\s+(?:manderò|invierò|spedirò)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: What hangs on an "if" is an offer, and what lies in this mail is sent.
_NOT_ONE = re.compile(
    r"\b(?:if|wenn|falls|si|se|als|mocht|should)\b|\battach|\banbei\b|\bci-joint|\bbijgaand|\badjunt|\ballegat"
    r"|\banhang\b|\bbijlage\b|\banex",
    re.IGNORECASE,
)
#: Parts of words of which one stands in every promise, for asking the database first. No blank
#: and no accent is in them: neither a wrapped line nor how a database folds letters hides one.
STEMS = (
    *("know", "tell", "report", "keep", "write", "back", "send", "forward", "mail", "put"),
    *("bescheid", "wie", "daraus", "sobald", "laufenden", "schick", "sende"),
    *("dir", "tiendrai", "ferai", "raconterai", "enverrai", "contar", "avis", "informar"),
    *("mantendr", "conto", "envi", "mand", "weten", "hoe", "wat", "hoogte", "stuur"),
    *("sapere", "racconter", "terr", "invier", "spedir"),
)


def promise_in(text: str) -> str:
    """The sentence in which the user promises to tell or to send something, "" where there is none."""
    return next((said for said, _ in _promises(text)), "")


def promises_to_tell(text: str) -> str:
    """The words in which the user promises to say what becomes of it, "" where there are none."""
    return next((told for _, told in _promises(text) if told), "")


def _promises(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence that promises, with the words in it that promise to tell."""
    for span in sentences(text):
        said = one_line(text[span.start : span.end])
        if said.endswith("?") or _NOT_ONE.search(said):
            continue
        told = _TELL.search(said)
        if told or _SEND.search(said):
            yield said, told.group(0).strip() if told else ""
