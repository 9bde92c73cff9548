"""Where the user, in their own mail, promises to tell the reader how something ends."""

from __future__ import annotations

import re

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


def promises_to_tell(text: str) -> str:
    """The words in which the user promises to say what becomes of it, "" where there are none."""
    flat = " ".join(text.split())
    found = _TELL.search(flat)
    return found.group(0).strip() if found else ""
