"""Letters after a no: thanks first, one question at most, never an appeal (P11 to P14)."""

from __future__ import annotations

import re

from afterword.terms import Basis, Brief, Draft, Part, Remark, RemarkKind
from afterword.writing import fragments
from afterword.writing.facts import is_to
from afterword.writing.letters import offering
from afterword.writing.letters.grace import EXPLAINED, FILLED, from_reader, told_why
from afterword.writing.letters.pieces import (
    answer_for,
    last_of,
    missing_story,
    role_of,
    tell,
)
from afterword.writing.letters.quoting import (
    WHOLE_REASON,
    cite,
    fit,
    mark,
    put,
    subject_of,
    theirs,
    words_known,
)
from afterword.writing.letters.thanked import Known, on_record
from afterword.writing.page import Page
from afterword.writing.standing_alone import stands

#: Reasons that can be answered with proof (method 5): a gap, a fear, a misreading.
ANSWERABLE = frozenset({"R02", "R03", "R11", "R15", "R16"})
_RECRUITERS = (Part.RECRUITER_INTERNAL, Part.RECRUITER_AGENCY, Part.COORDINATOR, Part.SOURCER)


def advice_request(brief: Brief) -> Draft:
    """One question that looks ahead, and a promise not to argue (S4-04, E13)."""
    page = Page(brief)
    role, role_fact = role_of(brief, "this role")
    known, when, fact = on_record(brief, page.days)
    page.say(
        page.pick(
            "open",
            f"Thank you for considering me for {role} and for the time you gave me{when}.",
            f"Thank you for the time you spent with me{when} over {role}.",
        )
        if known is Known.TALK
        else f"Thank you for considering me for {role}.",
        fact if known is Known.TALK else "",
        role_fact,
    )
    reason = told_why(last_of(brief, *FILLED), brief)
    offer = offering.offered(brief)
    if offer is not None and offer.thing:
        page.say(f"And yes, gladly: {offer.thing}.", offer.fact)
        if offer.day:
            page.say(offering.suits(offer), offer.fact)
    page.paragraph()
    if reason:  # who said why is not asked why once more
        page.say("You told me plainly what decided it, and I am grateful for that.", reason)
        page.say("What would you want to see from me, to be sure of it another time?")
    else:
        page.say(
            page.pick(
                "ask",
                "May I ask for one piece of advice: if you ran this search again, what would I have "
                "to do differently to be the one you hire?",
                "One thing I would like to learn from you: if we ran this again, what should I do "
                "differently to become the person you hire?",
            )
        )
    page.say("One line would be plenty.")
    page.paragraph()
    page.say("I will not argue with the answer; I want to use it.")
    page.say("And if you would rather not say, no reply is needed.")
    return page.draft(f"One question, after {role}" if role_fact else "One question for next time")


def call_request(brief: Brief) -> Draft:
    """A quarter of an hour with its purpose named, and an easy way to say no (S1-04 to 06)."""
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    known, when, fact = on_record(brief, page.days)
    if known is Known.TALK:
        page.say(f"Thank you for our talk{when} about {role}.", fact, role_fact)
    else:
        page.say(f"Thank you for considering me for {role}.", role_fact)
    page.say("I am not writing to reopen anything.")
    page.paragraph()
    page.say(
        page.pick(
            "ask",
            "Would you give me fifteen minutes on the phone in the coming weeks?",
            "Could I have fifteen minutes of your time, by phone, some day that suits you?",
        )
    )
    page.say(
        "I would like your view on where my work could be of use, and on whom you know at "
        "[two firms, or two kinds of role, you would like to ask about]."
    )
    page.say(
        page.pick(
            "time",
            "I will keep to the quarter of an hour.",
            "Name any time and I will ring you; the fifteen minutes I will keep to.",
            "Whatever hour suits you, I will ring then.",
        ),
        spare=1,
    )
    page.paragraph()
    page.say("If there is something I can do for you in return, tell me.", spare=2)
    page.say("And if it does not suit you, I quite understand.")
    return page.draft(f"Fifteen minutes, after {role}" if role_fact else "Fifteen minutes by phone")


def reopen_letter(brief: Brief) -> Draft:
    """The verdict accepted, the reason as understood, one new fact, a modest ask, a way out."""
    page, used = Page(brief), set[str]()
    doubt, source = reason_of(brief)
    role, role_fact = role_of(brief, "the role")
    if doubt is None:
        page.say(f"Thank you for letting me know about {role}.", role_fact)
        page.paragraph()
        page.say("[the reason as you understood it, in their words]")
        missing_story(page, "showed otherwise")
    else:
        sure = doubt.basis is Basis.SAID and words_known(doubt) and fit(doubt)
        if sure:
            page.say(_thanks_for(page, doubt, source), source)
            page.say(
                f"I took it to heart: {cite(doubt.quote, final=True, most=WHOLE_REASON)}"
                if stands(fragments.clean(doubt.quote))
                else f"I took to heart what you said about {subject_of(doubt.quote)}.",
                source,
            )
        else:
            page.say(f"Thank you for letting me know about {role}.", role_fact)
            put(
                page,
                doubt,
                "{q}",
                "{q}",
                "As I understood it, the reason was this: {q}",
                fact=source,
            )
        story, secret = answer_for(doubt, brief) if words_known(doubt) else (None, False)
        page.paragraph()
        if story is not None:
            page.say(
                page.pick(
                    "repair",
                    "This part of my work did not come up in our talks, and that was mine to see to.",
                    "On what you had heard it was a fair reading; one piece was missing, and it "
                    "was mine to bring.",
                ),
                source,
                f"story:{story.id}",
            )
            tell(page, story, meets=[doubt])
            used.add(story.id)
        else:
            missing_story(page, "showed otherwise", source, secret=secret)
    ahead = [
        remark
        for remark in theirs(brief, RemarkKind.FIRST_PRIORITY, RemarkKind.CHALLENGE, others=False)
        if words_known(remark)
    ]
    page.paragraph()
    if ahead:
        put(
            page,
            ahead[0],
            "I bring it up because of something else you told me: {q}",
            "I bring it up because you also spoke of {q}.",
            "I bring it up because, as I understood it, this lies ahead of you: {q}",
            spare=1,
        )
    page.say(
        "If it changes anything, I would be glad to show you how it was done, in ten minutes or "
        "in a small trial of your choosing."
        if used
        else "If it changes anything, ten minutes would be enough to show you."
    )
    if brief.to.part in _RECRUITERS:
        page.say("If you think it right, please pass this on to the person who decides.")
    page.paragraph()
    page.say(
        page.pick(
            "exit",
            "I respect the decision you made with what you knew.",
            "The decision was fair on what you had before you, and I respect it.",
        )
    )
    page.say("If it stands, thank you for your time; I will leave it there.")
    return page.draft("One thing I should have told you")


def _thanks_for(page: Page, doubt: Remark, source: str) -> str:
    """Thanks for the reason, or for the doubt where that was voiced before the verdict."""
    if source.startswith("event:"):
        return page.pick(
            "open",
            "Thank you for telling me the reason, and in so many words.",
            "Thank you for giving me the reason; it helps more than a kind phrase.",
        )
    if not is_to(doubt, page.brief):
        return "I am grateful that the doubt was named to me."
    return page.pick(
        "open",
        "Thank you for telling me what gave you pause.",
        "Thank you for naming your doubt; it helps more than a kind phrase.",
    )


def reason_of(brief: Brief) -> tuple[Remark | None, str]:
    """The reason to answer and its fact: what the verdict explains, else a voiced doubt, else what it named.

    Of several the one a story answers is taken; of those the one that names a lack, before one that
    only compares. A sentence that says whom they chose, and nothing of why, is no reason.
    """
    event = last_of(brief, *FILLED)
    if event is not None and not from_reader(event, brief):
        event = None  # what somebody else wrote to the user is not held out to this reader
    given = [
        (Remark(event.id, RemarkKind.DOUBT, one.quote, "", one.basis), one.code)
        for one in (event.reasons if event else ())
        if event and one.code in ANSWERABLE and fragments.clean(one.quote)
        if not _ONLY_WHO.search(fragments.clean(one.quote))
    ]
    # What they took the trouble to explain in the verdict outweighs what was asked on the way.
    explained = [row for row in given if len(row[0].quote.split()) >= EXPLAINED]
    voiced = [(one, "") for one in theirs(brief, RemarkKind.DOUBT)]
    for found in (explained, voiced, given):
        if found:
            best, code = min(
                found,
                key=lambda row: (
                    answer_for(row[0], brief)[0] is None,
                    row[0].basis is not Basis.SAID,
                    row[1] == "R02",
                ),
            )
            return best, f"event:{best.id}" if code else mark(best)
    return None, ""


#: It says whom they took, and nothing of why: "the panel came down in favour of the other finalist".
_ONLY_WHO = re.compile(
    r"^(?:[^,;:]{0,60}\b)?(?:chose|chosen|picked|selected|decided (?:for|on|in favou?r)|in favou?r of|"
    r"(?:go|going|gone|went) with|offer(?:ed)? (?:it|the (?:role|post|job)) to|settled on|preferred)\b"
    r"[^,;:]{0,25}\b(?:an?other|other|someone else|somebody else|different)\b"
    r"(?: (?:candidate|finalist|applicant|person|one))?(?: in the end)?[.!]?$",
    re.IGNORECASE,
)
