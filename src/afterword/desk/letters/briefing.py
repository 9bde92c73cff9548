"""What a letter may use and whom it is for: gathered from the casebook, handed to the writer as one brief."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import sameness
from afterword.casebook.files import without_sealed
from afterword.casebook.letter import Letter
from afterword.casebook.message import Message
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.reference import Vouching
from afterword.casebook.stop import stopped
from afterword.casebook.witness import with_witnesses
from afterword.desk.letters import asked, mail_words, manner, vouching
from afterword.desk.letters.greeting import goes_to, greeting_of
from afterword.desk.people import leads
from afterword.terms import Direction, Part
from afterword.writing import NO_NAME, languages

#: A case's mail without what still lies sealed.
Mails = QuerySet[Message]
#: After these they are thanked or answered who sat in the talk, whoever wrote last.
AFTER_A_TALK = frozenset(
    {
        terms.LetterKind.THANK_YOU,
        terms.LetterKind.INFLUENCE_LETTER,
        terms.LetterKind.SECOND_INFLUENCE,
        terms.LetterKind.PROOF_OFFER,
        terms.LetterKind.CARD,
    }
)
#: They keep the diary; a letter about the work goes to them only where there is nobody else.
_DIARY = frozenset({Part.COORDINATOR, Part.REFEREE})
#: What a firm that recruits for others calls itself.
_RECRUITS_FOR_OTHERS = re.compile(
    r"\b(?:(?P<plain>executive search|search partners|search (?:&|and|und) selection|recruit(?:ment|ing|ers?)|staffing|headhunt\w*|"
    r"talent partners|personal(?:beratung|vermittlung)|interim management)|search|talent (?:solutions|group))\b"
    r"(?:[\s&,.]*(?:ltd|limited|gmbh|bv|inc|llc|group|partners|associates))*\s*$",
    re.IGNORECASE,
)


def brief(
    case: Case,
    kind: terms.LetterKind,
    *,
    now: datetime,
    person: Person | None,
    language: str = "",
) -> terms.Brief:
    """All that the letter may use: what was said, what can be proven, what happened. No sealed word.

    `language` is the user's choice; "" takes the one that person last wrote in.
    """
    file = case.as_file(now)
    hidden = [UUID(h.id) for h in file.happenings if h.sealed]
    file = without_sealed(file, hidden)
    profile = Profile.of(case.account, at=now)
    zone = ZoneInfo(profile.zone)  # a letter says “today” and “on Tuesday” by the user's own clock
    people = {one.id: one for one in file.people}
    to = (people.get(str(person.pk)) if person else None) or as_term(person)
    tone = str(profile.settings.get("tone", ""))
    opened = Message.objects.of(case.account).filter(case=case).exclude(pk__in=hidden)
    language = language or _language(opened, person)
    return terms.Brief(
        kind=kind,
        to=to if kind in vouching.LETTERS else replace(to, country=to.country or file.country),
        me=profile.name or NO_NAME,
        company=_employer(case, opened, file.company),
        role=asked.role(opened, file.role, language),
        today=now.astimezone(zone).date(),
        remarks=mail_words.whole(with_witnesses(case, file.remarks), opened),
        stories=file.stories,
        happenings=tuple(
            replace(h, at=h.at.astimezone(zone)) for h in file.happenings if h.at <= now
        ),
        language=language,
        facts=(
            *_known_people(file.people),
            *_invitations(case, hidden),
            *mail_words.answered(kind, file.happenings, to, opened),
            *mail_words.met(file.happenings, file.people, to, opened),
            *mail_words.brought(file.happenings, to),
            *vouching.facts(case, kind, person, now),
            *leads.facts(kind, file, to, now),
        ),
        panel=tuple(one.id for one in file.people),
        round=_round(file.happenings, to, now),
        told=_told(case, kind, person),
        tone=terms.Tone(tone) if tone in set(terms.Tone) else terms.Tone.USUAL,
        voice=manner.voice(case.account, now=now),
        greeting=greeting_of(opened, person, language, profile.name),
        question=asked.question(case, kind, to),
    )


def _employer(case: Case, opened: Mails, name: str) -> str:
    """Who would employ the user: where an agency's name stands on the case, its client, or nobody.

    Who only sounds like an agency ("… Search") is taken for one where its mail names a client.
    """
    sounds = _RECRUITS_FOR_OTHERS.search(name)
    if not (case.company.agency or sounds):
        return name
    sure = case.company.agency or (sounds is not None and sounds["plain"])
    mine, said = sameness(name), "" if sure else name
    rows = opened.filter(direction=Direction.IN)
    for held in rows.order_by("-at").values_list("reading", flat=True):
        firm = str((held or {}).get("company") or "")
        same = sameness(firm)
        if same and same not in mine and mine not in same and _follows(same, case):
            said = firm
            break
    return said


def _follows(firm: str, case: Case) -> bool:
    """Whether it is no other spelling of the agency, as its own address has it."""
    hosts = case.seats.values_list("person__addresses__email", flat=True)
    return not any(firm in sameness(str(one).rpartition("@")[2]) for one in hosts if one)


def _round(happenings: Iterable[terms.Happening], to: terms.Person, now: datetime) -> int:
    """How many talks with them came before the last one."""
    talks = [h for h in happenings if h.kind is terms.Deed.INTERVIEW and h.at <= now]
    return max(0, sum(h.who in ("", to.id, to.name) for h in talks) - 1)


def _told(case: Case, kind: terms.LetterKind, person: Person | None) -> tuple[str, ...]:
    """The stories that colleagues of theirs read in letters of this kind: people compare."""
    rows = Letter.objects.filter(case=case, kind=kind, discard__isnull=True)
    if person is not None:
        rows = rows.exclude(person=person)
    facts = (
        fact
        for draft in rows.values_list("draft", flat=True)
        for sentence in draft.get("sentences", ())
        for fact in sentence.get("facts", ())
    )
    return tuple(dict.fromkeys(f.removeprefix("story:") for f in facts if f.startswith("story:")))


def as_term(person: Person | None) -> terms.Person:
    if person is None:
        return terms.Person(id="", name="")
    firm = person.company.name if person.company else ""
    return terms.Person(
        id=str(person.pk), name=person.name, email=person.email, title=person.title, company=firm
    )


def _known_people(people: Iterable[terms.Person]) -> Iterable[terms.Fact]:
    for one in people:
        about = ", ".join(part for part in (one.name, one.title, one.company) if part)
        yield terms.Fact(f"person:{one.id}", about, "people")


def _invitations(case: Case, hidden: Iterable[UUID]) -> Iterable[terms.Fact]:
    """The words of each invitation to keep in touch, by the mail it stands in."""
    rows = Message.objects.of(case.account).filter(case=case, direction=Direction.IN)
    for key, name, held in rows.exclude(pk__in=hidden).values_list("pk", "sender_name", "reading"):
        if not (held or {}).get("invitation"):
            continue
        for seen in held.get("evidence", ()):
            if seen.get("rule") == "tone.invitation" and str(seen.get("text", "")).strip():
                yield terms.Fact(f"invited:{key}", str(seen["text"]).strip(), name)
                break


# ── in which language, and with which greeting ──────────────────────────────


def language_of(case: Case, person: Person | None) -> str:
    """The language a letter to them would be in, as far as its kind is written in it."""
    sealed = Message.objects.of(case.account).filter(case=case).sealed().values("pk")
    opened = Message.objects.of(case.account).filter(case=case).exclude(pk__in=sealed)
    return _language(opened, person)


def english_only(letter: Letter) -> str:
    """The language they write in, where this kind of letter is written in English only; else ""."""
    stands = str(letter.draft.get("language") or "en")
    if letter.case is None or stands != "en" or len(languages(terms.LetterKind(letter.kind))) > 1:
        return ""
    wanted = language_of(letter.case, letter.person)
    return "" if wanted == "en" else wanted


def _language(opened: Mails, person: Person | None) -> str:
    """The language they last wrote in, to us; else the one the user last wrote to them in."""
    if person is None:
        last = _read_in(opened.filter(direction=Direction.IN))
    else:
        emails = list(person.addresses.values_list("email", flat=True))
        last = _read_in(opened.filter(direction=Direction.IN, sender_email__in=emails))
        if not last:
            mine = (m for m in _sent(opened) if goes_to(m, emails))
            last = next((str((m.reading or {}).get("language") or "") for m in mine), "")
    return last or "en"


def _read_in(rows: Mails) -> str:
    held = rows.order_by("-at").values_list("reading", flat=True).first()
    return str((held or {}).get("language") or "")


def _sent(opened: Mails) -> Iterable[Message]:
    return opened.filter(direction=Direction.OUT).order_by("-at")


# ── whom it is for ──────────────────────────────────────────────────────────


def addressee(case: Case, now: datetime, kind: terms.LetterKind | None = None) -> Person | None:
    """Whom the stored move names; else whom a letter of this kind would go to; None where nobody is known."""
    # A referee has no seat in the case they vouch in.
    referees = Person.objects.of(case.account).filter(reference__isnull=False)
    if kind in vouching.LETTERS:
        return _moved(case, referees) or _referee(case)
    seated = [seat.person for seat in case.seats.select_related("person").order_by("-id")]
    there = _moved(case, seated)
    if there is not None:
        return there
    named = _moved(case, referees)
    if kind is None and named is not None:
        return named
    own = set(referees.values_list("pk", flat=True))
    left = stopped(case.account, [one.pk for one in seated])
    return _correspondent(case, [one for one in seated if one.pk not in own | left], kind, now)


def _moved(case: Case, people: Iterable[Person]) -> Person | None:
    who = getattr(getattr(case, "move", None), "who", "")
    return next((one for one in people if str(one.pk) == who), None) if who else None


def _referee(case: Case) -> Person | None:
    """The referee of this case, the one they heard last; None where nobody vouches in it."""
    rows = Vouching.objects.filter(case=case).select_related("reference__person")
    heard = sorted(rows, key=lambda one: (str(one.contacted_on or ""), str(one.briefed_on or "")))
    return heard[-1].reference.person if heard else None


def _correspondent(
    case: Case, people: list[Person], kind: terms.LetterKind | None, now: datetime
) -> Person | None:
    """Who wrote last of those one would write to; after a talk who sat in it; else the only one."""
    file = case.as_file(now)
    parts = {one.id: one for one in file.people}
    firm = sameness(file.company)

    def apart(one: Person) -> bool:
        seen = parts.get(str(one.pk))
        if seen is None or seen.part in _DIARY:
            return True
        elsewhere = sameness(seen.company)
        return bool(elsewhere) and elsewhere != firm and not _agency(seen)

    theirs = [one for one in people if not apart(one)] or people
    keys = {str(one.pk): one for one in theirs} | {one.name: one for one in theirs if one.name}
    heard = [h for h in file.happenings if h.at <= now and h.who in keys]
    mails = [h for h in heard if isinstance(h.kind, terms.MailKind) and h.direction is Direction.IN]
    talks = [h for h in heard if h.kind in (terms.Deed.INTERVIEW, terms.Deed.CALL)]
    order = (talks, mails) if kind in AFTER_A_TALK else (mails, talks)
    for found in order:
        if found:
            return keys[max(found, key=lambda h: h.at).who]
    return theirs[0] if len(theirs) == 1 else None


def _agency(one: terms.Person) -> bool:
    return one.part is Part.RECRUITER_AGENCY or bool(_RECRUITS_FOR_OTHERS.search(one.company))
