"""Their words in a letter: whose may stand there, which stand by themselves, and how they are brought in."""

from __future__ import annotations

import re

from afterword.terms import Basis, Brief, Remark, RemarkKind
from afterword.writing import fragments
from afterword.writing.facts import certain, is_to, may_hear, speaker
from afterword.writing.page import Page
from afterword.writing.standing_alone import can_be_cited, stands

#: A quotation longer than this is not cited whole; it ends with a clause, before this many words.
LONG_QUOTE = 32
#: The reason that a whole letter answers may run longer: what they miss often stands at its end.
WHOLE_REASON = 40
#: A cut that leaves fewer words than this would leave out what they are about.
SHORT_QUOTE = 8


def theirs(brief: Brief, *kinds: RemarkKind, others: bool = True) -> list[Remark]:
    """Remarks of these kinds in the order of the kinds, the reader's own before others'.

    Of others' only what the reader was there to hear: a colleague's private word to the user
    goes no further, neither quoted nor named as a source.
    """
    found = [
        remark
        for remark in known(brief, *kinds)
        if not mere_business(remark)
        if is_to(remark, brief)
        or (others and may_hear(remark, brief) and remark.by.strip() != brief.me.strip())
    ]
    # What stands by itself comes before a note that would be hollow between quotation marks.
    return sorted(found, key=lambda one: (not is_to(one, brief), words_known(one) and not fit(one)))


#: The course of a selection, its dates and papers: of that nobody keeps a sentence in mind.
_BUSINESS = re.compile(
    r"\b(?:as (?:discussed|agreed|mentioned)|the client is|put (?:you|your)\b[^.]{0,20}\bforward|(?:sent|send|forward\w*|submit\w*) (?:on )?your|"
    r"CV|résumé|resume|cover letter|your application|applications?|interview|(?:first|second|third|final|next) (?:round|stage)|"
    r"(?:Teams|Zoom|Google Meet)|dial-in|calendar|diary|schedul\w*|resched\w*|appointment|confirm\w*|attach\w*|enclos\w*|link|chase|"
    r"get back to|come back to you|be in touch|in touch|let you know|let me know|keep you posted|availab\w*|free (?:on|at)|"
    r"wie besprochen|Bewerbung\w*|Unterlagen|Lebenslauf|Vorstellungsgespräch\w*|Termin\w*|Anhang|melden uns|bestätigen|"
    r"comme convenu|candidature|entretien|rendez-vous|pièce jointe|tenir au courant|confirmer|"
    r"como (?:acordamos|hablamos)|candidatura|entrevista|cita|adjunt\w*|avisar\w*|confirmar)\b",
    re.IGNORECASE,
)


def mere_business(remark: Remark) -> bool:
    """Whether a sentence of a mail only says how the selection goes, and nothing of the work or the user.

    What the user noted from a talk is theirs to keep, whatever it is about.
    """
    kinds = (RemarkKind.TOPIC, RemarkKind.FIRST_PRIORITY)
    return remark.kind in kinds and bool(remark.said_in) and bool(_BUSINESS.search(remark.quote))


def fit(remark: Remark) -> bool:
    """Whether it may stand in a letter as it is; what the user only understood is in their words."""
    return remark.basis is Basis.INFERRED or can_be_cited(fragments.clean(remark.quote))


def known(brief: Brief, *kinds: RemarkKind) -> list[Remark]:
    """All that was said of these kinds, in confidence too: to choose a story by, not to cite."""
    return [remark for kind in kinds for remark in certain(brief.remarks) if remark.kind is kind]


def words_known(remark: Remark) -> bool:
    """Whether there are words to cite: really said or at least understood, and not empty."""
    return bool(fragments.clean(remark.quote)) and remark.basis is not Basis.GUESSED


def cite(text: str, language: str = "en", *, final: bool = False, most: int = LONG_QUOTE) -> str:
    """Their words in quotation marks, cut at the end of a clause where they run long.

    `final` puts their full stop inside, for a whole sentence that ends ours.
    """
    inner = fragments.clean(text).replace("“", "‘").replace("”", "’")
    if final:
        inner = fragments.upper_first(inner)
    inner = _short(inner, most)
    if final and inner and inner[-1] not in "!?…":
        inner += "."
    marks = {"de": ("„", "“"), "fr": ("« ", " »"), "es": ("«", "»")}.get(language, ("“", "”"))
    return marks[0] + inner + marks[1]


def subject_of(text: str) -> str:
    """A few words of theirs inside our sentence: bare where they name a thing, else quoted."""
    inner = fragments.clean(text)
    head, colon, _ = inner.partition(": ")
    if (
        colon and 1 <= len(head.split()) <= 3
    ):  # "Gdansk: two depots bought": a subject and a note on it
        return fragments.lower_first(head)
    bare = len(inner.split()) <= 7 and not any(sign in inner for sign in "“”()!?:;,…")
    if bare and inner.casefold().startswith(("the ", "a ", "an ")):
        return fragments.lower_first(inner)
    return cite(text)


def mark(remark: Remark) -> str:
    return f"remark:{remark.id}"


def put(
    page: Page,
    remark: Remark,
    whole: str,
    topic: str,
    inferred: str,
    *,
    spare: int = 0,
    fact: str = "",
) -> None:
    """One sentence that carries what they said, worded by what is known of it.

    `whole` introduces a sentence of theirs, `topic` a few words of theirs, `inferred` what
    the user only understood. Each holds `{q}` for the words and may hold `{who}`.
    """
    brief, fact = page.brief, fact or mark(remark)
    who = "you" if is_to(remark, brief) else speaker(remark, brief) or "one of your colleagues"
    if not words_known(remark):
        page.say(_asked(page, remark), fact, spare=spare)
    elif not fit(remark):
        if not spare:
            page.say(_unfinished(page, remark), fact)
    else:
        text = fragments.clean(remark.quote)
        if remark.basis is Basis.INFERRED:
            line = inferred.format(q=_short(text), who=who)
        elif stands(text):
            line = whole.format(q=cite(text, final=whole.endswith("{q}")), who=who)
        else:
            line = topic.format(q=subject_of(text), who=who)
        page.say(fragments.upper_first(line), fact, spare=spare)
        if remark.hole.strip():
            page.say(f"[{_inside(remark.hole)}]", fact, spare=spare)


def put_heard(page: Page, *kinds: RemarkKind, spare: int = 0) -> bool:
    """Something a colleague said while the reader was there, where the reader's own words are not known."""
    for one in theirs(page.brief, *kinds):
        name = speaker(one, page.brief)
        if name and words_known(one) and fit(one):
            put(
                page,
                one,
                "What {who} said while we sat together has stayed with me: {q}",
                "What {who} said about {q} while we sat together has stayed with me.",
                "From what {who} said I took this, in my own words: {q}",
                spare=spare,
            )
            return True
    return False


#: What a kind word is told by, and what turns it into bad news.
_KIND = re.compile(
    r"\b(?:impress\w*|enjoy\w*|lik(?:ed|e)|pleasure|delight\w*|strong\w*|excellent|outstanding|"
    r"thoughtful|generous|gracious|honest|clear\w*|warm\w*|best|finest|rare\w*|well|good|great|"
    r"memorable|glad|grateful|thank\w*|admire\w*|respect\w*|kind|wonderful|remarkable|convinced)\b",
    re.IGNORECASE,
)
_BAD_NEWS = re.compile(
    r"\b(?:but|however|unfortunately|although|though|regret\w*|sorry|not|n[’']t|never|nobody|no longer|"
    r"other|another|decided|decision|chose\w*|unable|despite|while|yet|wish|hope|would have|if|close|"
    r"second|runner|instead|went with|else)\b|n[’']t\b",
    re.IGNORECASE,
)


#: Where a sentence turns, or goes on to what they would do themselves.
_TURNS = re.compile(
    r"[;:–—]\s|,? (?:but|however|although|though|yet)\b|,? and (?=(?:I|we)(?:[’']d|[’']ll| would| will| hope)\b)"
)
#: "I have to say that" is said before the praise and is none of it.
_PREAMBLE = re.compile(
    r"^(?:I|we) (?:(?:have to|must|should|want to|wanted to|can only) say|(?:must|have to) admit)(?: that)?,?\s+",
    re.IGNORECASE,
)
#: Praise of more words than this is no longer a clause to hand back.
LONG_PRAISE = 20


def praising(text: str) -> str:
    """The clause of theirs that praises, without the bad news beside it; "" where there is none apart."""
    for sentence in fragments.split(fragments.clean(text)):
        for part in _TURNS.split(sentence):
            clause = fragments.clean(_PREAMBLE.sub("", fragments.clean(part)))
            size = len(clause.split())
            if 3 <= size <= LONG_PRAISE and _KIND.search(clause) and not _BAD_NEWS.search(clause):
                return clause
        # A sentence that turns has said its kind word as a courtesy to what follows.
    return ""


def _asked(page: Page, remark: Remark) -> str:
    who = page.first or "they"
    if remark.hole.strip():
        return f"[{_inside(remark.hole)}]"
    guess = fragments.clean(remark.quote)
    if guess:
        return f"[did {who} say this, and in which words: {_inside(_short(guess))}?]"
    return f"[what did {who} say, in their own words?]"


def _unfinished(page: Page, remark: Remark) -> str:
    """The hole for a note of theirs that is no sentence, or never says what it is about."""
    who = "they" if is_to(remark, page.brief) else speaker(remark, page.brief) or "they"
    note = _inside(_short(fragments.clean(remark.quote)))
    return f"[what did {who} say, in a whole sentence? You noted: {note}]"


def _inside(text: str) -> str:
    inner = fragments.clean(text).replace("(", "").replace(")", "").strip()
    return inner if len(inner) > 1 and any(sign.isalpha() for sign in inner) else "what is missing?"


#: Where a clause ends, so that what is left still says something whole.
_CLAUSE_END = re.compile(
    r"[.!?;:,](?=\s)|\s[–—-](?=\s)|(?<=\w)(?=\s(?:because|since|although|while|which|where)\s)"
)


def _short(text: str, most: int = LONG_QUOTE) -> str:
    """At most so many words of theirs, whole clauses of them: "a director who has led a…" says nothing."""
    parts = text.split()
    if len(parts) <= most:
        return text
    ends = [
        found.start()
        for found in _CLAUSE_END.finditer(text)
        if SHORT_QUOTE <= len(text[: found.start()].split()) <= most
    ]
    cut = text[: ends[-1]] if ends else " ".join(parts[:most])
    for opener, closer in (("(", ")"), ("‘", "’"), ("“", "”")):
        if cut.count(opener) > cut.count(closer):
            cut = cut.replace(opener, "")
    return cut.rstrip(",;:–—- ") + "…"
