"""What a letter may thank for: a talk only where one is on record, else the invitation, the lead, or nothing.

A kind of letter proves no talk: who withdraws after an acknowledgement has met nobody, and a friend who
passed a name on has interviewed nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from afterword.terms import Basis, Brief, Deed, Direction, Happening, MailKind, Part, RemarkKind
from afterword.writing import calling
from afterword.writing.letters.quoting import theirs
from afterword.writing.page import Page

#: The fact that this reader brought the lead to the user: they wrote of the post before anybody there did.
BROUGHT = "brought:"
#: The fact that this reader sat in a talk where others sat as well.
SAT = "sat:"
_TALKS = (Deed.INTERVIEW, Deed.CALL)


class Known(StrEnum):
    """The best of what is on record with this reader, or with their firm."""

    TALK = "talk"
    HOUSE = "house"
    LEAD = "lead"
    INVITED = "invited"
    NONE = ""


def on_record(brief: Brief, language: str = "en") -> tuple[Known, str, str]:
    """What is on record, the day as a phrase with a space before it, and the fact behind it."""
    mine = {brief.to.id, brief.to.name} - {""}
    own = [one for one in talks(brief) if _with(one, brief, mine)]
    if own:
        return Known.TALK, *_on(max(own, key=lambda one: one.at), brief, language)
    if _heard(brief, mine):
        there = [one for one in talks(brief) if not one.who.strip() and not _met_others(one, brief)]
        if there:
            return Known.TALK, *_on(max(there, key=lambda one: one.at), brief, language)
        return Known.TALK, "", ""  # what they said to the user, and in no mail, was said in a talk
    lead = next((one.id for one in brief.facts if one.id.startswith(BROUGHT)), "")
    if lead:
        return Known.LEAD, "", lead
    if brief.to.part is Part.REFEREE or _elsewhere(brief):
        return Known.NONE, "", ""
    there = talks(brief)
    nobodys = [one for one in there if not one.who.strip() and not _met_others(one, brief)]
    if nobodys:  # who sat in it was never noted: it was with whom the user writes to
        return Known.TALK, *_on(max(nobodys, key=lambda one: one.at), brief, language)
    if there:
        return Known.HOUSE, *_on(max(there, key=lambda one: one.at), brief, language)
    asked = [
        one
        for one in brief.happenings
        if one.kind is MailKind.INTERVIEW_INVITATION
        and one.direction is Direction.IN
        and one.at.date() <= brief.today
    ]
    if asked:
        return Known.INVITED, "", f"event:{max(asked, key=lambda one: one.at).id}"
    return Known.NONE, "", ""


def talks(brief: Brief) -> list[Happening]:
    """The talks of this case that are past."""
    return [e for e in brief.happenings if e.kind in _TALKS and e.at.date() <= brief.today]


def _with(talk: Happening, brief: Brief, mine: set[str]) -> bool:
    sat = any(one.id == f"{SAT}{talk.id}" for one in brief.facts)
    return sat or (talk.who.strip() in mine and not _met_others(talk, brief))


def _heard(brief: Brief, mine: set[str]) -> bool:
    """Whether something was said to the user with this reader there, and in no mail."""
    heard = [one for one in brief.remarks if mine & set(one.heard_by)]
    heard += theirs(brief, *RemarkKind, others=False)
    return any(not one.said_in and one.basis is Basis.SAID for one in heard)


def _met_others(talk: Happening, brief: Brief) -> bool:
    return any(one.id == f"met:{talk.id}" for one in brief.facts)


def _elsewhere(brief: Brief) -> bool:
    """Whether the reader works at another firm, and for no agency: then no talk there was with them."""
    firm, own = brief.company.casefold().split(), brief.to.company.casefold().split()
    if not firm or not own or brief.to.part in (Part.RECRUITER_AGENCY, Part.SOURCER):
        return False
    return brief.to.part is Part.UNKNOWN and not set(firm) & set(own)


def _on(talk: Happening, brief: Brief, language: str) -> tuple[str, str]:
    phrase = calling.when(talk.at.date(), brief.today, language)
    return (f" {phrase}" if phrase else ""), f"event:{talk.id}"


#: In a letter that ends something: for the talk, for that of colleagues, for the lead, for the invitation.
CLOSING: Mapping[str, Mapping[Known, str]] = {
    "en": {
        Known.TALK: "Thank you for the conversation{when}.",
        Known.HOUSE: "Thank you for the time your colleagues gave me.",
        Known.LEAD: "Thank you for thinking of me.",
        Known.INVITED: "Thank you for the invitation to talk.",
    },
    "de": {
        Known.TALK: "Für das Gespräch{when} danke ich Ihnen.",
        Known.HOUSE: "Für die Zeit, die man sich in Ihrem Haus für mich genommen hat, danke ich Ihnen.",
        Known.LEAD: "Danke, dass Sie an mich gedacht haben.",
        Known.INVITED: "Für die Einladung zum Gespräch danke ich Ihnen.",
    },
    "fr": {
        Known.TALK: "Merci pour notre entretien{of}.",
        Known.HOUSE: "Merci pour le temps que vos collègues m’ont consacré.",
        Known.LEAD: "Merci d’avoir pensé à moi.",
        Known.INVITED: "Merci de m’avoir proposé un entretien.",
    },
    "es": {
        Known.TALK: "Gracias por la conversación{of}.",
        Known.HOUSE: "Gracias por el tiempo que me dedicaron sus colegas.",
        Known.LEAD: "Gracias por haber pensado en mí.",
        Known.INVITED: "Gracias por la invitación a conversar.",
    },
}
#: A whole note of thanks without a talk: the sentence, and its subject.
NOTE: Mapping[str, Mapping[Known, tuple[str, str]]] = {
    "en": {
        Known.HOUSE: ("Thank you for the time your colleagues gave me{when}.", "Thank you"),
        Known.LEAD: ("Thank you for thinking of me, and for telling me of this.", "Thank you"),
        Known.INVITED: ("Thank you for the invitation to talk.", "Thank you for the invitation"),
        Known.NONE: ("Thank you for [what: a talk, a mail, a word for you, and when?].", "Thank you"),
    },
    "de": {
        Known.HOUSE: ("für die Zeit, die man sich in Ihrem Haus{when} für mich genommen hat, danke ich Ihnen.", "Vielen Dank"),
        Known.LEAD: ("danke, dass Sie an mich gedacht und mir davon geschrieben haben.", "Vielen Dank"),
        Known.INVITED: ("haben Sie vielen Dank für die Einladung zum Gespräch.", "Danke für die Einladung"),
        Known.NONE: ("vielen Dank für [wofür: ein Gespräch, eine Nachricht, und wann?].", "Vielen Dank"),
    },
    "fr": {
        Known.HOUSE: ("Merci pour le temps que vos collègues m’ont consacré{when}.", "Merci"),
        Known.LEAD: ("Merci d’avoir pensé à moi et de m’avoir écrit à ce sujet.", "Merci"),
        Known.INVITED: ("Merci de m’avoir proposé un entretien.", "Merci de votre invitation"),
        Known.NONE: ("Merci pour [quoi : un entretien, un message, et quand ?].", "Merci"),
    },
    "es": {
        Known.HOUSE: ("Gracias por el tiempo que me dedicaron sus colegas{when}.", "Gracias"),
        Known.LEAD: ("Gracias por haber pensado en mí y por escribirme.", "Gracias"),
        Known.INVITED: ("Gracias por la invitación a conversar.", "Gracias por la invitación"),
        Known.NONE: ("Gracias por [qué: una conversación, un mensaje, ¿y cuándo?].", "Gracias"),
    },
}  # fmt: skip
#: For a mail of theirs, where no talk was: the sentence, the hole, the last line, the subject.
FOR_A_MAIL: Mapping[str, tuple[str, str, str, str]] = {
    "de": (
        "vielen Dank für Ihre Nachricht{when}.",
        "[wofür danken Sie, in einer Zeile?]",
        "Wenn Sie noch etwas von mir brauchen, schicke ich es gern.",
        "Danke für Ihre Nachricht",
    ),
    "fr": (
        "Merci pour votre message{of}.",
        "[de quoi remerciez-vous, en une ligne ?]",
        "S’il vous faut autre chose de ma part, je vous l’enverrai volontiers.",
        "Merci pour votre message",
    ),
    "es": (
        "Gracias por su mensaje{of}.",
        "[¿qué agradece, en una línea?]",
        "Si necesita algo más de mi parte, se lo enviaré con gusto.",
        "Gracias por su mensaje",
    ),
}


def of_phrase(phrase: str) -> str:
    """The day after a noun: "l’entretien du 26 février", "la conversación del 26"."""
    return phrase.replace(" le ", " du ", 1).replace(" el ", " del ", 1)


def close(page: Page, otherwise: str = "") -> Known:
    """The sentence of thanks in a letter that ends something; `otherwise` where nothing is on record."""
    found, when, fact = on_record(page.brief, page.days)
    if words := CLOSING[page.language].get(found, otherwise):
        page.say(words.format(when=when, of=of_phrase(when)), fact)
    return found


def their_mail(brief: Brief) -> Happening | None:
    """The last mail of this reader."""
    mine = {brief.to.id, brief.to.name, brief.to.email} - {""}
    found = [
        event
        for event in brief.happenings
        if isinstance(event.kind, MailKind)
        and event.direction is Direction.IN
        and event.who in mine
        and event.at.date() <= brief.today
    ]
    return max(found, key=lambda event: event.at, default=None)
