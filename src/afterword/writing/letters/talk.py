"""Letters that answer a doubt before the verdict: why me, and a piece of proof (S2-09 to S2-14)."""

from __future__ import annotations

import re

from afterword.terms import Brief, Draft, Remark, RemarkKind, Story
from afterword.writing import fragments
from afterword.writing.letters.pieces import (
    answer_for,
    firm_of,
    missing_story,
    name_of,
    role_of,
    tell,
)
from afterword.writing.letters.quoting import mark, put, theirs, words_known
from afterword.writing.page import Page


def second_influence(brief: Brief) -> Draft:
    """Why me: the rival's strength granted, one difference, two instances, then wait."""
    page = Page(brief)
    role, role_fact = role_of(brief)
    rivals = theirs(brief, RemarkKind.RIVAL)
    doubts = theirs(brief, RemarkKind.DOUBT)
    asked = (rivals or doubts)[:1]
    told: list[Story] = []
    if asked:
        put(
            page,
            asked[0],
            page.pick(
                "open",
                "Thank you for telling me where things stand: {q}",
                "You were frank with me, and I am glad of it: {q}",
                "I have thought about what you told me: {q}",
            )
            if _from_reader(asked[0], brief)
            else "{who} told me where things stand: {q}",
            "Thank you for being frank with me: {q}",
            "As I understand where things stand: {q}",
        )
    else:
        page.say("[what did they say about the other candidate, or what are they weighing?]")
    if rivals:
        page.say(
            "That is a real strength, and I will not argue with it."
            if _STRENGTH.search(rivals[0].quote)
            else "I will not argue with that; I would rather add what you have not seen of me.",
            mark(rivals[0]),
        )
        for doubt in doubts[:1]:
            put(
                page,
                doubt,
                "There was also your doubt: {q}"
                if _from_reader(doubt, brief)
                else "There was also the doubt {who} named: {q}",
                "There was also the question of {q}.",
                "There may also be this doubt: {q}",
                spare=1,
            )
    elif doubts and words_known(doubts[0]):
        page.say("It is a fair point, and I would rather answer it than talk round it.")
    told = _instances(brief)
    page.paragraph()
    skill = _shared_skill(told)
    if skill:
        page.say(
            f"What I would set beside it is one thing: {skill}",
            *[f"story:{story.id}" for story in told],
        )
    else:
        page.say("What I would set beside it is [the one strength they should remember you for].")
    secret = any(story.confidential for story in brief.stories)
    for i, story in enumerate(told):
        page.paragraph()
        if not name_of(story):
            page.say(("Let me be concrete.", "And a second time.")[i], spare=2)
        tell(page, story, lead=("Take {t}", "Then there is {t}")[i], spare=0 if i == 0 else 1)
    if len(told) < 2:
        page.paragraph()
        subject = "showed this strength" if not told else "showed it a second time"
        missing_story(page, subject, secret=secret)
    page.paragraph()
    page.say(f"That is my answer to your question about {role}.", role_fact, spare=1)
    page.say("Thank you for letting me give it; the rest I leave with you.")
    return page.draft(f"An answer to your question about {role}" if role_fact else "An answer")


#: A rival's advantage as people name it; "one more person to see" is none.
_STRENGTH = re.compile(
    r"\b(?:has|have|had|held|ran|run|led|worked|did|years?|background|experience|knows?|comes? from)\b",
    re.IGNORECASE,
)


def _from_reader(remark: Remark, brief: Brief) -> bool:
    return remark in theirs(brief, remark.kind, others=False)


def _instances(brief: Brief) -> list[Story]:
    """At most two stories: those that answer what was said, then those that share a skill."""
    found: list[Story] = []
    for remark in theirs(brief, RemarkKind.RIVAL, RemarkKind.DOUBT, RemarkKind.CHALLENGE):
        story, _ = answer_for(remark, brief, [one.id for one in found])
        if story is not None and story not in found:
            found.append(story)
    first = {skill.casefold() for skill in found[0].skills} if found else set[str]()
    rest = [story for story in brief.stories if not story.confidential and story not in found]
    heads = _heads(found[0]) if found else set[str]()
    rest.sort(
        key=lambda story: (
            not first & {s.casefold() for s in story.skills},
            not heads & _heads(story),
            story.id in brief.told,
            story.id,
        )
    )
    if len(found) > 1 and not _shared_skill(found[:2]):
        # One strength shown twice says more than two answers side by side.
        kin = [story for story in rest if _shared_skill([found[0], story])]
        found = [found[0], *kin[:1], *found[1:]]
    return (found + rest)[:2]


def _shared_skill(stories: list[Story]) -> str:
    if len(stories) < 2:
        return ""
    other = {skill.casefold() for skill in stories[1].skills}
    shared = [skill for skill in stories[0].skills if skill.casefold() in other]
    # "Inspection leadership" and "project leadership" are two instances of one strength.
    shared += sorted(_heads(stories[0]) & _heads(stories[1]))
    return fragments.lower_first(fragments.clean(shared[0])) if shared else ""


def _heads(story: Story) -> set[str]:
    """The last words of its skills that name a strength by themselves."""
    lasts = {skill.casefold().split()[-1] for skill in story.skills if len(skill.split()) > 1}
    return lasts & {"leadership", "management", "negotiation", "control", "planning", "design"}


def proof_offer(brief: Brief) -> Draft:
    """Instead of an assurance, a piece of the very work they doubt (S2-09; guardrail 6)."""
    page = Page(brief)
    firm, firm_fact = firm_of(brief, "")
    doubts = theirs(brief, RemarkKind.DOUBT)
    if doubts:
        put(
            page,
            doubts[0],
            "You told me what gives you pause: {q}"
            if _from_reader(doubts[0], brief)
            else "{who} told me what gives pause: {q}",
            "You were open with me about one doubt: {q}"
            if _from_reader(doubts[0], brief)
            else "One doubt was named: {q}",
            "I may have left one question open, as I read it: {q}",
        )
        page.say("I could answer with words, but a piece of the work would tell you more.")
    else:
        page.say("[what do they doubt, in their own words?]")
    page.paragraph()
    page.say(
        "So let me try the thing itself: send me [which sample could they share: a report, a "
        "data set, a case from last year?], with anything confidential taken out, and I will "
        "send back a short piece of work for you to judge."
    )
    page.say("I would keep it to a day, so that it stays small for both of us.", spare=1)
    story, secret = answer_for(doubts[0], brief) if doubts else (None, False)
    if story is not None:
        page.paragraph()
        page.say("I would not be starting from nothing.", f"story:{story.id}", spare=2)
        tell(page, story, spare=1)
    elif secret:
        page.paragraph()
        missing_story(page, "came close to this", secret=True)
    page.paragraph()
    page.say("If it proves useful, twenty minutes to go through it with you would be welcome.")
    page.say("If it is not how you like to work, a word is enough and I will leave it there.")
    return page.draft(f"A small piece of work for {firm}" if firm_fact else "A small piece of work")
