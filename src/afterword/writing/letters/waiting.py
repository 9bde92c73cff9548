"""Asking after a decision, once and once more (method P08, P09): neutral, one question."""

from __future__ import annotations

from afterword.terms import Brief, Draft
from afterword.writing import calling
from afterword.writing.letters.foreign import nudge_abroad
from afterword.writing.letters.pieces import last_talk, promised_day, role_of
from afterword.writing.page import Page


def status_nudge(brief: Brief) -> Draft:
    if brief.language != "en" and (abroad := nudge_abroad(brief, last=False)):
        return abroad
    page = Page(brief)
    role, role_fact = role_of(brief)
    talk, promised = last_talk(brief, page.days), promised_day(brief)
    if talk.fact:
        page.say(f"Thank you again for our talk{talk.phrase}.", talk.fact)
    if promised and promised[0] <= brief.today:
        page.say(
            f"You named {calling.day(promised[0], page.days)} for news about {role}, and I know how "
            "easily such dates move.",
            promised[1],
            role_fact,
        )
        page.say("Is there news you can share, or a better day for me to ask?")
    else:
        page.say(
            f"May I ask where things stand with {role}, or when would be a better moment to ask?",
            role_fact,
        )
    page.say("If you need anything more from me, I will send it gladly.", spare=1)
    return page.draft(f"A question about {role}" if role_fact else "A question about timing")


def final_nudge(brief: Brief) -> Draft:
    if brief.language != "en" and (abroad := nudge_abroad(brief, last=True)):
        return abroad
    page = Page(brief)
    role, role_fact = role_of(brief)
    talk = last_talk(brief, page.days)
    page.say(
        page.pick(
            "last",
            f"This is my last note about {role}; after it I will wait to hear from you.",
            f"I will ask about {role} once more with this note, and not again.",
            f"One last line about {role}, and then I leave it with you.",
        ),
        role_fact,
    )
    page.say("If the answer is no, or not yet, that is quite all right, and a word is enough.")
    page.say("If you would still like to talk, I would be glad to.")
    page.say(f"Either way, thank you for the time you gave me{talk.phrase}.", talk.fact, spare=1)
    return page.draft(f"A last word on {role}" if role_fact else "A last word from me")
