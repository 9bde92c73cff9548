"""The answer to a mail of theirs that opens the role again: yes, why, and when we can talk (P17)."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.terms import (
    Brief,
    Deed,
    Direction,
    Draft,
    Happening,
    LetterKind,
    MailKind,
    RemarkKind,
    Story,
)
from afterword.writing import fragments
from afterword.writing.letters.foreign import ABOUT, LANGUAGES, role_abroad
from afterword.writing.letters.pieces import answer_for, last_of, role_of, tell
from afterword.writing.letters.quoting import known
from afterword.writing.page import Page

#: What closes the door again, so that there is nothing left to say yes to.
_OVER = (
    MailKind.REOPENED,
    MailKind.REJECTION,
    MailKind.POSITION_FILLED,
    MailKind.CANCELLED,
    MailKind.ON_HOLD,
)
#: The subject, the yes, the hole of the one proven reason, the hours, the question.
ABROAD: Mapping[str, tuple[str, str, str, str, str]] = {
    "de": (
        "Ja, weiterhin interessiert",
        "vielen Dank für Ihre Nachricht {about}: ja, ich bin weiterhin interessiert.",
        "Dafür spricht: [was Sie getan haben, das dazu passt, und was dabei herauskam{story}].",
        "Sprechen kann ich am [zwei Tage mit Uhrzeit].",
        "Welcher Termin passt Ihnen besser?",
    ),
    "fr": (
        "Oui, le poste m’intéresse toujours",
        "Merci de votre message {about} : oui, le poste m’intéresse toujours.",
        "Voici pourquoi : [ce que vous avez fait qui s’y rapporte, avec le résultat{story}].",
        "Je suis disponible [deux jours, avec l’heure].",
        "Quel moment vous convient le mieux ?",
    ),
    "es": (
        "Sí, me sigue interesando",
        "Gracias por su mensaje {about}: sí, me sigue interesando.",
        "El motivo: [algo que hizo y que encaja, con su resultado{story}].",
        "Puedo hablar [dos días, con la hora].",
        "¿Qué momento le viene mejor?",
    ),
}


def reopening(brief: Brief) -> Happening | None:
    """Their own mail that the role is open again, while nothing has closed it since or answered it."""
    last = last_of(brief, *_OVER)
    if last is None or last.kind is not MailKind.REOPENED or last.direction is not Direction.IN:
        return None
    nobody = not brief.to.id and not brief.to.name
    mine = {brief.to.id, brief.to.name, brief.to.email} - {""}
    if not last.who or not (nobody or last.who in mine):
        return None  # the user's own word that it is open, or somebody else's mail
    answered = any(
        event.kind is Deed.LETTER and event.detail == LetterKind.TRIGGER_NOTE and event.at > last.at
        for event in brief.happenings
    )
    return None if answered else last


def answer_to_reopening(brief: Brief, event: Happening) -> Draft:
    """Yes, one proven fact, two hours to choose from; no word of having been the second choice."""
    if brief.language in LANGUAGES:
        return _abroad(brief, event)
    page = Page(brief)
    role, role_fact = role_of(brief, "the role")
    page.say(
        page.pick(
            "open",
            f"Thank you for writing to me about {role} again. Yes, I am still interested.",
            f"I am glad of your news about {role}: yes, I am still interested.",
        ),
        f"event:{event.id}",
        role_fact,
    )
    page.paragraph()
    story = _reason(brief)
    if story is not None:
        page.say("This is one thing I would bring to it.", f"story:{story.id}", spare=1)
        tell(page, story, brief_form=True)
    else:
        page.say("[why you: one thing you did that bears on this role, and what came of it]")
    page.paragraph()
    page.say("I can talk on [two days, with the hour].")
    page.say("Which of them suits you better?")
    return page.draft("Yes, still interested")


def _abroad(brief: Brief, event: Happening) -> Draft:
    subject, yes, why, hours, question = ABROAD[brief.language]
    page = Page(brief, brief.language)
    about, role_fact = role_abroad(brief, ABOUT)
    page.say(yes.format(about=about), f"event:{event.id}", role_fact)
    page.paragraph()
    # A story is kept in the user's language: it is named, for the user to tell in theirs.
    story = _reason(brief)
    title = fragments.clean(story.title).replace("(", "").replace(")", "") if story else ""
    page.say(why.format(story=f": {title}" if title else ""), f"story:{story.id}" if story else "")
    page.paragraph()
    page.say(hours)
    page.say(question)
    return page.draft(subject)


def _reason(brief: Brief) -> Story | None:
    """The story that answers what they need or doubted most; none where nothing does."""
    kinds = (RemarkKind.FIRST_PRIORITY, RemarkKind.CHALLENGE, RemarkKind.DOUBT)
    found = (answer_for(one, brief)[0] for one in known(brief, *kinds))
    return next((story for story in found if story is not None), None)
