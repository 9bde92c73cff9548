"""What several letters are built of: your stories, the day you spoke, the role and the firm."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.terms import Brief, Deed, Direction, Happening, MailKind, Remark, Story
from afterword.writing import calling, fragments
from afterword.writing.fragments import Shape
from afterword.writing.letters.thanked import Known, on_record
from afterword.writing.lexicon import words_of
from afterword.writing.limits import words
from afterword.writing.matching import match_among, meeting
from afterword.writing.page import Page

#: A story sentence longer than this is not told whole.
LONG_SENTENCE = 45


@dataclass(frozen=True, slots=True)
class Spoken:
    """The day of the last talk as a phrase with a space before it, and the fact behind it."""

    phrase: str = ""
    fact: str = ""


def last_talk(brief: Brief, language: str = "en") -> Spoken:
    """When they last spoke; empty when no talk is known or it lies too far back."""
    known, phrase, fact = on_record(brief, language)
    return Spoken(phrase, fact) if known is Known.TALK and phrase else Spoken()


def met_others(brief: Brief, language: str = "en") -> tuple[str, Spoken]:
    """Whom the last talk was with, where the reader sat in none; an empty name where that is not known.

    The brief says it in facts (`met:` and the talk's id): who arranges a talk was not in it.
    """
    if last_talk(brief, language).fact:
        return "", Spoken()
    met = {one.id.removeprefix("met:"): one for one in brief.facts if one.id.startswith("met:")}
    talks = [e for e in brief.happenings if e.id in met and e.at.date() <= brief.today]
    if not talks:
        return "", Spoken()
    last = max(talks, key=lambda event: event.at)
    phrase = calling.when(last.at.date(), brief.today, language)
    return met[last.id].text, Spoken(f" {phrase}" if phrase else "", met[last.id].id)


def last_of(brief: Brief, *kinds: MailKind | Deed) -> Happening | None:
    """The latest event of these kinds by today, or None."""
    found = [e for e in brief.happenings if e.kind in kinds and e.at.date() <= brief.today]
    return max(found, key=lambda event: event.at) if found else None


def promised_day(brief: Brief) -> tuple[date, str] | None:
    """The last day they named for an answer, and the event that holds it.

    A day after which they wrote or talked again was overtaken: nobody is reminded of it.
    """
    found = [
        (e.at, e.promised, f"event:{e.id}")
        for e in brief.happenings
        if e.promised is not None and e.at.date() <= brief.today
    ]
    if not found:
        return None
    named, day, fact = max(found, key=lambda row: row[0])
    since = (e for e in brief.happenings if e.at > named and day < e.at.date() <= brief.today)
    overtaken = any(e.direction is Direction.IN or e.kind is Deed.INTERVIEW for e in since)
    return None if overtaken else (day, fact)


def role_of(brief: Brief, otherwise: str = "the role") -> tuple[str, str]:
    """ "the Head of Operations role" and its fact; a plain word when no role is known."""
    role = fragments.clean(brief.role)
    if not role or words(role) > 14 or _is_theirs(role, brief):
        return otherwise, ""
    if not _is_english(role):
        return f"the role of “{role}”", "case:role"
    if role.casefold().split()[-1] in ("role", "position", "post", "job"):
        return f"the {role}", "case:role"
    return f"the {role} role", "case:role"


def _is_theirs(role: str, brief: Brief) -> bool:
    """Whether the reader, or another known there, holds that title: then it is hardly the post sought."""
    titles = [brief.to.title.split(",")[0]]
    for fact in brief.facts if _ONE_OF_A_KIND.search(role) else ():
        parts = fact.text.split(", ")
        if fact.id.startswith("person:") and len(parts) > 1:
            titles.append(parts[1])
    return role.casefold() in {fragments.clean(one).casefold() for one in titles}


#: Titles that one person holds; of engineers a firm has many, and a peer may sit on the panel.
_ONE_OF_A_KIND = re.compile(
    r"\b(?:head|chief|director|vice president|vp|president|c[a-z]o|general manager|managing)\b",
    re.IGNORECASE,
)
#: English has these with their foreign letters.
_NATURALISED = re.compile(r"\b(?:façade|café|naïve|décor)s?\b", re.IGNORECASE)
#: Words and endings of a title in another language: it stands as a title inside an English sentence.
_FOREIGN_TITLE = re.compile(
    r"[äöüßàçñ]|\b(?:leiter(?:in)?|directeur|directrice|responsable|ingénieure?|hoofd|jefe|jefa|directora|"
    r"gerente|encargad[oa]|und|für|h/f|m/w/d|w/m/d|sachbearbeiter(?:in)?)\b|"
    r"\w(?:leiterin|leiter|beauftragter?|ingenieurin|führerin?|referentin|kauffrau|kaufmann)\b",
    re.IGNORECASE,
)


def _is_english(role: str) -> bool:
    return _FOREIGN_TITLE.search(_NATURALISED.sub("", role)) is None


def firm_of(brief: Brief, otherwise: str = "your team") -> tuple[str, str]:
    """The firm's name and its fact; a plain word when none is known."""
    firm = fragments.clean(brief.company)
    return (firm, "case:company") if firm and words(firm) <= 10 else (otherwise, "")


def answer_for(
    remark: Remark, brief: Brief, used: Collection[str] = ()
) -> tuple[Story | None, bool]:
    """The story that answers a remark, and whether only a confidential one would."""
    ranked = [story for story, _, _ in match_among(remark, brief.remarks, brief.stories)]
    open_ones = [story for story in ranked if not story.confidential]
    fresh = [story for story in open_ones if story.id not in used]
    # What a colleague of theirs has read already comes last: people compare their letters.
    fresh.sort(key=lambda story: story.id in brief.told)
    chosen = next(iter(fresh or open_ones), None)
    return chosen, chosen is None and bool(ranked)


def tell(
    page: Page,
    story: Story,
    *,
    lead: str = "I think of {t}",
    spare: int = 0,
    brief_form: bool = False,
    meets: Sequence[Remark] = (),
) -> None:
    """A story in the user's own sentences: what was hard, what was done, what came of it.

    `lead` brings in its name, {t}, when it has one that reads as such. Where it is told to meet
    something they said, the sentences that do so stay when the letter is cut to its length.
    """
    fact = f"story:{story.id}"
    kept = _meeting(story, meets)
    if not brief_form:
        _opened(page, story, lead, fact, spare + 1, kept)
    if story.action.strip():
        _part(page, story.action, fact, "action", spare=spare, kept=kept)
    elif not brief_form:
        page.say("[what did you do, in one line?]", fact, spare=spare)
    told = f"{story.action} {story.result}"
    if story.result.strip():
        _part(page, story.result, fact, "result", spare=spare, kept=kept)
        if not _figure(told) and not story.numbers:
            page.say("[a number for this: how many, how much, how fast?]", fact, spare=spare)
    elif not story.numbers:
        page.say("[what came of it, in a figure you could show?]", fact, spare=spare)
    if story.numbers and not _figure(told):
        figures = [fragments.clean(number) for number in story.numbers[:3]]
        page.say("In figures: " + "; ".join(n for n in figures if n), fact, spare=spare)


def in_short(page: Page, story: Story, said: Remark) -> None:
    """A story in two or three lines: what of it meets best what they said, and what came of it.

    A sentence that leans on what was hard ("led the site through it") has that before it.
    """
    fact, parts = f"story:{story.id}", list[tuple[str, str]]()
    for place, text in (("action", story.action), ("result", story.result)):
        parts += [(place, one) for one in fragments.split(text)]
    if not parts:
        page.say("[in one line: what did you do, and what came of it?]", fact)
        return
    near = meeting([one for _, one in parts], [said.quote], most=1)
    outcome = next((one for one in parts if one[0] == "result"), parts[0])
    best = parts[next(iter(near))] if near else outcome
    if _LEANS.search(best[1]) and story.challenge.strip():
        _part(page, fragments.split(story.challenge)[0], fact, "challenge", spare=0)
    for place, sentence in dict.fromkeys((best, outcome)):
        _part(page, sentence, fact, place, spare=0 if (place, sentence) == best else 1)


#: A word that points back at a sentence before it.
_LEANS = re.compile(r"\b(?:it|this|that|these|those|them|they|both|each one)\b", re.IGNORECASE)


def _meeting(story: Story, said: Sequence[Remark]) -> set[str]:
    """The story's sentences that meet what was said, as they will stand on the page."""
    quotes = [remark.quote for remark in said if remark.quote.strip()]
    if not quotes:
        return set()
    told = fragments.split(story.challenge) + fragments.split(story.action)
    told += fragments.split(story.result)
    return {fragments.clean(told[place]) for place in meeting(told, quotes)}


def _opened(
    page: Page, story: Story, lead: str, fact: str, spare: int, kept: Collection[str]
) -> None:
    """The story's name and what was hard, in one sentence where both are short."""
    named = name_of(story, dated=True)
    parts = fragments.split(fragments.clean(story.challenge))
    first = fragments.clean(parts[0]) if parts else ""
    easy = fragments.shape(first, strict=True) in (Shape.PHRASE, Shape.WHOLE)
    easy = easy and not (_stopped(story.challenge, parts, 0) and fragments.tells(first))
    own = first.casefold().startswith(("i ", "i’", "we ", "my ", "our "))
    if named and first and easy and not own and words(first) <= LONG_SENTENCE:
        page.say(
            f"{lead.format(t=named)}: {fragments.lower_first(first, page.small)}", fact, spare=spare
        )
        rest = " ".join(parts[1:])
    else:
        if named:
            page.say(lead.format(t=named), fact, spare=spare + 1)
        rest = story.challenge
    if rest.strip():
        _part(page, rest, fact, "challenge", spare=spare, kept=kept)


def missing_story(page: Page, subject: str, *facts: str, secret: bool = False) -> None:
    """The hole where an answering story should stand."""
    if secret:
        page.say(
            "[the story that answers this is confidential: tell it without names or figures "
            "that would give it away, or choose another]",
            *facts,
        )
    else:
        page.say(f"[a time you {subject}: what was hard, what you did, what came of it?]", *facts)


def _figure(text: str) -> bool:
    return any(sign.isdigit() for sign in text) or any(
        word.strip(".,;:") in _COUNTED for word in text.casefold().split()
    )


def name_of(story: Story, *, dated: bool = False) -> str:
    """The title where it is a plain label that the story's own sentences do not repeat."""
    title = fragments.clean(story.title)
    told = f"{story.challenge} {story.action} {story.result}".casefold()
    parts = title.split()
    if not title or len(parts) > 5 or fragments.shape(title) is not Shape.PHRASE:
        return ""
    if any(len(p) > 3 and p.casefold() in told for p in parts) or not title[0].isupper():
        return ""
    year = fragments.clean(story.when)
    title = _with_article(title)
    return f"{title}, {year}" if dated and year and len(year.split()) <= 3 else title


def _with_article(title: str) -> str:
    """Utrecht stays Utrecht; a thing gets its article: the ERP rollout."""
    small = fragments.lower_first(title)
    parts = title.split()
    a_name = small == title and all(part[0].isupper() or part[0].isdigit() for part in parts)
    if a_name or parts[0].casefold() in ("the", "a", "an", "my", "our"):
        return title if a_name else small
    return f"the {small}"


#: How each shape stands in each place of a story; {x} small, {X} as a sentence begins.
_FORMS: dict[str, dict[Shape, str]] = {
    "challenge": {
        Shape.WHOLE: "{X}",
        Shape.PAST: "I {x}",
        Shape.GERUND: "It meant {x}",
        Shape.INFINITIVE: "The task was {to} {x}",
        Shape.PHRASE: "What made it hard: {x}",
    },
    "action": {
        Shape.WHOLE: "{X}",
        Shape.PAST: "I {x}",
        Shape.GERUND: "My part was {x}",
        Shape.INFINITIVE: "What I set out to do: {x}",
        Shape.PHRASE: "What I did: {x}",
    },
    "result": {
        Shape.WHOLE: "{X}",
        Shape.PAST: "I {x}",
        Shape.GERUND: "It ended in this: {x}",
        Shape.INFINITIVE: "The result: {x}",
        Shape.PHRASE: "The result: {x}",
    },
}


def _part(
    page: Page, text: str, fact: str, place: str, *, spare: int, kept: Collection[str] = ()
) -> None:
    """One part of a story, sentence by sentence, each in the form its shape allows."""
    whole = fragments.clean(text)
    for i, sentence in enumerate(fragments.split(whole)):
        piece = fragments.clean(sentence)
        if not piece:
            continue
        easy = spare + i
        if (
            kept and easy
        ):  # what meets their words leaves last, yet it leaves before a bound is broken
            easy = 1 if piece in kept else easy + 1
        if place == "result" and _is_from_to(piece):
            piece = _FROM_TO.sub(r"\1 went from \2", piece)
            page.say(fragments.upper_first(piece), fact, spare=easy)
            continue
        if words(piece) > LONG_SENTENCE:
            page.say("[this part of your story is long: say it in one line]", fact, spare=spare)
            return
        kind = fragments.shape(piece, strict=place == "challenge")
        if kind is Shape.PHRASE and _stopped(text, sentence, i):
            if fragments.tells(piece):
                kind = Shape.WHOLE
            elif place == "action" and _DEED.match(piece):
                kind = Shape.PAST
        if kind is Shape.PHRASE and i > 0:
            line = fragments.upper_first(piece)
        else:
            small = fragments.lower_first(piece, page.small)
            to = "" if small.casefold().startswith("to ") else "to"
            line = _FORMS[place][kind].format(x=small, X=fragments.upper_first(piece), to=to)
        page.say(line + sentence[-1] if sentence[-1] in "!?" else line, fact, spare=easy)


def _stopped(text: str, sentence: str | list[str], i: int) -> bool:
    """Whether the user ended this sentence with a stop, and so meant it as one."""
    if isinstance(sentence, list):
        return len(sentence) > 1 or text.rstrip().endswith(".")
    return sentence.endswith(".") or text.rstrip().endswith(".")


def _is_from_to(piece: str) -> bool:
    """Whether it is a bare thing with two figures, so that "went" can stand between them."""
    found = _FROM_TO.match(piece)
    if not found or fragments.shape(piece) is not Shape.PHRASE:
        return False
    thing = found[1].casefold().split()
    if thing[-1] in _BEFORE_A_FIGURE:
        return False
    return not any(word in _MOVES or word.endswith(("ed", "ing")) for word in thing)


#: A sentence of an action that opens with a deed: "Shared lane data openly with nine carriers".
_DEED = re.compile(r"[A-Z][a-z]{2,}ed\s+\S+\s+\S+\s+\S+")
_BEFORE_A_FIGURE = words_of(
    "of in at by with to over under about for on the a within week year phase level version"
)
_MOVES = words_of(
    """down up drop drops dropped fall falls rise rises cut cuts increase increases decrease
    decreases reduction reductions improvement improvements change changes growth gain gains jump
    move moves shift back go goes went is was were are and grew fell rose"""
)
#: "errors from 2.1% to 0.4%": a thing, and two figures.
_FROM_TO = re.compile(
    r"^((?:[^\W\d_][\w’-]*\s+){0,3}?[^\W\d_][\w’-]*)(?: from)? ([€$£]?\d\S* to [€$£]?\d)"
)
_COUNTED = words_of(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    half halved doubled tripled"""
)
