"""What the world is said to do about the writer's work, and what never once went wrong (English).

"The yards still ring me", "half the trade copies it", "never lost a load": such claims need few
words and hold no figure, so neither `proof` nor `deeds` weighs them heavy enough. Two shapes are
looked for: people or houses that no fact knows, doing something; and a word that allows of no
exception (never, every, nobody else) in what is told of the writer or of those spoken for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding
from afterword.writing.remarks.proof import EMPTY, clauses_of
from afterword.writing.remarks.sheet import Piece, Sheet, at, words_of_piece
from afterword.writing.remarks.wordings import grammar_of

#: Apart from the words of `proof`: that the ear hears no boast in it is no reason to drop it.
SAYS = "No fact tells that it went so, or that others say so. Tie it to a story of yours, or leave it out."
#: People and houses: who may applaud, copy, ring or come back.
_WORLD = (
    r"(?:\w{2,}(?:eers?|iers?|iners?|uyers?|mers?|chers?|ders?|vers?|kers?|ners?|ters?|lers?|pers?|sers?|gers?)(?<!number)(?<!after)(?<!winter)(?<!summer)"
    r"(?<!under)(?<!matter)(?<!letter)(?<!paper)(?<!other)(?<!water)(?<!order)(?<!quarter)(?<!offer)(?<!ever)(?<!never)(?<!over)(?<!later)(?<!answer)"
    r"(?<!numbers)(?<!letters)(?<!papers)(?<!others)(?<!orders)(?<!quarters)(?<!offers)(?<!answers)(?<!winters)(?<!summers)(?<!matters)|"
    r"\w{2,}(?:ists?|ants|ents|itors?|ectors?|ators?|icians?)(?<!months)(?<!moments)(?<!points)(?<!events)(?<!students’)|"
    r"world|trade|industry|town|village|city|county|region|country|board|council|ministry|authority|union|guild|court|"
    r"press|newspaper|paper|radio|university|college|schools?|chain|head office|office|offices|hospitals?|surger(?:y|ies)|clinics?|"
    r"yards?|mills?|foundries|forges?|workshops?|garages?|studios?|plants?|firms?|compan(?:y|ies)|houses|shops?|stores?|banks?|agenc(?:y|ies)|labs?|museums?|archives?|theatres?|"
    r"hotels?|restaurants?|farms?|boats|ships|stations?|branches|depots?|departments?|divisions?|districts?|parishes|"
    r"patients?|guests?|clients?|customers?|parents|pupils?|students?|families|staff|crews?|colleagues?|nurses?|doctors?|"
    r"surgeons?|physicians?|chefs?|bosses|boss|directors?|principals?|professors?|judges?|critics?|editors?|auditors?|"
    r"children|people|folk|men|women|boys|girls|apprentices?|trainees?|juniors?|residents|tenants|neighbours?|neighbors?|"
    r"matron|sister|foreman|captain|skippers?|mayor|minister|bishop|governors?|trustees|elders|half the \w+|the whole \w+)"
)
#: What they do: something with the writer, with it, or still.
_SUBJECT = re.compile(
    rf"^\W*(?:(?:and|but|so|so that|since then|today|now|these days|as|while|because|where|which is why|even|until)\s+)*"
    rf"(?:(?:the|our|my|its|their|his|her|both|two|three|four|five|six|several|many|some|all|most|other|every|no|half|whole|old|even|of|other)\s+){{0,3}}"
    rf"(?:(?!I\b|you\b|we\b)[\w’'-]+\s+){{0,2}}?(?P<who>{_WORLD})\s+(?:(?:also|still|now|all|always|often|never|since|even|there|(?:in|at|of|from) (?:the )?\w+)\s+)*"
    r"(?P<does>[a-z’']+)",
    re.IGNORECASE,
)
#: No deeds: states, the weather of a sentence, and what belongs to the talk.
_STATES = re.compile(
    r"^(?:is|are|was|were|be|been|has|have|had|who|which|that|and|or|of|in|on|at|for|with|to|from|by|as|than|but|about|into|"
    r"over|under|after|before|would|could|should|will|may|might|can|must|shall|does|do|did|need|needs|closes|opens|meets|sits|decides|"
    r"offered|offers|gave|gives|told|tells?|said|says?|taught|wants?|wanted|explained|cost|costs|heard|hears|kindly)$",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|since\s+|all\s+|both\s+|now\s+|already\s+)?(?:(?!offered|asked|called me|invited)\w+ed|come|rung|taken|made|put|copied|built|sent|gone|got|kept|written|begun|become|said)\b",
    re.I,
)
#: How it comes back to the writer: me, mine, by name, ever after. "It" alone is any story's word.
_BACK = re.compile(
    r"\b(?:me|my|mine|us|our|ours|by name|since|to this day|ever after|nobody else|no one else|copy|copied|copies|adopted|"
    r"followed|in half|a rule|everywhere)\b",
    re.IGNORECASE,
)
#: Nothing escapes it.
_ABSOLUTE = re.compile(
    r"\b(?:(?P<never>never (?:yet |once )?(?:had|lost|los(?:es|ing)|miss(?:ed|es)|fail(?:ed|s)|dropp?(?:ed|s)|broken?|let|turned|spoil\w*|spill?\w*|burnt|returned|slipp?\w*|stopped|been (?:late|beaten|refused)|gone wrong|come back|needed)(?: \w+){0,3})|not (?:one|once|a single)|(?:nobody|no one|none) else|"
    r"every (?:\w+ ){1,3}(?:he|she|they|we|I) (?:has |have |had |ever )*\w+|wherever (?:I|we|he|she) (?:go|went|goes|work\w*)|"
    r"there is (?:no|not a) [\w\s]{3,40} that (?:does not|doesn[’']t|has not|hasn[’']t)|in the (?:dark|world|trade)|the only (?:one|person|man|woman)|"
    r"by name)\b",
    re.IGNORECASE,
)
#: What is told to the reader's face, hoped, or said of weakness, boasts of nothing.
_NOT_SO = re.compile(
    r"\b(?:you|your|yours|would|could|should|might|may|hope|wish|please|if|whether|sorry|thank|thanks|glad|"
    r"never (?:worked|used|done|been|seen|heard|sung|met|understood|got|learned|learnt|finished|managed|known|had the))\b|\?",
    re.IGNORECASE,
)

#: What others are made to say holds a "would" of its own.
_SAYING = re.compile(r"(?<=to say )[^.?!]*", re.IGNORECASE)


def acclaim(sheet: Sheet) -> Iterator[Finding]:
    """Applause and flawless records that no fact tells of (guardrail 2, method 2b)."""
    if not sheet.checked or sheet.language != "en":
        return
    known = {_stem(word) for word in words_of_piece(sheet.said)}
    for sentence in sheet.sentences:
        for piece in _parts(sentence):
            if (
                _NOT_SO.search(_SAYING.sub("", piece.text))
                or "[" in piece.text
                or sheet.is_quoted(piece.start + 1, piece.end - 1)
            ):
                continue
            if _applauds(piece, known) or _flawless(piece, known):
                yield at(piece, "unproven_claim", "look", SAYS)


def _parts(sentence: Piece) -> Iterator[Piece]:
    """Clauses, and within them what a comma or a relative word sets apart."""
    for piece in clauses_of(sentence):
        begin = 0
        for match in [
            *re.finditer(
                r",\s(?=(?:so that|since|which|who|where|as|because|while)\s)", piece.text
            ),
            None,
        ]:
            end = match.start() if match else len(piece.text)
            if end > begin:
                yield Piece(piece.start + begin, piece.start + end, piece.text[begin:end])
            begin = match.end() if match else end


def _applauds(piece: Piece, known: set[str]) -> bool:
    match = _SUBJECT.match(piece.text)
    if match is None or _stem(match["who"].split()[-1]) in known:
        return False
    rest = piece.text[match.start("does") :]
    if re.match(r"ask(?:s|ed)?\b(?! for\b)", rest, re.IGNORECASE):
        return False  # what was asked belongs to the talk
    if re.match(
        r"(?:had|has|have) to\b(?! be\b)|wants? me\b|(?:used|like|still|love) to say\b",
        rest,
        re.IGNORECASE,
    ):
        return _is_strange(piece, known)
    acts = not _STATES.match(match["does"]) or bool(_HAVE.match(rest))
    return acts and bool(_BACK.search(rest)) and _is_strange(piece, known)


def _flawless(piece: Piece, known: set[str]) -> bool:
    match = _ABSOLUTE.search(piece.text)
    if match is None or "never" in known or not grammar_of("en")["asserts"].search(piece.text):
        return False
    return _is_strange(Piece(*match.span(), match[0]), known)


def _is_strange(piece: Piece, known: set[str]) -> bool:
    """Most of what it is made of stands in no fact."""
    own = [word for word in map(_stem, words_of_piece(piece.text)) if len(word) > 3]
    own = [word for word in own if word not in EMPTY]
    strange = [word for word in own if word not in known and word[:5] not in known]
    return bool(strange) and 3 * len(strange) >= 2 * len(own)


def _stem(word: str) -> str:
    small = re.sub(r"[’']\w*$", "", word.casefold())
    return re.sub(r"(?:ies|ing|ed|es|s|y)$", "", small) if len(small) > 4 else small
