"""Figures, names and deeds that stand in no fact (2b: a letter cites only what is stored)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Fact, Finding, LetterKind, Person
from afterword.writing import claims, proving
from afterword.writing.lexicon import words_of
from afterword.writing.remarks import counts, days, phrases, reckoned
from afterword.writing.remarks.sheet import Piece, Sheet, at, words_of_piece
from afterword.writing.remarks.wordings import grammar_of

#: What the trace calls by its sort and the margin by one name.
_NAMED = {
    "unproven_superlative": "unproven_claim",
    "unproven_title": "unproven_claim",
    "unproven_result": "unproven_claim",
}


def unproven(sheet: Sheet) -> Iterator[Finding]:
    """Each figure, name, day and boast that no fact carries, as the trace finds them."""
    if not sheet.checked:
        return
    begin = sheet.start
    kind = LetterKind(sheet.kind) if sheet.kind in set(LetterKind) else LetterKind.THANK_YOU
    known = claims.Known.of([fact.text for fact in sheet.facts], sheet.language, sheet.today)
    found = proving.unproven_in(
        sheet.text[begin:], [*sheet.facts, *_heads(sheet)], to=sheet.to or Person("", ""), me=sheet.me,
        today=sheet.today, language=sheet.language, kind=kind,
    )  # fmt: skip
    for one in found:
        start, end = begin + one.start, begin + one.end
        if (
            start < sheet.greeting.end
            or start >= sheet.closing.start
            or sheet.is_quoted(start, end)
        ):
            continue  # the names at the edges have a rule of their own
        if one.rule == "unproven_number":
            alone = re.match(r"[ -]\(?[^\W\d_]{2,}", sheet.text[end : end + 4]) is None
            said = claims.Claim("number", sheet.text[start:end], 0, end - start, alone=alone)
            if (
                _planned(sheet, start, end)
                or known.carries(said)
                or counts.own_count(sheet, start, end)
                or reckoned.follows(sheet, start, end)
                or days.is_known(sheet, start, end)  # "el jueves 10" is a day, no ten
            ):
                continue  # in the margin a figure of another fact of theirs is no invention
        if one.rule == "unproven_superlative" and (
            _of_them(sheet, start) or _HUMBLE.search(sheet.text[start : end + 24])
        ):
            continue  # praise of theirs may be flattery; it claims nothing of the writer
        if one.rule == "unproven_name" and (
            _bent_name(sheet, start, end)
            or _as_called(sheet, start, end)
            or _is_known(sheet, start, end)
            or sheet.is_law(start, end)
        ):
            continue
        if one.rule == "unproven_date" and (
            days.is_known(sheet, start, end)
            or known.carries(claims.Claim("date", sheet.text[start:end], 0, end - start))
        ):
            continue  # the margin's own calendar has judged it, by all facts
        yield Finding(
            start, end, _NAMED.get(one.rule, one.rule), one.severity, one.message, one.mend
        )


#: A span of time in what is planned, asked or gone by claims nothing.
_TIME = re.compile(
    r"^[\w’'-]*(?:[\s-]+\w+)?[\s-]+(?:days?|weeks?|months?|years?|hours?|minutes?|tage?n?|wochen?|monate?n?|jahre?n?|"
    r"stunden?|minuten|jours?|semaines?|mois|ans?|années?|heures?|días?|semanas?|meses|años?|horas?|minutos?)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:would|could|will|shall|may|might|can|happy|glad|free|first|next|within|give me|spare|ago|since|passed|"
    r"würde\w*|könnte\w*|werde\w*|kann|darf|ersten|nächsten|vor|seit|vergangen|gern\w*|innerhalb|pourrai\w*|serai\w*|"
    r"puis-je|premiers?|premières?|prochain\w*|depuis|il y a|podría\w*|sería\w*|puedo|primer\w*|próxim\w*|hace|desde)\b",
    re.IGNORECASE,
)


_THEIRS = re.compile(
    r"\b(?:your|yours|you|Ihr\w*|Sie|votre|vos|vous|sus?|usted(?:es)?|(?:which|that|this) is|c[’']est|das ist|es)\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:I|we|my|our|me|us|ich|wir|mein\w*|unser\w*|je|nous|mon|ma|mes|nos|notre|yo|mi|mis|nuestr\w+)\b|\bj[’']",
    re.IGNORECASE,
)


#: What was hardest or worst boasts of nothing; "the best thing I can say" only speaks.
_HUMBLE = re.compile(
    r"\b(?:hardest|worst|weakest|slowest|poorest|most (?:difficult|stubborn|awkward)|(?:best|most) (?:\w+ )?I can (?:say|do|hope|show|offer)|"
    r"(?:best|finest|kindest|clearest) (?:\w+ )?(?:lesson|talk|hour|advice|question|conversation|coffee|meal|answer|letter|no) I(?:[’']ve| have)? (?:ever )?(?:had|got|been given|heard|read)|"
    r"schwierigste\w*|schwächste\w*|schlechteste\w*|langsamste\w*|(?:plus|más) (?:difficile|dur|dure|faible|lent|difícil|dur[oa]|"
    r"débil|lent[oa]|torpe)|pires?|peor(?:es)?)\b",
    re.IGNORECASE,
)


#: It leads to a story of one's own, and is none itself.
POINTS = re.compile(
    r"^\W*(?:(?:and|so) )?(?:one|a|another|this|that) (?:piece|part|bit|example|story|case) (?:of|from) my (?:own )?(?:work|time|days|years)\b",
    re.IGNORECASE,
)


def _bent_name(sheet: Sheet, start: int, end: int) -> bool:
    """ "Herrn Pohls Nebel": a German genitive carries no mark."""
    said = sheet.text[start:end].casefold()
    return (
        sheet.language == "de" and said.endswith("s") and said[:-1] in claims.name_words(sheet.said)
    )


def _as_called(sheet: Sheet, start: int, end: int) -> bool:
    """ "Pym's" for "Pym's Auctions": the mark belongs to the name."""
    said = sheet.text[start:end].replace("’", "'")
    return said.endswith("'s") and said in sheet.said.replace("’", "'")


_IN = re.compile(
    r"\b(?:in|at|near|from|outside|around|through|via|bei|aus|nach|à|de|près de|en|desde|cerca de|hasta)\s+$",
    re.IGNORECASE,
)


def _is_known(sheet: Sheet, start: int, end: int) -> bool:
    """Somebody of the case, a referee, or whoever a fact speaks of: they may be named anywhere."""
    named = claims.name_words(sheet.text[start:end])
    if _IN.search(sheet.text[max(0, start - 16) : start]) and sheet.is_kept(sheet.text[start:end]):
        return True  # a place the casebook has
    return any(named & claims.name_words(one) for one in sheet.persons)


def _of_them(sheet: Sheet, start: int) -> bool:
    """Whether a superlative is said of the reader’s side or of a liking, not of the writer."""
    sentence = sheet.sentence_at(start)
    clause = re.split(
        r"[;:–—]|,\s(?=which\b|was\b|ce qui\b|lo que\b)", sheet.text[sentence.start : start]
    )[-1]
    if re.search(r"\b(?:like|liked|love|loved|enjoy|enjoyed|know|remember)\s+$", clause):
        return True
    return bool(_THEIRS.search(clause)) and not _MINE.search(clause)


def _planned(sheet: Sheet, start: int, end: int) -> bool:
    sentence = sheet.sentence_at(start)
    spoken = sheet.text[start : end + 24]
    if not _TIME.search(spoken):
        return False
    if _YEARS.match(spoken):  # "seven years of it, and I would …" is no plan: the years are gone by
        return _AHEAD.search(sheet.text[max(0, start - 24) : start]) is not None
    return _PLAN.search(sentence.text) is not None


_YEARS = re.compile(r"[^\W\d_\s-]*\d*[\s-]+(?:years?|jahre?n?|ans?|années?|años?)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:next|coming|another|within|in|nächsten|kommenden|innerhalb|in|prochaine?s|dans|d[’']ici|próxim\w+|dentro de|en)\s+"
    r"(?:the |den |los |las |les )?$",
    re.IGNORECASE,
)


def _heads(sheet: Sheet) -> Iterator[Fact]:
    to = sheet.to
    if to is not None:
        yield Fact(f"person:{to.id}", ", ".join(filter(None, (to.name, to.title, to.company))))
    if sheet.company:
        yield Fact("case:company", sheet.company)
    if sheet.me:
        yield Fact("me:name", sheet.me)


#: Share of a sentence's own words no fact holds, from which it asserts something of its own.
STRANGE = 0.66
#: Fewer own words than this say too little to be held against anything.
FEWEST = 4
EMPTY = words_of(
    """about after again also another around because been before being between both came come could does done each
    even ever every from gave give given going have here into just keep know like made make many more most
    much must never only other over really said same should show since some still such take than that their
    them then there these they thing think this those though through time told took under until upon used very
    want well went were what when where which while whom whose will with within without would year years your
    yours first last next good great talk thank thanks please hope glad happy work working job role team
    people company today tomorrow yesterday week weeks month months nobody nothing anyone something twice once
    long little whole part early late always often morning afternoon evening night hour hours minute minutes
    friday monday tuesday wednesday thursday page letter note question answer word words line place room way
    side things point case kind"""
)


#: Who speaks of a rival, of other offers or of being the best always claims something.
_LOUD = (phrases.disparaging, phrases.false_urgency, phrases.entitlement)
#: Prizes, posts, tongues and praise: fewer words of these are enough to ask where they come from.
_BOASTS = re.compile(
    r"\b(?:award\w*|prize|won|fluent\w*|certified|degree|doctorate|mba|promoted|headhunt\w*|record|best|first|only|every|"
    r"always|never|all|most|everyone|everybody|nobody|named|featured|press|newspaper|minister|famous|known|expert|"
    r"preis|ausgezeichnet|fließend|zertifiziert|befördert|beste\w*|einzige\w*|alle|immer|nie|jeder|bekannt|experte|"
    r"prix|couramment|diplômé\w*|promu\w*|meilleur\w*|seul\w*|toujours|jamais|tous|connu\w*|expert\w*|"
    r"premio|fluidez|titulad\w*|ascendid\w*|mejor\w*|únic\w*|siempre|nunca|todos|conocid\w*|experto)\b",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(
    r"\b(?:attached|enclosed|beigefügt|anbei|beiliegt|ci-joint\w*|joint\w*|adjunt\w+)\b", re.I
)


def unproven_claim(sheet: Sheet) -> Iterator[Finding]:
    """A deed or a state of things that no fact tells of; plans, hopes and thanks claim nothing."""
    if not sheet.checked:
        return
    forms = grammar_of(sheet.language)
    asserted, unsure = forms["asserts"], forms["unsure"]
    known = {_stem(word) for word in words_of_piece(sheet.said)}
    heads = {word[:5] for word in known if len(word) > 4}
    loud = [(one.start, one.end) for rule in _LOUD for one in rule(sheet)]
    for sentence in sheet.sentences:
        for piece in clauses_of(sentence):
            text = piece.text
            loudly = any(a < piece.end and piece.start < b for a, b in loud)
            if text.rstrip().endswith("?") or _ENCLOSED.search(text) or "[" in text:
                continue
            if not loudly and (unsure.search(text) or not asserted.search(text)):
                continue
            if sheet.is_quoted(piece.start + 1, piece.end - 1) or _HUMBLE.search(text):
                continue
            if POINTS.search(text):
                continue
            own = [_stem(word) for word in words_of_piece(text)]
            own = [word for word in own if len(word) > 3 and word not in EMPTY]
            strange = [word for word in own if word not in known and word[:5] not in heads]
            enough = FEWEST - 1 if loudly or _BOASTS.search(text) else FEWEST
            if len(strange) >= enough and len(strange) / len(own) >= STRANGE:
                says = "No fact tells of this. Tie it to a story of yours, or leave it out."
                yield at(piece, "unproven_claim", "look", says)


def clauses_of(sentence: Piece) -> Iterator[Piece]:
    """The parts of a sentence between semicolons, colons and dashes, each judged by itself."""
    begin = 0
    for match in [
        *re.finditer(r"[;:–—]\s|,\s(?=(?:and|but|und|aber|et|mais|y|pero)\s)", sentence.text),
        None,
    ]:
        end = match.start() if match else len(sentence.text)
        if end > begin:
            yield Piece(sentence.start + begin, sentence.start + end, sentence.text[begin:end])
        begin = match.end() if match else end


def _stem(word: str) -> str:
    small = re.sub(r"[’']\w*$", "", word.casefold())
    if len(small) < 5:
        return small
    return re.sub(
        r"(?:ingly|ings?|edly|ed|ies|es|s|en|ern|em|er|e|ly|és?|ées?|ado|ada|ando|ó)$", "", small
    )
