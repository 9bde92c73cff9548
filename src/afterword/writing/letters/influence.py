"""The influence letter: the centre of the method (S2-04 to S2-08, method 2b).

Their problem in their words, one story for each, the doubt met head-on, a first step offered as
a hypothesis, why them, and one small next step. Each turn is worded four ways, so that
the people of one panel, and two rounds with the same person, never read the same run of words.
A doubt they wrote after the talk comes before everything else: that mail waits for an answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from afterword.terms import Basis, Brief, Draft, Remark, RemarkKind
from afterword.writing import fragments
from afterword.writing.facts import is_to
from afterword.writing.letters.footing import FRANK, is_decided, was_frank, why_them
from afterword.writing.letters.pieces import (
    answer_for,
    last_talk,
    met_others,
    missing_story,
    name_of,
    role_of,
    tell,
)
from afterword.writing.letters.quoting import LONG_QUOTE, known, mark, put, theirs, words_known
from afterword.writing.letters.replying import open_with, unanswered
from afterword.writing.limits import words
from afterword.writing.page import Page


def influence_letter(brief: Brief) -> Draft:
    """Their problem in their words, a story for each, the doubt met, one small next step."""
    page, used = Page(brief), set[str]()
    role, role_fact = role_of(brief, "our conversation")
    wrote = unanswered(brief)
    if wrote is not None:
        open_with(page, wrote)
        page.paragraph()
        _answered(page, wrote, used)
    else:
        _opened(page)
    problems = _problems(brief, used)[: 1 if wrote is not None else 2]
    for i, problem in enumerate(problems):
        page.paragraph()
        _problem(page, problem, i + (wrote is not None), used)
    doubts = _doubts(brief)[:1] if wrote is None else []
    if not problems and wrote is None and not any(words_known(one) for one in doubts):
        page.paragraph()
        page.say("[what are they struggling with, in their own words?]")
        _unnamed(page, used)
    for doubt in doubts:
        page.paragraph()
        _doubt(page, doubt, used)
    for first in theirs(brief, RemarkKind.FIRST_PRIORITY)[:1]:
        page.paragraph()
        _beginning(page, first, bool(used))
    page.paragraph()
    if is_decided(brief):
        page.say(
            "You have decided, and I respect it; should a seat like this come up again, I would be glad to talk."
        )
        return page.draft(f"After our talk about {role}" if role_fact else "After our conversation")
    why_them(page)
    page.say(
        page.pick(
            "close",
            "Which part of this would you want to test? I can bring it to a talk of twenty minutes.",
            "If one piece is worth a closer look, twenty minutes would do.",
            "Should you wish to press me on any of it, I can be with you whenever it suits.",
            "Tell me where you see it differently, and I will come prepared for that.",
        )
    )
    if wrote is not None:
        return page.draft(f"Your mail, and {role}" if role_fact else "Your mail, answered")
    return page.draft(f"After our talk about {role}" if role_fact else "After our conversation")


def _opened(page: Page) -> None:
    """Thanks for the talk, and one true detail of it."""
    brief = page.brief
    talk = last_talk(brief, page.days)
    name, theirs_alone = met_others(brief, page.days)
    if name:
        page.say(
            f"My talk with {name}{theirs_alone.phrase} has given me a good deal to think about; this is what "
            "I made of it.",
            theirs_alone.fact,
            f"event:{theirs_alone.fact.removeprefix('met:')}",
        )
        page.say(f"[one true detail: what did {name} say that stayed with you?]")
        return
    said = page.pick(
        "open",
        "Thank you for our conversation{w}.",
        FRANK,
        "Our conversation{w} has given me a good deal to think about; thank you for it.",
        "I am glad we talked{w}, and I have gone on thinking since.",
    )
    if said == FRANK and not was_frank(brief):
        said = "Thank you for our conversation{w}."
    page.say(said.format(w=talk.phrase), talk.fact)
    details = theirs(brief, RemarkKind.TOPIC, others=False)
    if details:
        put(
            page,
            details[0],
            page.pick(
                "d",
                "One thing you said stays with me: {q}",
                "Of all we covered, this is what I took away: {q}",
                "There is one line I keep coming back to: {q}",
                "A sentence of yours has gone round in my head: {q}",
            ),
            page.pick(
                "d",
                "What {who} said about {q} stays with me.",
                "I have kept thinking about {q} since.",
                "Of all we covered, I come back most to {q}.",
                "Since we spoke I have been turning over {q}.",
            ),
            "What I took away, in my own words: {q}",
            spare=1,
        )
    elif not _problems(brief) and not any(is_to(one, brief) for one in _doubts(brief)):
        page.say("[one true detail from the talk: what did they say that stayed with you?]")


def _problems(brief: Brief, used: Collection[str] = ()) -> list[Remark]:
    """At most two: the reader's own, answered ones first, then those of colleagues that a story answers.

    The second of a pair needs a story of its own: one told twice answers neither, and one hole is enough.
    """
    named = theirs(brief, RemarkKind.CHALLENGE)
    story = {one.id: answer_for(one, brief, used)[0] for one in named}
    chosen = [one for one in named if is_to(one, brief) or story[one.id] is not None]
    own = sorted(
        (one for one in chosen if is_to(one, brief)), key=lambda one: story[one.id] is None
    )
    # What one colleague said in confidence is not carried round the house: one of theirs at most.
    found = own + [one for one in chosen if one not in own][: 1 if len(own) < 2 else 0] or named[:1]
    taken: set[str] = set(used)
    kept: list[Remark] = []
    for one in found:
        answer = answer_for(one, brief, taken)[0]
        if kept and (answer is None or answer.id in taken):
            continue
        kept.append(one)
        taken |= {answer.id} if answer is not None else set()
    return kept[:2]


def _doubts(brief: Brief) -> list[Remark]:
    """What they doubt, one that a story answers before one that none does."""
    found = theirs(brief, RemarkKind.DOUBT)
    return sorted(found, key=lambda one: (not is_to(one, brief), _open(one, brief)))


def _open(doubt: Remark, brief: Brief) -> bool:
    return answer_for(doubt, brief)[0] is None


def _unnamed(page: Page, used: set[str]) -> None:
    """The story for what only others spoke of: the story is the user's own, their words are not told."""
    kinds = (RemarkKind.CHALLENGE, RemarkKind.DOUBT)
    own = theirs(page.brief, *kinds)
    told = [one for one in known(page.brief, *kinds) if one not in own]
    story = next((one for r in told if (one := answer_for(r, page.brief)[0]) is not None), None)
    if story is None:
        missing_story(page, "solved such a problem")
    else:
        page.say("I have one piece of work in mind that may bear on it.", f"story:{story.id}")
        tell(page, story)
        used.add(story.id)


def _problem(page: Page, problem: Remark, place: int, used: set[str]) -> None:
    whole, topic = (_FIRST, _SECOND)[place][page.turn("problem", 4)]
    put(page, problem, whole, topic, "As I understood it, the problem is this: {q}")
    if not words_known(problem):
        return
    story, secret = answer_for(problem, page.brief, used)
    if story is None:
        missing_story(page, "met this problem", mark(problem), secret=secret)
        return
    near = (
        page.pick(
            "near",
            "I have stood close to that problem.",
            "I have met something like it.",
            "That is familiar ground.",
            "I know a piece of that road.",
        ),
        page.pick(
            "near",
            "Here I can speak from one case.",
            "There is one piece of work I would set beside it.",
            "I have dealt with a version of that as well.",
            "One earlier job of mine bears on it.",
        ),
    )[place]
    page.say(near, f"story:{story.id}", mark(problem), spare=1)
    lead = ("I think of {t}", "I would point to {t}")[place]
    tell(page, story, lead=lead, spare=place, meets=[problem])
    if place == 0:
        page.say(
            page.pick(
                "apart",
                "As far as I can judge from outside, the hard part there was close to yours.",
                "Your case is not that one, but the knot looks the same from where I stand.",
                "How far the two are alike, you will see better than I do.",
                "Where yours differs, I would want to hear it before anything else.",
            ),
            f"story:{story.id}",
            mark(problem),
            spare=3,
        )
    used.add(story.id)


#: How their first and second problem is brought in: as a sentence of theirs, as a few words.
_FIRST = (
    ("{who} put the problem in one sentence: {q}", "{who} named {q} as a problem."),
    ("{who} said where it hurts: {q}", "{who} told me about {q}."),
    ("The problem, in the words I heard from {who}: {q}", "The problem {who} described was {q}."),
    ("{who} described it like this: {q}", "{who} spoke of {q}."),
)
_SECOND = (
    ("Then there is the other thing {who} told me: {q}", "{who} also spoke of {q}."),
    ("The second thing I took from {who}: {q}", "The second thing on the table was {q}."),
    ("And {who} added this: {q}", "And there was {q}."),
    ("{who} named one more: {q}", "One more thing {who} named was {q}."),
)


def _doubt(page: Page, doubt: Remark, used: set[str]) -> None:
    """A named doubt, met head-on; one the user only sensed is not put into their mouth."""
    if doubt.basis is Basis.SAID and fragments.clean(doubt.quote).endswith("?"):
        put(page, doubt, "{who} asked me: {q}", "{who} asked me: {q}", "{q}")
        _answered(page, doubt, used)
        return
    put(
        page,
        doubt,
        page.pick(
            "doubt",
            "{who} also named what gives pause: {q}",
            "There was one doubt, and I am glad {who} said it aloud: {q}",
            "{who} put one doubt to me: {q}",
            "One thing still stands in the way, in the words of that talk: {q}",
        ),
        page.pick(
            "doubt",
            "One doubt was named: {q}",
            "There was one doubt: {q}",
            "One question stayed open: {q}",
            "What may speak against me, as I heard it: {q}",
        ),
        "I may have left one question open, as I read it: {q}",
    )
    _answered(page, doubt, used)


def _answered(page: Page, doubt: Remark, used: set[str]) -> None:
    """What the user can set against a doubt, told so that what meets it stays; a hole where nothing does."""
    if not words_known(doubt):
        return
    story, secret = answer_for(doubt, page.brief, used)
    if story is None:
        page.say(
            page.pick(
                "bare",
                "That is a fair doubt, and it asks for more than an assurance.",
                "I take that seriously, and a promise would not be an answer.",
                "It is right to ask, and words alone will not settle it.",
                "I understand it, so let me answer with something that can be checked.",
            )
        )
        missing_story(page, "showed otherwise", mark(doubt), secret=secret)
    elif story.id in used:
        name = name_of(story) or "the work I have just described"
        page.say(
            page.pick(
                "met",
                f"That is a fair doubt, and {name} is my answer to it.",
                f"It is right to ask; my answer is {name}.",
                f"I understand it, and I would answer with {name}.",
                f"It asks for an answer, and mine is {name}.",
            ),
            f"story:{story.id}",
            mark(doubt),
        )
    else:
        page.say(
            page.pick(
                "set",
                "That is a fair doubt, and this is what I can set against it.",
                "It is right to ask, and this is my answer.",
                "It asks for more than an assurance from me.",
                "I understand it; one piece of my work speaks to it.",
            ),
            mark(doubt),
        )
        akin = [
            one
            for one in known(page.brief, RemarkKind.DOUBT)
            if one.by == doubt.by and one.id != doubt.id and words_known(one)
        ]
        tell(page, story, meets=[doubt, *akin])
        used.add(story.id)


def _beginning(page: Page, first: Remark, has_story: bool) -> None:
    put(
        page,
        first,
        page.pick(
            "first",
            "{who} said what has to come first: {q}",
            "As for where to begin, I noted this from {who}: {q}",
            "The first task, as {who} set it: {q}",
            "{who} told me what has to stand first: {q}",
        ),
        _first_thing(first),
        "If I understood rightly, the first thing is this: {q}",
        spare=2,
    )
    if not words_known(first):
        return
    if has_story:
        page.say(
            page.pick(
                "guess",
                "Seen from outside I can only guess, but I would begin by finding out which part "
                "of what I have described would hold with you, and which would not.",
                "My first weeks would go into learning what is different at your end; only then "
                "would I say what to carry over.",
                "I would spend the first month with the people who do the work, and bring you a "
                "plan with your figures in it, not mine.",
                "Before I changed anything I would ask your own people what they have tried, and "
                "why it stopped.",
            ),
            mark(first),
            spare=1,
        )
    else:
        page.say("My first guess, and you will know better: [what would you try first, and why?]")


def _first_thing(first: Remark) -> str:
    """A task they named is recast as one: "hire a head of support" needs its "to"."""
    task = fragments.clean(first.quote)
    if fragments.shape(task) is not fragments.Shape.INFINITIVE or words(task) > LONG_QUOTE:
        return "{who} named {q} as the first thing to do."
    small = fragments.lower_first(task).replace("{", "(").replace("}", ")")
    return "{who} said that the first thing is to " + re.sub(r"^to\s+", "", small)
