"""The firm a letter speaks of: theirs, spelled right, and nobody else's left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding
from afterword.writing import claims
from afterword.writing.lexicon import words_of
from afterword.writing.names_said import FEASTS, is_german_word
from afterword.writing.remarks import nearly
from afterword.writing.remarks.names import FIRM, OPENERS, is_slip, one_off
from afterword.writing.remarks.sheet import Sheet

#: Where the firm written to is spoken of.
_PLACE = {
    "en": r"(?:(?:role|job|position|post|place|seat|work(?:ing|ed)?|team|people|colleagues|join(?:ing)?|time|day|career|start(?:ing)?|interview|talk|conversation|meeting|interest|future|office|hour|morning|afternoon|visit|process|opportunity|part|everyone|all|keen|contribut\w+|come|coming|fit|offer|why|head|director|manager|engineer|analyst|controller|lead|chief|officer|coordinator|planner|nurse|teacher|developer|buyer|designer|editor|specialist|consultant|assistant)(?:\s+\w+){0,3}\s+(?:at|with|for|to|of|from|in)|at|join(?:ing)?|with|for|to|from)\s+(?:the\s+)?",
    "de": r"(?:bei(?:\s+der|\s+dem)?|beim|für(?:\s+die|\s+den|\s+das)?|zu(?:r|m)?|von(?:\s+der)?|der|die|das|im|in(?:\s+der)?|mit(?:\s+der)?)\s+",
    "fr": r"(?:chez|à|au sein de|au sein du|pour|avec|rejoindre|de|du|d['’]|la|l['’]|le)\s*",
    "es": r"(?:en|con|para|de|del|a|al|la|el)\s+",
}


def wrong_company(sheet: Sheet) -> Iterator[Finding]:
    """A firm left over from another letter, or theirs written wrong."""
    taken: list[tuple[int, int]] = []
    for one in (*_strangers(sheet), *_nearly(sheet), *_unknown_firms(sheet)):
        if not any(a < one.end and one.start < b for a, b in taken):
            taken.append((one.start, one.end))
            yield one


def _firm(sheet: Sheet) -> str:
    return (sheet.to.company if sheet.to else "") or sheet.company


def _strangers(sheet: Sheet) -> Iterator[Finding]:
    said = " ".join(fact.text for fact in sheet.facts).casefold()
    own = f"{sheet.company} {sheet.to.name if sheet.to else ''} {_firm(sheet)}".casefold()
    for name in sorted(set(sheet.names), key=len, reverse=True):
        bare = name.strip()
        if len(bare) < 3 or bare.casefold() in said or bare.casefold() in own:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", sheet.text):
            where = f"This letter is for {sheet.company}. " if sheet.company else ""
            says = f"{where}“{bare}” belongs to another of your cases."
            yield Finding(*match.span(), "wrong_company", "stop", says)


def _nearly(sheet: Sheet) -> Iterator[Finding]:
    """A firm's name a few letters off, or half of it another's; theirs or one of the facts."""
    if not sheet.checked:
        return
    for one in nearly.nearly(sheet):
        if one.firm:
            says = f"“{one.said}” is nearly “{one.meant}” ({one.whole}). Is it the same name?"
            yield Finding(one.start, one.end, "wrong_company", "stop", says, one.meant)


def _unknown_firms(sheet: Sheet) -> Iterator[Finding]:
    firm = _firm(sheet)
    if not firm or not sheet.checked:
        return
    known = claims.name_words(sheet.said)
    place = re.compile(_PLACE.get(sheet.language, _PLACE["en"]) + r"$", re.IGNORECASE)
    chain = re.compile(
        r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s+(?:(?:&|and|of|de|und|et|y)\s+)?[A-ZÀ-ÖØ-Þ][\w’'-]+)*"
    )
    for match in chain.finditer(sheet.text, sheet.start):
        if (
            sheet.greeting.start <= match.start() < sheet.greeting.end
            or match.start() >= sheet.closing.start
        ):
            continue
        name = re.sub(r"[’']s?$", "", match[0])
        words = [w for w in claims.name_words(name) if len(w) > 2 and w not in ("and", "und")]
        words = [w for w in words if not w.startswith("month ") and w not in FEASTS]
        german = sheet.language == "de"  # "Brandners Werkstatt": a genitive without its mark
        strange = [w for w in words if w not in known and not (german and w[:-1] in known)]
        if sheet.is_law(*match.span()) or _is_somebody(sheet, words):
            continue
        if german and all(is_german_word(w) for w in words) and not FIRM.search(name):
            continue  # "Ihr Angebot"
        if not strange:
            if _turned(name, firm, sheet.said):
                says = f"They are called {firm}; this says “{name}”."
                yield Finding(match.start(), match.end(), "wrong_company", "stop", says, firm)
            continue
        before = sheet.text[max(0, match.start() - 60) : match.start()]
        shared = _shares(name, firm) or _akin(name, firm)
        looks = bool(FIRM.search(name)) or shared
        here = place.search(before) is not None and _is_name_here(sheet, match, strange)
        several = len(name.split()) > 1
        if (
            (several and shared)
            or (several and looks and _is_name_here(sheet, match, strange))
            or (several and len(strange) == len(words) and _stranger(sheet, match, strange))
            or (several and len(strange) == len(words) and _leads(sheet, match, name))
        ):
            pass
        elif not here or _is_person(sheet, name, before):
            continue
        if sheet.is_kept(*strange):
            continue
        says = f"This letter goes to {firm}; no fact knows “{name}”. Is it left over from another letter?"
        # only a name like theirs is theirs written wrong; any other may be a place, or right
        mend = firm + match[0][len(name) :] if shared else None
        yield Finding(match.start(), match.end(), "wrong_company", "stop", says, mend)


def _is_somebody(sheet: Sheet, words: list[str]) -> bool:
    """Whether the words name somebody who is known, a letter or two off at most."""
    if not words:
        return False
    for one in sheet.persons:
        theirs = claims.name_words(one)
        right = [w for w in words if w in theirs]
        wrong = [w for w in words if w not in theirs and any(is_slip(w, own) for own in theirs)]
        if len(right) + len(wrong) == len(words) and (right or len(words) == 1):
            return True
    return False


def _turned(name: str, firm: str, said: str) -> bool:
    """Known words in an order no fact knows: “Harbour Lattice Labs” for “Lattice Harbour”."""
    bare = " ".join(re.findall(r"[\w&]+", name.casefold()))
    whole = " ".join(re.findall(r"[\w&]+", said.casefold()))
    own = claims.name_words(name) & claims.name_words(firm)
    return (
        len(bare.split()) > 1
        and bool(own)
        and bare not in whole
        and bare.split()[0] in {w.casefold() for w in re.findall(r"[\w&]+", firm)}
    )


def _akin(name: str, firm: str) -> bool:
    """A word of theirs, longer or shorter or a letter off."""
    theirs = [w for w in claims.name_words(firm) if len(w) > 4]
    return any(
        w.startswith(own[:5]) or one_off(w, own)
        for w in claims.name_words(name)
        if len(w) > 4
        for own in theirs
    )


#: What people do and firms do not.
_PERSON = re.compile(
    r"^(?:[’']s)?,?\s+(?:who|whose|whom|told|said|asked|thinks|knows|can|my|your|a|der|die|sagte|meinte|qui|que|dit|m’|"
    r"quien|dijo|told|introduced|mentioned|suggested|recommended|and I|referred|wrote|called|rang)\b",
    re.IGNORECASE,
)


def _stranger(sheet: Sheet, match: re.Match[str], strange: list[str]) -> bool:
    """Two unknown capitals together within a sentence, and nothing that says they are a person."""
    if any(w in _NOFIRM or w in OPENERS for w in strange) or _NOUNISH.search(match[0]):
        return False
    inside = re.search(r"[\w,;:)’'–-]\s+$", sheet.text[: match.start()]) is not None
    before, after = (
        sheet.text[max(0, match.start() - 24) : match.start()],
        sheet.text[match.end() :],
    )
    article = re.search(
        r"\b(?:at|join|joining|chez|en|bei|für|for|with|mit|von|of|to|the|la|el|de)\s+$",
        before,
        re.I,
    )
    return (
        inside
        and bool(article)
        and not _PERSON.search(after)
        and not _is_person(sheet, match[0], before)
    )


def _leads(sheet: Sheet, match: re.Match[str], name: str) -> bool:
    """A firm by its look at the head of a sentence that says what it is or has."""
    says = re.match(
        r"(?:[’']s)? (?:is|was|has|makes|runs|seems|strikes|offers|feels|would be|remains)\b",
        sheet.text[match.end() : match.end() + 16],
    )
    return sheet.language == "en" and says is not None and FIRM.search(name) is not None


def _shares(name: str, firm: str) -> bool:
    return (
        bool(claims.name_words(name) & claims.name_words(firm))
        and name.casefold() not in firm.casefold()
    )


def _is_person(sheet: Sheet, name: str, before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Mme|M|Sra?|Madame|Monsieur|señora?)\.?\s+$", before
        )
    )


def _is_name_here(sheet: Sheet, match: re.Match[str], strange: list[str]) -> bool:
    """Whether a capital marks a name at this place; German nouns and months carry one too."""
    text = match[0]
    if any(w in _NOFIRM for w in strange):
        return False
    inside = re.search(r"[\w,;:)’'–-]\s+$", sheet.text[: match.start()]) is not None
    if sheet.language != "de":
        return inside
    if len(text.split()) > 1 and not FIRM.search(text):
        return False
    return inside and bool(
        re.search(r"\b(?:bei|von|mit|für|zu|an|Firma|beim)\s+$", sheet.text[: match.start()], re.I)
        and not _NOUNISH.search(text)
    )


_NOFIRM = words_of(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december english german french spanish italian dutch portuguese europe european
    germany france spain christmas easter i’m i’d i’ve i’ll excel linkedin cv ceo cfo cto coo hr it lundi mardi
    mercredi jeudi vendredi lunes martes miércoles jueves viernes"""
)
_NOUNISH = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|tum|nis|nisse|ment|mente|ling|chen|lein|"
    r"ern|eiten|tag|woche|wochen|jahr|jahre|jahren|monat|monate|monaten|stunde|stunden|minuten|uhr|zeit|interesse|"
    r"freude|dank|arbeit|team|projekt|projekte|projekten|rückfragen|fragen|bedarf|anfang|ende|hause|leute|leuten|menschen|"
    r"kunden|kollegen|mitarbeitern|mitarbeiter|gespräch|gesprächs|stelle|rolle|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|vertrauen|blick|recht|erfolg|"
    r"respekt|herz|herzen|grund|beginn|hand|seite|ihnen|ihrem|ihrer|ihren|ihr|ihre|sie)$",
    re.IGNORECASE,
)
