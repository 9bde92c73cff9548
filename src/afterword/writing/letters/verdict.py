"""Letters after a no: thanks first, one question at most, never an appeal (P11 to P14)."""

from __future__ import annotations

import re
from dataclasses import replace

from afterword.terms import Basis, Brief, Draft, Fact, Happening, MailKind, Part, Remark, RemarkKind
from afterword.writing import fragments
from afterword.writing.facts import is_to
from afterword.writing.letters.foreign import grace_abroad
from afterword.writing.letters.pieces import (
    answer_for,
    last_of,
    last_talk,
    missing_story,
    role_of,
    tell,
)
from afterword.writing.letters.quoting import (
    cite,
    fit,
    mark,
    praising,
    put,
    put_heard,
    subject_of,
    theirs,
    words_known,
)
from afterword.writing.page import Page
from afterword.writing.standing_alone import stands

FILLED = (MailKind.REJECTION, MailKind.POSITION_FILLED)
#: Reasons that can be answered with proof (method 5): a gap, a fear, a misreading.
ANSWERABLE = frozenset({"R02", "R03", "R11", "R15", "R16"})
#: From so many words on, a reason is an explanation and no phrase.
EXPLAINED = 10
PAUSED = (MailKind.ON_HOLD, MailKind.CANCELLED)
_RECRUITERS = (Part.RECRUITER_INTERNAL, Part.RECRUITER_AGENCY, Part.COORDINATOR, Part.SOURCER)


def grace_note(brief: Brief) -> Draft:
    """Thanks, one thing valued, respect, an open door; no question (60 to 120 words)."""
    if brief.language != "en" and (abroad := grace_abroad(brief)):
        return abroad
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    own = replace(brief, happenings=tuple(e for e in brief.happenings if _from_reader(e, brief)))
    news, pause = last_of(own, *FILLED), last_of(own, *PAUSED)
    talk = last_talk(brief, page.days)
    if news is not None or pause is not None:
        page.say(
            page.pick(
                "open",
                f"Thank you for telling me your decision about {role}.",
                f"Thank you for letting me know about {role}.",
                f"I have your news about {role}; thank you for telling me.",
            )
            if pause is None
            else f"Thank you for letting me know how things stand with {role}.",
            f"event:{(pause or news or brief.happenings[0]).id}",
            role_fact,
        )
    else:
        page.say(f"Thank you for the chance to talk with you about {role}.", role_fact)
    _valued(page, bool(talk.fact))
    page.paragraph()
    if pause is not None and (news is None or pause.at > news.at):
        page.say(
            "I know how little such things are in one person’s hands, and I hope they settle "
            "well for you and the team."
        )
    else:
        page.say(
            page.pick(
                "respect",
                "I respect the decision, and I wish you and the team well with it.",
                "I accept the decision, and I hope it turns out well for all of you.",
                "The decision is yours and I respect it; I hope the new start goes well.",
            )
        )
    invited = _invited(brief)
    if invited is not None:
        answer = "thank you for that" if _promises(invited.text) else "I will gladly do so"
        page.say(f"You wrote {cite(invited.text)}, and {answer}.", invited.id)
    else:
        page.say("If plans change, or I can be of use one day, I would be glad to hear from you.")
    return page.draft(f"Thank you, on {role}" if role_fact else "Thank you, and all good wishes")


def _from_reader(event: Happening, brief: Brief) -> bool:
    """Whether it came from the reader, or from nobody in particular: a colleague's mail is not theirs."""
    return event.who in ("", brief.to.id, brief.to.name, brief.to.email)


def _valued(page: Page, talked: bool) -> None:
    """One thing of the talk or their mail worth keeping; of praise only the clause that praises."""
    found = theirs(
        page.brief,
        RemarkKind.TOPIC,
        RemarkKind.CHALLENGE,
        RemarkKind.PRAISE,
        RemarkKind.FIRST_PRIORITY,
        others=False,
    )
    for one in found:
        if not words_known(one):
            continue
        if one.kind is RemarkKind.PRAISE:
            kind = praising(one.quote) if one.basis is Basis.SAID else ""
            if kind:
                told = "wrote" if one.said_in else "said"
                page.say(f"That you {told} {cite(kind)} is something I will keep.", mark(one))
                return
            continue
        put(
            page,
            one,
            "I valued that you let me see a real problem: {q}"
            if one.kind is RemarkKind.CHALLENGE
            else page.pick("d", "From our talk I will keep this: {q}", "I will remember this: {q}"),
            page.pick("d", "I will remember our talk about {q}.", "I valued our talk about {q}."),
            "From our talk I will keep this, in my own words: {q}",
        )
        return
    if not put_heard(page, RemarkKind.TOPIC, RemarkKind.CHALLENGE):
        page.say(f"I valued [one thing from the talk{'s' if talked else ''} that was worth it].")


def _invited(brief: Brief) -> Fact | None:
    """The words with which this reader asked to hear from the user again; none without the words."""
    mine = {brief.to.id, brief.to.name, brief.to.email} - {""}
    asked = {
        f"invited:{event.id}"
        for event in brief.happenings
        if event.who in mine and event.kind is not MailKind.INTERVIEW_INVITATION
    }
    found = [one for one in brief.facts if one.id in asked and fragments.clean(one.text)]
    return next((one for one in reversed(found) if len(one.text.split()) <= EXPLAINED + 5), None)


#: What they will do themselves, and what they ask the user to do.
_THEIRS = re.compile(
    r"\byou(?:['’](?:ll|d)| will| are to|['’]re to| would| shall) be\b|\byou(?:['’]re| are) the first\b|"
    r"\b(?:we|i)(?:['’](?:ll|d)| will| would| shall)(?: \w+ly)? (?:ask|call|ring|come (?:back )?to|turn to|write|"
    r"approach|contact|e-?mail|phone|think of|let you know|keep you|be in touch|get (?:back|in touch))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:^|[,.;:!?–—]\s*(?:then |and |but |so |please |do )*|\b(?:please|and|then|but|so|or|do)\s+)"
    r"(?:ring|call|write|apply|re-?apply|try|come|ask|stay|keep|get|let|send|drop|give|message|text|e-?mail|mail|"
    r"phone|talk|speak|stop|pop|put|throw|go|tell|remind)\b",
    re.IGNORECASE,
)


def _promises(words: str) -> bool:
    """Whether the words of an invitation are a promise of theirs, with nothing for the user to do."""
    said = words.strip(" “”\"'")
    return _THEIRS.search(said) is not None and _ASKS.search(said) is None


def advice_request(brief: Brief) -> Draft:
    """One question that looks ahead, and a promise not to argue (S4-04, E13)."""
    page = Page(brief)
    role, role_fact = role_of(brief, "this role")
    talk = last_talk(brief, page.days)
    page.say(
        page.pick(
            "open",
            f"Thank you for considering me for {role} and for the time you gave me{talk.phrase}.",
            f"Thank you for the time you spent with me{talk.phrase} over {role}.",
        ),
        talk.fact,
        role_fact,
    )
    page.paragraph()
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
    talk = last_talk(brief, page.days)
    page.say(f"Thank you for our talk{talk.phrase} about {role}.", talk.fact, role_fact)
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
    doubt, source = _reason(brief)
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
                f"I took it to heart: {cite(doubt.quote, final=True)}"
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


def _reason(brief: Brief) -> tuple[Remark | None, str]:
    """The reason to answer and its fact: what the verdict explains, else a voiced doubt, else what it named.

    Of several the one a story answers is taken; of those the one that names a lack, before one that
    only compares. A sentence that says whom they chose, and nothing of why, is no reason.
    """
    event = last_of(brief, *FILLED)
    if event is not None and not _from_reader(event, brief):
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
