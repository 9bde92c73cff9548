"""How a letter begins and what it leaves the reader to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding, LetterKind
from afterword.writing import binding
from afterword.writing.days_said import months_and_days
from afterword.writing.remarks.sheet import Piece, Sheet, at, words_of_piece
from afterword.writing.remarks.wordings import grammar_of, wordings

#: Letters that want something from the reader; the courtesies of an ending ask nothing (2b).
WANTS = frozenset(
    {
        LetterKind.THANK_YOU,
        LetterKind.INFLUENCE_LETTER,
        LetterKind.PROOF_OFFER,
        LetterKind.STATUS_NUDGE,
        LetterKind.FINAL_NUDGE,
        LetterKind.ADVICE_REQUEST,
        LetterKind.CALL_REQUEST,
        LetterKind.REOPEN_LETTER,
        LetterKind.REFERRAL_ASK,
        LetterKind.TRIGGER_NOTE,
        LetterKind.REFERENCE_REQUEST,
        LetterKind.PAIN_LETTER,
    }
)


#: Letters that may come straight to their matter.
PLAIN = frozenset(
    {
        LetterKind.STATUS_NUDGE, LetterKind.FINAL_NUDGE, LetterKind.WITHDRAWAL, LetterKind.CARD,
        LetterKind.REFERRAL_GIVE,
    }
)  # fmt: skip


def weak_opening(sheet: Sheet) -> Iterator[Finding]:
    """A first line that any letter could begin with (2b: one true detail from the talk)."""
    if not sheet.sentences:
        return
    first = sheet.sentences[0]
    if "[" in first.text or ("[" in sheet.text and not sheet.checked):
        return  # a line with a hole is not written yet
    if not sheet.checked and re.search(r"\d", first.text):
        return  # with nothing to hold it against, a date is detail enough
    if sheet.kind in PLAIN and (not sheet.facts or _knows_something(first, sheet)):
        return
    if is_particular(sheet):
        return
    for pattern in _rows(sheet):
        match = pattern.match(sheet.text, first.start)
        if match is None:
            continue
        rest = sheet.sentences[1:2]
        mend = "" if rest and rest[0].paragraph == first.paragraph else None
        says = "The first line could open any letter. Begin with what only you two know."
        yield at(first, "weak_opening", "look", says, mend)
        return
    plain = len(first.text.split()) < 16 and not re.search(r"\s[“A-ZÀ-Þ](?![’']|\s)\w", first.text)
    if sheet.language == "de":
        plain = len(first.text.split()) < 12
    if sheet.checked and sheet.facts and plain and not _knows_something(first, sheet):
        says = (
            "The first line could stand in a letter to anyone. Begin with what only you two know."
        )
        yield at(first, "weak_opening", "look", says)


#: Thanks for a word of theirs, and which word: the reason, what was missing, their frankness.
_GIVEN = (
    r"(?:tell|giv|nam|say|explain|shar|spell|answer|let|writ|be)\w* (?:\w+[ ,]+){0,6}?(?:reasons?|why|what|how|truth|doubts?|open|honest|"
    r"frank|direct|plain|straight|candid)\b|(?:reasons?|honesty|frankness|candou?r|openness|plain words?)\b",
    r"(?:Grund|Gründe|warum|weshalb|woran|offen\w*|ehrlich\w*|klaren? Wort\w*|Offenheit|Ehrlichkeit|Zweifel)\b",
    r"(?:raisons?|pourquoi|motifs?|franchise|honnêteté|franchement|doutes?|ce qui (?:a )?manqu\w+)\b",
    r"(?:razón|razones|motivos?|por qué|franqueza|sinceridad|honestidad|dudas?|lo que falt\w+)(?!\w)",
)
_THANKS = re.compile(
    r"(?:(?:many|with|my|sincere|again|first|vielen|herzlichen|besten|un grand|mille|tous mes|muchas|mil|ante todo|haben Sie|je vous|le|les|ich) )*"
    r"(?:thank\w*|danke?\w*|merci|remerci\w+|gracias|agradezco|grateful)\b",
    re.IGNORECASE,
)
_WORD_OF_THEIRS = re.compile(
    rf"(?:{_THANKS.pattern})[^.!?]{{0,90}}?(?<!\w)(?:{'|'.join(_GIVEN)})|"
    r"(?:I am|I[’']m) (?:grateful|glad) (?:that|to)[^.!?]{0,60}\b(?:reason|doubt|told|named|why)\b|"
    r"You (?:suggested|invited|asked me|offered|proposed|told me|warned)\b|"
    r"Sie (?:schlugen|rieten|luden|baten|sagten mir)\b|Vous m[’']avez (?:proposé|invité\w*|conseillé|dit|demandé)\b|"
    r"(?:Usted )?me (?:propuso|invitó|aconsejó|dijo|pidió)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"^(?:it|that|this|these|your|the (?:reason|answer|doubt)|I took|das|es|dies\w*|Ihr\w*|ich habe (?:es|das|ihn|sie)|cela|c[’']est|ce|"
    r"votre|vos|je l[’']ai|eso|esto|su|sus|lo|la|me l[oa])\b",
    re.IGNORECASE,
)


def is_particular(sheet: Sheet) -> bool:
    """Whether the first line holds what only the two know: a word of theirs, or one that the next
    line goes on to tell."""
    first, after = sheet.sentences[0], sheet.sentences[1:2]
    if _WORD_OF_THEIRS.match(first.text):
        return True
    if _THANKS.match(first.text) and _goes_on(first.start, sheet):
        return True
    if not _THANKS.match(first.text) or len(first.text.split()) > 16:
        return False
    if any(row.match(sheet.text, first.start) for row in _rows(sheet)):
        return False  # thanks for the talk are empty, whatever comes next
    return any(
        one.paragraph == first.paragraph
        and _TAKES_UP.match(one.text)
        and (_QUOTES.search(one.text) or _goes_on(one.start, sheet))
        for one in after
    )


_QUOTES = re.compile(r"[“„«\"]")


def _rows(sheet: Sheet) -> tuple[re.Pattern[str], ...]:
    return tuple(wordings(sheet.language).get("weak_opening", ()))


def _goes_on(start: int, sheet: Sheet) -> bool:
    """Whether the sentence that begins here tells of something that a fact holds."""
    rest = binding.stems(sheet.sentence_at(start).text)
    about = sheet.to
    heads = (
        f"{sheet.company} {about.name} {about.title} {about.company}" if about else sheet.company
    )
    held = (
        fact.text for fact in sheet.facts if not fact.id.startswith(("me:", "case:", "person:"))
    )
    told = frozenset[str]().union(*(binding.stems(text) for text in held))
    return bool((rest & told) - binding.stems(heads) - _DATED)


_DATED = binding.stems(" ".join(months_and_days()))


#: The graceful last line does not count as the step, nor does it hide the step before it.
_EXIT = re.compile(
    r"\b(?:leave it (?:there|at that)|whatever you decide|if not,|if it stands|either way|thank you (?:again|for)|"
    r"wenn nicht|so oder so|vielen dank|in jedem fall|dans tous les cas|merci (?:encore|pour)|sinon|"
    r"en todo caso|de todos modos|gracias (?:de nuevo|por)|si no,)",
    re.IGNORECASE,
)


#: A talk of so many minutes is a step, in whatever words it is offered.
SPAN = re.compile(
    r"(?=.*\b(?:would|could|can|may|might|glad|gern\w*|würde\w*|könnte\w*|pourr\w+|serai\w*|podr\w+|ser[ií]a\w*)\b)"
    r"(?=.*\b(?:if|show\w*|talk|call|look|speak|tell|bring|walk|wenn|zeig\w*|gespräch|anruf|si|montr\w+|entretien|appel|mostrar\w*|"
    r"charla|llamada)\b)"
    r".*?\b(?:five|ten|fifteen|twenty|thirty|\d\d|fünf|zehn|fünfzehn|zwanzig|dreißig|cinq|dix|quinze|vingt|trente|cinco|diez|quince|"
    r"veinte|treinta)[ -](?:minut\w+|Minuten)\b|\bpick up (?:that|the|this) thread\b",
    re.IGNORECASE | re.DOTALL,
)


def _presses(sentence: Piece, sheet: Sheet) -> bool:
    """A threat or a plea is no step."""
    known = wordings(sheet.language)
    rows = (*known.get("false_urgency", ()), *known.get("begging", ()))
    return any(row.search(sentence.text) for row in rows)


def _knows_something(first: Piece, sheet: Sheet) -> bool:
    """Whether the first line holds anything of what was lived: a word of the facts."""
    bare = _root if sheet.language == "en" else _stem
    said = {bare(word) for word in words_of_piece(" ".join(fact.text for fact in sheet.facts))}
    own = [bare(word) for word in words_of_piece(first.text)]
    digits = set(re.findall(r"\d+", first.text)) & set(re.findall(r"\d+", sheet.said))
    return bool(digits) or any(len(word) > 3 and word in said for word in own) or len(own) < 4


def _stem(word: str) -> str:
    small = word.casefold()
    return small[:6] if len(small) > 6 else small.removesuffix("s")


def _root(word: str) -> str:
    """ "Agreeing" is what "agreed" is."""
    small = word.casefold()
    return re.sub(r"(?:ing|ed|es|s)$", "", small).rstrip("e")[:6] if len(small) > 5 else _stem(word)


def no_next_step(sheet: Sheet) -> Iterator[Finding]:
    """A letter that wants something and does not say what (2b: a small next step)."""
    if sheet.kind not in WANTS or not sheet.sentences or "[" in sheet.text:
        return  # an open hole may become the step
    pattern = grammar_of(sheet.language)["step"]
    rest = [one for one in sheet.sentences if not _EXIT.search(one.text)]
    last = 2 if len(rest) == len(sheet.sentences) else 3
    near = [one for one in rest[-last:] if not _presses(one, sheet)]
    asks = any(one.text.rstrip('”“»")').endswith("?") for one in sheet.sentences[-4:])
    if not asks and not any(pattern.search(one.text) or SPAN.match(one.text) for one in near):
        says = "Nothing here says what happens next. One small step they can say yes to is enough."
        end = sheet.sentences[-1]
        yield at(Piece(end.start, end.end, ""), "no_next_step", "look", says)
