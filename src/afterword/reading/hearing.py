"""What a mail is made of and what the rules say of it, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.reading import language as tongue
from afterword.reading.company.display import is_person
from afterword.reading.kind import Verdict, judge
from afterword.reading.kind.supposed import supposed
from afterword.reading.model.clauses import clauses_of
from afterword.reading.model.facts import Facts, facts_of
from afterword.reading.sentences import Span
from afterword.reading.text import Letter, open_letter
from afterword.reading.view import one_line
from afterword.terms import Address, Mail


@dataclass(frozen=True, slots=True)
class Heard:
    """One mail taken apart. `text` is subject, blank line and own words; spans count in it."""

    mail: Mail
    letter: Letter
    text: str
    language: str
    foreign: bool
    outgoing: bool
    verdict: Verdict
    #: It answers somebody, and names the user nowhere: people talk among themselves.
    overheard: bool = False

    @property
    def offset(self) -> int:
        """Where the body begins in `text`."""
        return len(self.text) - len(self.letter.body)

    def facts(self) -> Facts:
        """What the model is told besides the words, the rules' word among it."""
        return facts_of(self.mail, self.letter, self.verdict, outgoing=self.outgoing)

    def clauses(self) -> tuple[Span, ...]:
        """The clauses of `text` that the model weighs."""
        return clauses_of(self.text, self.letter.body)

    def asserted(self) -> tuple[Span, ...]:
        """The clauses without those that only tell what would be so."""
        maybe = supposed(self.text, _languages(self.language, self.foreign))
        return tuple(
            span
            for span in self.clauses()
            if not any(one.start < span.end and span.start < one.end for one in maybe)
        )


def hear(mail: Mail, me: frozenset[str] = frozenset()) -> Heard:
    """Take a mail apart and hold the rules against it; `me` holds the user's own addresses."""
    writers = [one for one in (mail.sender, mail.reply_to) if one and one.name]
    letter = open_letter(mail.text, tuple(name for one in writers for name in _signing(one)))
    text = f"{one_line(mail.subject)}\n\n{letter.body}"
    code, sure = tongue.language_of(letter.body if len(letter.body) > 40 else text)
    foreign = sure and code not in tongue.READ
    outgoing = mail.sent or bool(mail.sender and mail.sender.email.lower() in me)
    verdict = judge(
        mail,
        text,
        _languages(code, foreign),
        outgoing=outgoing,
        around=f"{letter.signature}\n{letter.quoted}",
    )
    return Heard(mail, letter, text, code, foreign, outgoing, verdict, _is_overheard(mail, me))


def _signing(writer: Address) -> tuple[str, ...]:
    """As what a writer may stand under their letter: the whole name, and a person's last alone."""
    words = writer.name.split()
    alone = len(words) in (2, 3) and is_person(writer.name, writer.email.partition("@")[0])
    return (writer.name, words[-1]) if alone else (writer.name,)


def _is_overheard(mail: Mail, me: frozenset[str]) -> bool:
    """Whether an answer went to others only, as a list passes it on; own addresses may be unknown."""
    if not (mail.in_reply_to or mail.references):
        return False
    named = {to.email.lower() for to in (*mail.to, *mail.cc)}
    return not named or bool(me and me.isdisjoint(named))


def _languages(code: str, foreign: bool) -> tuple[str, ...]:
    """Which rules to use: the mail's own, and English beside it, for firms mix them."""
    if foreign:
        return ("en",)
    return (code, "en") if code not in {"", "en"} else ("en",)
