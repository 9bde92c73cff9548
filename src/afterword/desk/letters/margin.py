"""The margin of a letter in the casebook: what a careful friend would note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.letter import Letter
from afterword.casebook.profile import Profile
from afterword.counsel import days
from afterword.counsel.wellbeing.mindset import HURT, shows_hurt
from afterword.desk.letters import in_casebook
from afterword.desk.letters.fitting import ASKS_WHERE_IT_STANDS, too_late
from afterword.reading.letters import heard
from afterword.writing import claims
from afterword.writing.remarks import by_ear, subject
from afterword.writing.remarks.order import one_a_place
from afterword.writing.reviewing import review

#: What is heard in the writer's manner; our own wording is not theirs to answer for.
TONE = frozenset({"blame", "entitlement", "resentment", "begging", "flattery", "weak_opening"})


def findings(
    letter: Letter, drafted: terms.Draft, proven: Sequence[terms.Finding], *, now: datetime
) -> tuple[terms.Finding, ...]:
    """The notes on the letter as it now lies, one a place, with what the trace found among them."""
    people = in_casebook.people(letter.account, letter.case)
    seen = review(
        letter.text,
        terms.LetterKind(letter.kind),
        to=drafted.to,
        company=letter.case.company.name if letter.case else "",
        names=strangers(letter.account, letter.case),
        today=_day(letter.account, now),
        facts=drafted.facts,
        language=drafted.language,
        panel=beside(letter),
        with_grammar=True,
        hear=heard,
        people=people,
        knows=in_casebook.knower(letter.account, letter.case),
    )
    own = spans_of_ours(letter.text, drafted)
    said = (one for one in seen if not (one.rule in TONE and within(one, own)))
    known = [one for one in proven if not is_somebody(one, letter.text, people)]
    return one_a_place(
        (
            *said,
            *known,
            *subject.of_line(letter.subject),
            *too_late(letter.case, letter.kind),
            *too_often(letter),
        )
    )


def asked_enough(case: Case | None, kind: str) -> str:
    """What is to be said before one more question into a silence, "" while it is within the cap (E29)."""
    standing = getattr(case, "standing", None) if case else None
    if kind not in ASKS_WHERE_IT_STANDS or standing is None or standing.sealed:
        return ""
    if standing.nudges < days.MOST_NUDGES:
        return ""
    return (
        "You have asked here twice and nothing came back; a third question brings fewer answers and "
        "more noes. The next word is theirs. If you write all the same, it is your choice."
    )


def too_often(letter: Letter) -> tuple[terms.Finding, ...]:
    """That it would be the third question into the same silence."""
    if letter.state in ("sent", "discarded"):
        return ()
    says = asked_enough(letter.case, letter.kind)
    return (terms.Finding(0, 0, "asked_enough", "look", says),) if says else ()


def written_by_user(
    notes: Sequence[terms.Finding], text: str, drafted: terms.Draft
) -> tuple[terms.Finding, ...]:
    """The notes on words the user changed or added, a lone and doubtful sign of hurt left out.

    What was drafted here shows no feeling of theirs.
    """
    own = spans_of_ours(text, drafted)
    theirs = tuple(one for one in notes if not within(one, own))
    plain = [one for one in theirs if one.rule in HURT and not by_ear.is_heard_only(one)]
    doubtful = [one for one in theirs if one.rule in HURT and by_ear.is_heard_only(one)]
    if shows_hurt(plain=len(plain), doubtful=len(doubtful)):
        return theirs
    return tuple(one for one in theirs if one.rule not in HURT)


def is_somebody(note: terms.Finding, text: str, people: Sequence[str]) -> bool:
    """Whether a name the trace asks after is of the case, or a referee's."""
    named = claims.name_words(text[note.start : note.end])
    return note.rule == "unproven_name" and any(named & claims.name_words(one) for one in people)


def spans_of_ours(text: str, drafted: terms.Draft) -> list[tuple[int, int]]:
    """Where the sentences stand that are as they were drafted, in the order of the letter."""
    found, at = list[tuple[int, int]](), 0
    for sentence in drafted.sentences:
        place = text.find(sentence.text, at)
        if place >= 0:
            at = place + len(sentence.text)
            if sentence.ours:
                found.append((place, at))
    return found


def within(note: terms.Finding, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= note.start and note.end <= end for start, end in spans)


def beside(letter: Letter) -> tuple[str, ...]:
    """The letters of the same kind to others in the same case: they may be compared there."""
    if letter.case is None:
        return ()
    rows = Letter.objects.of(letter.account).filter(case=letter.case, kind=letter.kind)
    rows = rows.filter(discard__isnull=True).exclude(pk=letter.pk)
    return tuple(rows.exclude(person=letter.person).values_list("text", flat=True)[:20])


def strangers(account: UUID, case: Case | None) -> list[str]:
    """Firms of the user's other cases, who have no business in this letter."""
    rows = Company.objects.of(account).filter(cases__isnull=False)
    if case is not None:
        rows = rows.exclude(pk=case.company_id)
    return list(rows.values_list("name", flat=True).distinct())


def _day(account: UUID, now: datetime) -> date:
    return now.astimezone(ZoneInfo(Profile.of(account, at=now).zone)).date()
