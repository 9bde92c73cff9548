"""Letters after a no: thanks first, one question at most, never an appeal (P11 to P14)."""

from __future__ import annotations

from afterword.terms import Basis, Brief, Draft, MailKind, Part, Remark, RemarkKind
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
from afterword.writing.letters.quoting import cite, fit, mark, put, subject_of, theirs, words_known
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
    news, pause = last_of(brief, *FILLED), last_of(brief, *PAUSED)
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
    detail = [
        remark
        for remark in theirs(
            brief,
            RemarkKind.TOPIC,
            RemarkKind.CHALLENGE,
            RemarkKind.PRAISE,
            RemarkKind.FIRST_PRIORITY,
            others=False,
        )
        if words_known(remark)
    ]
    if detail and detail[0].kind is RemarkKind.PRAISE:
        put(
            page,
            detail[0],
            "Thank you, too, for a kind word that I will keep: {q}",
            "Thank you, too, for a kind word that I will keep: {q}",
            "Thank you, too, for a kind word that I will keep.",
        )
    elif detail:
        put(
            page,
            detail[0],
            "I valued that you let me see a real problem: {q}"
            if detail[0].kind is RemarkKind.CHALLENGE
            else page.pick("d", "From our talk I will keep this: {q}", "I will remember this: {q}"),
            page.pick("d", "I will remember our talk about {q}.", "I valued our talk about {q}."),
            "From our talk I will keep this, in my own words: {q}",
        )
    else:
        page.say(f"I valued [one thing from the talk{'s' if talk.fact else ''} that was worth it].")
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
    invited = next(
        (
            event
            for event in reversed(brief.happenings)
            if event.invitation and event.kind is not MailKind.INTERVIEW_INVITATION
        ),
        None,
    )
    if invited is not None:
        page.say(
            "You were kind enough to invite me to stay in touch, and I will.",
            f"event:{invited.id}",
        )
    else:
        page.say("If plans change, or I can be of use one day, I would be glad to hear from you.")
    return page.draft("Thank you, and all good wishes")


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
    return page.draft("One question, looking ahead")


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
    page.say("I will ring at the minute you name and keep to the time.", spare=1)
    page.paragraph()
    page.say("If there is something I can do for you in return, tell me.", spare=2)
    page.say("And if it does not suit you, I quite understand.")
    return page.draft("Fifteen minutes by phone")


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
            tell(page, story)
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
            "Thank you for telling me the reason so plainly.",
            "Thank you for giving me the reason; it helps more than a kind phrase.",
        )
    if not is_to(doubt, page.brief):
        return "I am grateful that the doubt was named to me plainly."
    return page.pick(
        "open",
        "Thank you for telling me so plainly what gave you pause.",
        "Thank you for naming your doubt; it helps more than a kind phrase.",
    )


def _reason(brief: Brief) -> tuple[Remark | None, str]:
    """The reason to answer and its fact: a voiced doubt, else what came with the verdict."""
    doubts = theirs(brief, RemarkKind.DOUBT)
    event = last_of(brief, *FILLED)
    if event is not None and event.who not in ("", brief.to.id, brief.to.name, brief.to.email):
        event = None  # what somebody else wrote to the user is not held out to this reader
    for reason in event.reasons if event else ():
        # What they took the trouble to explain in the verdict outweighs what was asked on the way.
        if event and reason.code in ANSWERABLE and len(reason.quote.split()) >= EXPLAINED:
            said = Remark(event.id, RemarkKind.DOUBT, reason.quote, "", reason.basis)
            return said, f"event:{event.id}"
    if doubts:
        return doubts[0], mark(doubts[0])
    for reason in event.reasons if event else ():
        if event and reason.code in ANSWERABLE and fragments.clean(reason.quote):
            said = Remark(event.id, RemarkKind.DOUBT, reason.quote, "", reason.basis)
            return said, f"event:{event.id}"
    return None, ""
