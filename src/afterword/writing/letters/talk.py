"""Letters that answer a doubt before the verdict: why me, and a piece of proof (S2-09 to S2-14)."""

from __future__ import annotations

import re

from afterword.terms import Basis, Brief, Draft, Remark, RemarkKind, Story
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
        _where_it_stands(page, asked[0])
    else:
        page.say("[what did they say about the other candidate, or what are they weighing?]")
    if rivals:
        page.say(
            "That is a real strength, and I will not argue with it."
            if _STRENGTH.search(rivals[0].quote)
            else "I would rather use the time to add what you have not seen of me.",
            mark(rivals[0]),
            spare=0 if _STRENGTH.search(rivals[0].quote) else 1,
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
            f"I would set work of my own beside it; all of it turns on {skill}.",
            *[f"story:{story.id}" for story in told],
        )
    elif told:
        page.say(
            "I would set work of my own beside it.",
            *[f"story:{story.id}" for story in told],
        )
    else:
        page.say("I would set this beside it: [the one strength they should remember you for].")
    secret = any(story.confidential for story in brief.stories)
    for i, story in enumerate(told):
        if len(told) > 1:
            page.paragraph()
        if not name_of(story) and len(told) > 1:
            page.say(("Let me be concrete.", "And a second time.")[i], spare=2)
        lead = ("Take {t}", "Then there is {t}")[i]
        tell(page, story, lead=lead, spare=0 if i == 0 else 1, meets=(*doubts, *rivals))
    if not told:
        page.paragraph()
        missing_story(page, "showed this strength", secret=secret)
    page.paragraph()
    page.say("Thank you for hearing me once more; the rest I leave with you.")
    return page.draft(f"One thing more, on {role}" if role_fact else "One thing more")


def _where_it_stands(page: Page, said: Remark) -> None:
    """What they weigh, brought in as what it is: a question, a frank word, or a rival's mere presence."""
    own, text = _from_reader(said, page.brief), fragments.clean(said.quote)
    if text.endswith("?") and words_known(said) and said.basis is Basis.SAID:
        who = "You" if own else "{who}"
        put(page, said, who + " asked me: {q}", who + " asked me: {q}", "{q}")
        return
    frank = said.kind is RemarkKind.DOUBT or _STRENGTH.search(text) is not None
    put(
        page,
        said,
        page.pick(
            "open",
            "Thank you for telling me where things stand: {q}",
            "You were frank with me, and I am glad of it: {q}",
            "I have thought about what you told me: {q}",
        )
        if own
        else "{who} told me where things stand: {q}",
        "Thank you for being frank with me: {q}"
        if own and frank
        else "Thank you for telling me how far you are: {q}"
        if own
        else "{who} told me how far things are: {q}",
        "As I understand where things stand: {q}",
    )


#: A rival's advantage as people name it; "one more person to see" is none.
_STRENGTH = re.compile(
    r"\b(?:has|have|had|held|ran|run|led|worked|did|years?|background|experience|knows?|comes? from)\b",
    re.IGNORECASE,
)


def _from_reader(remark: Remark, brief: Brief) -> bool:
    return remark in theirs(brief, remark.kind, others=False)


def _instances(brief: Brief) -> list[Story]:
    """At most two stories: those that answer what is weighed, then one that shows the same strength again."""
    found: list[Story] = []
    for remark in theirs(brief, RemarkKind.RIVAL, RemarkKind.DOUBT):
        story, _ = answer_for(remark, brief, [one.id for one in found])
        if story is not None and story not in found:
            found.append(story)
    if len(found) < 2 or not _shared_skill(found[:2]):
        # One strength shown twice says more than two answers side by side.
        open_ones = [one for one in brief.stories if not one.confidential and one not in found]
        open_ones.sort(key=lambda story: (story.id in brief.told, story.id))
        kin = [one for one in open_ones if found and _shared_skill([found[0], one])]
        found = [*found[:1], *kin[:1], *found[1:]]
    return found[:2]


def _shared_skill(stories: list[Story]) -> str:
    """A strength both show, in the user's words for it; a bare tag ("data", "leadership") is none."""
    if len(stories) < 2:
        return ""
    other = {skill.casefold() for skill in stories[1].skills}
    shared = [one for one in stories[0].skills if one.casefold() in other and " " in one.strip()]
    return fragments.lower_first(fragments.clean(shared[0])) if shared else ""


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
    else:
        page.say("[what do they doubt, in their own words?]")
    story, secret = answer_for(doubts[0], brief) if doubts else (None, False)
    if story is not None:
        page.paragraph()
        tell(page, story, spare=1)
        page.paragraph()
        page.say(
            "If seeing it would tell you more than my word for it, I will gladly do a small piece "
            "of such work on material of yours, with anything confidential taken out and within "
            "a day."
        )
    else:
        page.say("I could answer with words, but a piece of the work would tell you more.")
        page.paragraph()
        page.say(
            "So let me try the thing itself: send me [which sample could they share: a report, a "
            "data set, a case from last year?], with anything confidential taken out, and I will "
            "send back a short piece of work for you to judge."
        )
        page.say("I would keep it to a day, so that it stays small for both of us.", spare=1)
    if secret:
        page.paragraph()
        missing_story(page, "came close to this", secret=True)
    page.paragraph()
    page.say("If it proves useful, twenty minutes to go through it with you would be welcome.")
    page.say("If it is not how you like to work, a word is enough and I will leave it there.")
    return page.draft(f"A small piece of work for {firm}" if firm_fact else "A small piece of work")
