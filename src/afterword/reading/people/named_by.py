"""Whether a mail says that somebody spoke of the reader: "Ann Roe says you know your trade"."""

from __future__ import annotations

import re

from afterword.reading.sentences import sentences

_SAYS = (
    r"(?:says|said|tells|told|thinks|mentioned|recommends|recommended|suggests|suggested|named|gave|passed|"
    r"pointed|sent|put|speaks|spoke|rates|raves|vouches|meint|sagt|sagte|empfahl|empfiehlt|nannte|erzählte|"
    r"dit|m['’]a|nous\s+a|recommande|zegt|zei|noemde|raadde|vertelde|dice|dijo|recomienda|recomendó|me|nos|diz|"
    r"disse|recomendou|indicou|consiglia|ha|mi|ci)"
)
_VERB = re.compile(rf"\s+(?:\w+\s+){{0,3}}?{_SAYS}\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:(?:got|have|had|was\s+given)\s+your\s+(?:name|details|number|address)\s+(?:from|by)|"
    r"(?:recommended|referred|suggested|named|introduced)\s+(?:to\s+(?:me|us)\s+)?by|on\s+the\s+recommendation\s+of|"
    r"empfohlen\s+von|empfehlung\s+von|ihren\s+namen\s+von|recommandée?\s+par|recommandation\s+de|getipt\s+door|"
    r"uw\s+naam\s+van|je\s+naam\s+van|recomendad[oa]\s+por|indicad[oa]\s+por|consigliat[oa]\s+da)\s+$",
    re.IGNORECASE,
)
#: Words that point at the reader, in the sentence that names the other.
_YOU = re.compile(
    r"\b(?:you|your|sie|ihnen|ihren|ihr|du|dich|dein\w*|vous|votre|vos|tu|te|je|jou|jouw|u|uw|usted|le|lo|la|"
    r"su|você|lhe|seu|sua|lei|suo)\b",
    re.IGNORECASE,
)


def speaks_of_reader(name: str, text: str) -> bool:
    """Whether this mail says that the person of that whole name told its writer of the reader."""
    words = name.split()
    if len(words) < 2:
        return False
    joined = r"\s+".join(map(re.escape, words))
    whole = re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
    for span in sentences(text):
        said = text[span.start : span.end]
        found = whole.search(said)
        if found is None or not _YOU.search(said):
            continue
        if _VERB.match(said, found.end()) or _FROM.search(said[: found.start()]):
            return True
    return False
