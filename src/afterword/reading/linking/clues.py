"""What one mail shows of where it belongs: its people, firms, numbers, role and telling words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from afterword.reading import senders
from afterword.reading.dates.words import DAYS, MONTHS
from afterword.reading.linking.apart import (
    behind_a_name,
    hands_on,
    is_passed_on,
    of_a_person,
    other_matter,
)
from afterword.reading.linking.applying import UNASKED, puts_forward, sees_it_again
from afterword.reading.linking.engaged import houses_named, is_engaged
from afterword.reading.linking.houses import (
    domain_key,
    firms_in,
    folded,
    is_office,
    is_platform,
    is_provider,
    is_somebody,
    named,
    plain_of,
    relayed_by,
)
from afterword.reading.linking.words import (
    HEARD,
    LOOK,
    RELAYED,
    TITLED,
    VOUCHING,
    numbers_of,
    of_the_process,
    says_applied,
)
from afterword.reading.names import company_key
from afterword.reading.role.title import role_of, title_in
from afterword.reading.role.words import is_head
from afterword.reading.schedule import calendar_uids
from afterword.terms import Address, Direction, Hand, Mail, MailKind, Reading

#: A vacancy's number before its title ("HR/FIN/03 Manager") is no word of the title.
_CODE = re.compile(r"(?<!\S)(?=\S*\d)(?=\S*[/_-])[A-Z0-9/_-]{4,}(?!\S)")

_PROPER = re.compile(r"[^\W\d_][\w'’&.-]{2,}", re.UNICODE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}")
#: "Sucrerie de l'Orme" is sucrerie-orme where it is written together.
_ELIDED = re.compile(r"(?<=\s)(?:d[eau]s? )?(?:l|d|dell|dall|all|nell)['’](?=[A-ZÀ-Þ])")
_JOINT = re.compile(r" (?:(?:&|and|of|und|et|y|e|en|de|du|der) )?")
#: Days and months carry capitals in some languages and tell of no case.
_CALENDAR = frozenset({*MONTHS, *DAYS})
_SHOUTED = re.compile(r"\b[A-Z]{3,5}\b")
_RUN = re.compile(
    r"\b(?!(?:The|Der|Die|Das|La|Le|Les|El|De|Het|Il)\b)[A-ZÀ-Þ][\w'-]+(?:[ \n](?:(?:of|for|and|the|für|der|des|de|du|la|van|voor|en) ){0,2}[A-ZÀ-Þ][\w'-]+){2,5}"
)
_PREFIX = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|rif|sv|antw|doorst|i|r|réf|enc|res)\s*(?:\[\d+\])?\s*:)+\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clues:
    """One mail as linking sees it; nothing in it was looked up elsewhere."""

    kind: MailKind
    direction: Direction
    threads: tuple[str, ...]
    events: tuple[str, ...]
    #: Persons of the other side who write or are written to, and those beside them.
    persons: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    #: The same names as one looks for them in mails that announced somebody; of people alone.
    keys: frozenset[str]
    #: The domains of organisations on the other side, and the addresses of systems and offices.
    domains: frozenset[str]
    #: The domains of those in front alone: a referee in copy brings no house into the case.
    houses: frozenset[str]
    roads: frozenset[str]
    #: The house that writes, as keys; and firms it only speaks of, as agents speak of clients.
    firms: frozenset[str]
    clients: frozenset[str]
    called: tuple[str, ...]
    role: str
    numbers: frozenset[str]
    #: Those of them that stand in the subject: what it is about, whatever else it mentions.
    headed: frozenset[str]
    subject: str
    #: Names in the words, to be learned; and with those that begin a sentence, to be compared.
    words: frozenset[str]
    spoken: frozenset[str]
    #: The first letters of names of several words, as firms shorten theirs.
    initials: frozenset[str]
    #: Words in capitals alone, as titles are cut short.
    shouted: frozenset[str]
    #: Every run of capitals as a firm's key, for the day that firm writes itself.
    heralds: frozenset[str]
    #: Addresses that stand in the words.
    addresses: frozenset[str]
    #: The houses of those whose letters are passed on in it.
    below: frozenset[str]
    #: Every word of subject and text, plain, with a blank at both ends, to look phrases up in.
    plain: str
    moment: datetime | None
    begins: bool
    #: Whether it answers something: a process under way is spoken of in its thread.
    answers: bool
    applies: bool
    #: Whether the user writes that a seat is advertised once more.
    again: bool
    private: bool
    #: Whether a machine or an office wrote it to many.
    template: bool
    #: Whether a service writes in the name of somebody who takes the reader on, and the firms it names then.
    engaged: bool
    served: frozenset[str]
    #: Whether the user sent it to nobody but themselves.
    to_self: bool
    #: Whether a network only carries what a person wrote.
    relayed: bool
    #: Whether somebody only passes on what another house wrote: who gets it, or gives it, has no part in it.
    confided: bool
    #: Whether it speaks of an application the reader made.
    applied_for: bool
    #: Whether the user asks somebody to vouch for them: a referee belongs to the search they are told of.
    vouching: bool
    #: Whether it pitches another matter in an old conversation, and says so; then it shows that alone.
    another: bool
    #: The role a pitch inside a conversation names in its own words, whatever its old subject says; and those words.
    pitched: str
    said: frozenset[str]
    #: Whether it says that somebody else, told of the reader, will write: the vacancy is theirs.
    hands_on: bool
    #: Whether somebody brings the reader together with another house: their own is not what it is about.
    between: bool
    #: Whether it may tell that the other side asked its writer about the reader, as referees do.
    heard: bool
    #: The family names behind "Mr" and "Frau", and those that stand in the subject.
    surnames: frozenset[str]


_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+")
#: What may be a pitch, inside a conversation.
_PITCHES = frozenset({MailKind.OUTREACH, MailKind.OTHER_JOB})
#: So far into a letter somebody names what it is about.
PITCHED_EARLY = 700
#: A receipt or a pitch may start a process, or start it a second time.
BEGINS = frozenset({MailKind.ACKNOWLEDGEMENT, MailKind.OUTREACH})


def clues_of(reading: Reading, mail: Mail, me: frozenset[str] = frozenset()) -> Clues:
    """The clues of one mail; `me` holds the user's own addresses, whose names tie nothing together."""
    out = reading.direction is Direction.OUT
    mail = _as_written(reading, mail)
    own = frozenset(senders.domain_of(one) for one in me)
    front, beside = _sides(mail, me, out=out)
    firms, clients, called = firms_in(reading, mail, own)
    relayed = bool(RELAYED.search(mail.subject))
    carrier = front if relayed and any(is_office(a, reading.hand) for a in front) else []
    if carrier:
        # A network that carries somebody's words is no house of theirs.
        firms = clients = frozenset()
        called = ()
    houses = _domains([a for a in front if a not in carrier], own)
    below = frozenset(domain_key(one, own) for one in reading.below if one not in me) - {""}
    aside = None if out else _aside(reading, mail)
    if aside is not None:
        # Its subject and what stands before are of the old matter.
        mail, reading = replace(mail, subject=""), aside
    pitched = "" if aside is not None else _pitched(reading, mail)
    text = f"{mail.subject}\n{reading.text}"[:LOOK]
    mine = _own_words(mail, out=out)
    hand = Hand.PERSONAL if out else reading.hand
    roads = frozenset(a.email.lower() for a in front if is_office(a, hand))
    engaged = not out and reading.hand is Hand.TEMPLATE and is_engaged(text)
    writers = (named(a.name, a.email) for a in front if " " in a.name and is_somebody(a, hand))
    names = _relayed_names(mail) or frozenset(plain_of(one).strip() for one in writers)
    return Clues(
        kind=reading.kind,
        direction=reading.direction,
        threads=tuple(
            one for one in (mail.in_reply_to, *reversed(mail.references), mail.id) if one
        ),
        events=calendar_uids(mail),
        persons=frozenset(a.email.lower() for a in front if is_somebody(a, hand)),
        beside=frozenset(a.email.lower() for a in beside if is_somebody(a)),
        names=names,
        keys=frozenset(company_key(one) for one in names if " " in one),
        domains=_domains([a for a in (*front, *beside) if a not in carrier], own),
        houses=houses,
        roads=roads,
        firms=firms,
        clients=clients,
        called=called,
        role=pitched or _role(reading),
        numbers=numbers_of(mail.subject, reading.text),
        headed=numbers_of(mail.subject, ""),
        subject=plain_of(_PREFIX.sub("", mail.subject)).strip(),
        words=_telling(mail, reading.text) - mine,
        spoken=_telling(mail, reading.text, strict=False) - mine - _words_of(front),
        initials=_initials(text),
        shouted=frozenset(one.casefold() for one in _SHOUTED.findall(text)),
        addresses=frozenset((*reading.below, *(one.lower() for one in _ADDRESS.findall(text))))
        - me,
        below=below,
        heralds=heralds(text),
        plain=plain_of(text),
        moment=moment_of(mail),
        begins=reading.kind in BEGINS or aside is not None or (out and applies(reading, mail)),
        answers=bool(mail.in_reply_to or mail.references),
        applies=out and applies(reading, mail),
        again=out and sees_it_again(reading.text),
        private=_is_private(mail, own, out=out),
        engaged=engaged,
        served=houses_named(text) if engaged else frozenset(),
        to_self=out and not front and not beside,
        relayed=relayed,
        template=not out and reading.hand is Hand.TEMPLATE,
        confided=is_passed_on(mail.subject) and (out or bool(below - houses)),
        applied_for=not out and says_applied(text),
        vouching=out and bool(VOUCHING.search(text)),
        another=aside is not None,
        pitched=pitched,
        said=frozenset(plain_of(_body(reading.text)[:LOOK]).split()) if pitched else frozenset(),
        between=not out and bool(senders.introduced(mail)),
        heard=not out and bool(HEARD.search(text)),
        surnames=frozenset(folded(one) for one in TITLED.findall(text))
        | frozenset(plain_of(mail.subject).split()),
        hands_on=not out and not reading.agency and hands_on(_body(reading.text)),
    )


def _as_written(reading: Reading, mail: Mail) -> Mail:
    """A letter a friend passes on counts as its writer's, with the friend in copy."""
    writer = reading.people[0] if reading.people else None
    if writer is None or writer.email not in reading.below or mail.sender is None:
        return mail
    if reading.direction is Direction.OUT or mail.sender.email.lower() == writer.email:
        return mail
    sender = Address(writer.name, writer.email)
    return replace(mail, sender=sender, reply_to=None, cc=(*mail.cc, mail.sender))


def _aside(reading: Reading, mail: Mail) -> Reading | None:
    """What is said of another matter in the conversation of an old one, as a reading of its own.

    Two witnesses: the writer says that it is another matter, and names a trade or a role for it.
    """
    if reading.kind not in _PITCHES or not (mail.in_reply_to or mail.references):
        return None
    text = other_matter(_body(reading.text))
    role = role_of("", text) if text else ""
    named = bool(role) or (reading.kind is MailKind.OUTREACH and title_in(text))
    return replace(reading, text=f"\n\n{text}", role=role) if named else None


def _pitched(reading: Reading, mail: Mail) -> str:
    """The role that a pitch inside a conversation names early in its own words, if it names one."""
    if reading.kind is not MailKind.OUTREACH or not mail.in_reply_to:
        return ""
    if reading.direction is Direction.OUT:
        return ""
    role = _CODE.sub(" ", role_of("", _body(reading.text)[:PITCHED_EARLY])).strip()
    trade = any(is_head(word) for word in re.findall(r"[\w-]+", role))
    theirs = of_a_person(role, reading) or behind_a_name(role, reading.text)
    return role if trade and not theirs else ""


def _body(text: str) -> str:
    """A reading's text without the subject before it."""
    return text.split("\n\n", 1)[1] if "\n\n" in text else text


def _role(reading: Reading) -> str:
    """The role; in a person's letter only where it names a trade, for a town may stand in its place."""
    role, firm = _CODE.sub(" ", reading.role).strip(), company_key(reading.company)
    if role and of_a_person(role, reading):
        return ""
    if len(firm) > 4 and firm in company_key(role):
        # "I am leaving Prisme Executive": a firm's own name makes no title.
        role = ""
    trade = any(is_head(word) for word in re.findall(r"[\w-]+", role))
    if trade:
        return role
    return role if reading.hand is Hand.TEMPLATE and not of_the_process(role) else ""


def applies(reading: Reading, mail: Mail) -> bool:
    """Whether the user's own mail puts them forward: it says so, or is headed so."""
    if UNASKED.search(mail.subject):
        return True
    named = bool(_role(reading) or numbers_of(mail.subject, reading.text))
    answers = bool(mail.in_reply_to or mail.references)
    return puts_forward(reading.text, named=named, answers=answers)


def moment_of(mail: Mail) -> datetime | None:
    if mail.date is None:
        return None
    return mail.date if mail.date.tzinfo else mail.date.replace(tzinfo=UTC)


def _sides(mail: Mail, me: frozenset[str], *, out: bool) -> tuple[list[Address], list[Address]]:
    """Who stands on the other side: those who write or are written to, and those copied in."""
    new = () if out else senders.introduced(mail)
    front = list(mail.to) if out else list(new[:1] or (mail.sender, mail.reply_to))
    # Who else is addressed tells only when it is known which of them is the user.
    beside = list(mail.cc) if out or me else []
    beside += [] if out or not me else list(mail.to)
    front = [a for a in front if a and a.email and a.email.lower() not in me]
    return front, [a for a in beside if a.email and a.email.lower() not in me]


def _relayed_names(mail: Mail) -> frozenset[str]:
    """Who wrote, where a network only carries the message."""
    if not RELAYED.search(mail.subject):
        return frozenset()
    whole = relayed_by(mail.sender) if mail.sender else ""
    found = _FULL_NAME.findall(mail.subject)
    return frozenset(plain_of(one).strip() for one in (found or [whole]) if one)


def _domains(people: Iterable[Address], own: frozenset[str]) -> frozenset[str]:
    keys = (domain_key(one.email, own) for one in people if not is_platform(one))
    return frozenset(key for key in keys if key)


def _is_private(mail: Mail, own: frozenset[str], *, out: bool) -> bool:
    """Whether the other side writes from a mail provider, as friends do."""
    sides = mail.to if out else ((mail.sender,) if mail.sender else ())
    emails = [a.email for a in sides if "@" in a.email]
    if not out and any(senders.is_role_address(one) for one in emails):
        return False  # a machine is nobody's friend, whatever its domain is called
    return bool(emails) and all(is_provider(one) or senders.domain_of(one) in own for one in emails)


def _own_words(mail: Mail, *, out: bool) -> frozenset[str]:
    """The words of the user's own name stand in every mail and tell nothing."""
    return _words_of(((mail.sender,) if mail.sender else ()) if out else mail.to)


def _words_of(people: Iterable[Address]) -> frozenset[str]:
    return frozenset(folded(word) for a in people for word in _PROPER.findall(a.name))


def _telling(mail: Mail, text: str, *, strict: bool = True) -> frozenset[str]:
    """Names in the mail's words, folded; when strict, a capital that only begins a sentence counts not."""
    found: set[str] = set()
    subject = _PREFIX.sub("", mail.subject)
    for part in (subject, _body(text)[:LOOK]):
        for m in _PROPER.finditer(part):
            word = m[0].rstrip(".")
            before = part[max(0, m.start() - 2) : m.start()]
            begins = not before.strip() or before.strip()[-1:] in ".!?\n:" or "\n" in before
            if word[:1].isupper() and (not strict or not begins or word.isupper()):
                found.add(folded(word))
    return frozenset(word for word in found if len(word) > 2) - _CALENDAR


def heralds(text: str) -> frozenset[str]:
    """Runs of one to three capitalised words, written together as a domain writes them."""
    found: set[str] = set()
    text = _ELIDED.sub(" ", text)
    for line in text.splitlines():
        words = [(m[0], m.end()) for m in _PROPER.finditer(line) if m[0][:1].isupper()]
        for at, (word, end) in enumerate(words):
            run = [word]
            found.add(company_key(word))
            for other, stop in words[at + 1 : at + 3]:
                if not _JOINT.fullmatch(line[end : stop - len(other)]):
                    break
                run.append(other)
                end = stop
                found.add(company_key(" ".join(run)))
    return frozenset(one for one in found if len(one) > 5)


def _initials(text: str) -> frozenset[str]:
    """ "Office of Fair Scales" is OFS."""
    runs = (re.findall(r"\b[^\W\d_a-z]", run) for run in _RUN.findall(text))
    return frozenset("".join(letters).casefold() for letters in runs if 3 <= len(letters) <= 6)
