"""The note after a seat was frozen or cancelled: feel with them, and ask when a word would help (P18)."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.terms import Brief, Deed, Direction, Draft, Happening, LetterKind, MailKind
from afterword.writing import calling, fragments
from afterword.writing.letters import expecting
from afterword.writing.letters.foreign import LANGUAGES, role_abroad
from afterword.writing.letters.pieces import last_of, role_of
from afterword.writing.page import Page

_PAUSED = (MailKind.ON_HOLD, MailKind.CANCELLED)
#: What ends the pause, one way or the other.
_OVER = (
    *_PAUSED,
    MailKind.REJECTION,
    MailKind.POSITION_FILLED,
    MailKind.REOPENED,
    MailKind.INTERVIEW_INVITATION,
    MailKind.OFFER,
)
#: Subject; the seat frozen, the seat gone; their own day, a day they named, no day; the end.
ABROAD: Mapping[str, tuple[str, str, str, str, str, str, str]] = {
    "de": (
        "Wann ein Wort von mir hilft",
        "dass {role} nun warten muss, tut mir leid, für Sie und das Team ebenso wie für mich.",
        "dass es {role} nun nicht mehr gibt, tut mir leid, für Sie und das Team ebenso wie für mich.",
        "Sie rechnen damit, {when} mehr zu wissen: Hilft Ihnen dann ein Wort von mir, oder passt es anders besser?",
        "Sie hatten den {day} genannt: Hilft Ihnen dann ein Wort von mir, oder passt es anders besser?",
        "Wann würde Ihnen ein Wort von mir helfen?",
        "Bis dahin alles Gute für Sie alle.",
    ),
    "fr": (
        "Quand vous donner signe",
        "Je regrette que {role} soit suspendu, pour vous et votre équipe autant que pour moi.",
        "Je regrette que {role} n’existe plus, pour vous et votre équipe autant que pour moi.",
        "Vous pensez en savoir plus {when} : un mot de ma part vous aiderait-il alors, ou à un autre moment ?",
        "Vous aviez indiqué le {day} : un mot de ma part vous aiderait-il alors, ou à un autre moment ?",
        "À quel moment un mot de ma part vous aiderait-il ?",
        "D’ici là, je vous souhaite bon courage à tous.",
    ),
    "es": (
        "Cuándo le ayudaría una línea mía",
        "Siento que {role} quede en suspenso, por usted y su equipo tanto como por mí.",
        "Siento que {role} ya no exista, por usted y su equipo tanto como por mí.",
        "Espera saber más {when}: ¿le ayudaría entonces una línea mía, o mejor en otro momento?",
        "Había indicado el {day}: ¿le ayudaría entonces una línea mía, o mejor en otro momento?",
        "¿Cuándo le ayudaría una línea mía?",
        "Hasta entonces, mucho ánimo a todos.",
    ),
}


def to_feel_with(brief: Brief) -> Happening | None:
    """The news that the seat is frozen or gone, while nothing came after it and no such note was sent."""
    last = last_of(brief, *_OVER)
    if last is None or last.kind not in _PAUSED or last.direction is not Direction.IN:
        return None
    written = any(
        event.kind is Deed.LETTER
        and event.detail in (LetterKind.KEEP_IN_TOUCH, LetterKind.TRIGGER_NOTE)
        and event.at > last.at
        for event in brief.happenings
    )
    return None if written else last


def sympathy(brief: Brief, pause: Happening) -> Draft:
    """At most 400 characters: sorry for them too, and one question about the time; nothing weekly."""
    if brief.language in LANGUAGES:
        return _abroad(brief, pause)
    page = Page(brief)
    fact = f"event:{pause.id}"
    role, role_fact = role_of(brief, "the role")
    gone = pause.kind is MailKind.CANCELLED
    page.say(
        page.pick(
            "sorry",
            f"I am sorry that {role} {'is gone' if gone else 'has to wait'}, for you and the team as much as for "
            "me.",
            f"I was sorry to hear that {role} {'is gone' if gone else 'is on hold'}; it cannot be easy for you and "
            "the team either.",
        ),
        fact,
        role_fact,
    )
    when, when_fact = expecting.knows_when(brief)
    if when:
        page.say(
            f"You expect to know more {when}: would a word from me help then, or is there a better time?",
            when_fact,
            fact,
        )
    elif pause.promised is not None and pause.promised > brief.today:
        page.say(
            f"You named {calling.day(pause.promised, page.days)}: would a word from me help then, or is there a "
            "better time?",
            fact,
        )
    else:
        page.say("When would a word from me help?")
    page.say("Until then I wish you all well with it.", spare=2)
    return page.draft(
        f"{fragments.upper_first(role)}, when it helps" if role_fact else "When it helps"
    )


def _abroad(brief: Brief, pause: Happening) -> Draft:
    language = brief.language
    subject, held, gone, known, named, asked, end = ABROAD[language]
    page = Page(brief, language)
    fact = f"event:{pause.id}"
    role, role_fact = role_abroad(brief)
    says = gone if pause.kind is MailKind.CANCELLED else held
    page.say(says.format(role=role), fact, role_fact)
    when, when_fact = expecting.knows_when(brief)
    if when:
        page.say(known.format(when=when), when_fact, fact)
    elif pause.promised is not None and pause.promised > brief.today:
        page.say(named.format(day=calling.day(pause.promised, language)), fact)
    else:
        page.say(asked)
    page.say(end, spare=2)
    return page.draft(subject)
