"""What one corrected mail teaches of another: alike enough or not, and what no lesson may do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.reading import Lesson, heed, lesson_of, read, teacher_of
from afterword.reading.lessons import ALIKE, LEANING
from afterword.reading.likeness import kin, likeness, make_of
from afterword.reading.text import open_letter
from afterword.terms import VERDICTS, Address, Certainty, Direction, Mail, MailKind, Reading

K = MailKind
CORPUS = Path(__file__).resolve().parents[2] / "corpus"

NEXT_ROUND = """Dear {name},

Many thanks for the time you gave us. Your papers for the {role} seat at {firm} have been laid with
the committee, which meets on {day}. Until the committee has met, nobody here can tell you
anything, so please do not ring the office before then. You will find our number below all the same.

Kind regards
The office of {firm}
"""
OTHER_LETTER = """Dear {name},

The committee asks for two things more before it meets: a copy of your licence, and the name of
somebody who has seen you at work. Please send both through the portal of {firm} by {day}; without
them your papers for the {role} seat cannot be laid before anybody.

Kind regards
The office of {firm}
"""
ONE = {"name": "Sam Reed", "role": "Store Planner", "firm": "Northgate Stores", "day": "12 March"}
TWO = {
    "name": "Ada Quist",
    "role": "Yard Foreman",
    "firm": "Bluff Harbour",
    "day": "3 October 2026",
}


def mail(text: str, sender: str = "office@northgate-stores.example", **given: object) -> Mail:
    fields = {"id": f"{abs(hash((text, sender)))}@x", "subject": "Your papers", **given}
    return Mail(sender=Address("The office", sender), text=text, **fields)  # type: ignore[arg-type]


def as_read(
    one: Mail, kind: MailKind, certainty: Certainty = Certainty.FAIR, **also: object
) -> Reading:
    """The mail taken apart by the reader, and read as this kind."""
    return replace(read(one), kind=kind, certainty=certainty, **also)  # type: ignore[arg-type]


def lesson(one: Mail, said: MailKind, was: MailKind = K.ACKNOWLEDGEMENT) -> Lesson:
    found = lesson_of(as_read(one, was), one, kind=said)
    assert found is not None
    return found


ATS = "no-reply@us.greenhouse-mail.io"


def test_the_same_letter_with_another_name_role_and_firm_is_read_as_it_was_taught() -> None:
    taught = lesson(mail(NEXT_ROUND.format(**ONE), ATS), K.STATUS_UPDATE)
    other = mail(NEXT_ROUND.format(**TWO), "no-reply@eu.greenhouse-mail.io")
    told = heed(as_read(other, K.ACKNOWLEDGEMENT, Certainty.STRONG), other, [taught])
    assert (told.kind, told.certainty) == (K.STATUS_UPDATE, Certainty.FAIR)
    proof = told.evidence[0]
    assert teacher_of(proof.rule) == taught.mail
    assert told.text[proof.start : proof.end] == proof.text and 12 < len(proof.text) <= 200


def test_another_letter_of_the_same_firm_is_left_as_it_was_read() -> None:
    taught = lesson(mail(NEXT_ROUND.format(**ONE)), K.STATUS_UPDATE)
    other = mail(OTHER_LETTER.format(**ONE))
    said = as_read(other, K.ACTION_NEEDED)
    assert heed(said, other, [taught]) is said


def test_the_same_words_from_another_house_teach_nothing() -> None:
    """Who copies a letter must not be read as the one who wrote it."""
    taught = lesson(mail(NEXT_ROUND.format(**ONE)), K.OFFER)
    copied = mail(NEXT_ROUND.format(**ONE), "office@elsewhere.example")
    said = as_read(copied, K.ACKNOWLEDGEMENT)
    assert heed(said, copied, [taught]) is said


def test_what_pretends_is_not_believed_and_teaches_nobody() -> None:
    head = {"authentication-results": "mx.x; spf=fail; dmarc=fail"}
    honest = mail(NEXT_ROUND.format(**ONE))
    false = mail(NEXT_ROUND.format(**TWO), headers=head)
    said = read(false)
    assert said.errors and heed(said, false, [lesson(honest, K.OFFER)]) is said
    assert lesson_of(said, false, kind=K.OFFER) is None


def test_what_the_user_wrote_is_no_pattern() -> None:
    own = replace(mail(NEXT_ROUND.format(**ONE)), sent=True)
    assert lesson_of(read(own), own, kind=K.WITHDRAWN) is None


def test_a_few_words_are_too_few_to_know_a_letter_by() -> None:
    short = mail("Thank you for your application.")
    assert lesson_of(as_read(short, K.OTHER_JOB), short, kind=K.REJECTION) is None


def test_a_lesson_leans_where_the_reader_only_guessed_and_the_same_address_wrote() -> None:
    first = mail(NEXT_ROUND.format(**ONE))
    head, _, tail = NEXT_ROUND.partition("Until the committee")
    mended = f"{head}After that a porter of ours carries word, whichever way it went. Until the committee{tail}"
    longer = mail(mended.replace("You will find our number below all the same.", "").format(**TWO))
    make = make_of(as_read(longer, K.OTHER_JOB), longer)
    assert LEANING <= likeness(lesson(first, K.STATUS_UPDATE).make, make) < ALIKE
    taught = [lesson(first, K.STATUS_UPDATE)]
    unsure = as_read(longer, K.OTHER_JOB, Certainty.LOW)
    assert heed(unsure, longer, taught).kind is K.STATUS_UPDATE
    surer = as_read(longer, K.OTHER_JOB, Certainty.FAIR)
    assert heed(surer, longer, taught) is surer
    colleague = replace(longer, sender=Address("", "desk@northgate-stores.example"))
    assert heed(unsure, colleague, taught) is unsure


def test_where_two_lessons_speak_the_later_of_two_as_like_counts() -> None:
    first, second = mail(NEXT_ROUND.format(**ONE)), mail(NEXT_ROUND.format(**ONE), id="second")
    taught = [lesson(first, K.STATUS_UPDATE), lesson(second, K.ON_HOLD)]
    other = mail(NEXT_ROUND.format(**TWO))
    said = as_read(other, K.ACKNOWLEDGEMENT)
    assert heed(said, other, taught).kind is K.ON_HOLD
    assert heed(said, other, taught[::-1]).kind is K.STATUS_UPDATE


def test_only_a_letter_all_but_the_same_takes_a_plain_verdict_away() -> None:
    taught = [lesson(mail(NEXT_ROUND.format(**ONE)), K.STATUS_UPDATE)]
    same = mail(NEXT_ROUND.format(**TWO))
    assert heed(as_read(same, K.REJECTION, Certainty.STRONG), same, taught).kind is K.STATUS_UPDATE
    nearly = mail(NEXT_ROUND.format(**TWO).replace("nobody here can tell you\nanything, so", "so"))
    verdict = as_read(nearly, K.REJECTION, Certainty.STRONG)
    assert ALIKE < likeness(taught[0].make, make_of(verdict, nearly)) < 0.85
    assert heed(verdict, nearly, taught) is verdict


OFFICE = "dana@acme.example"


@pytest.mark.parametrize(
    ("address", "agency", "heard"),
    [
        (OFFICE, False, True),
        (OFFICE, True, False),
        ("acme@myworkday.com", False, False),
        ("no-reply@us.greenhouse-mail.io", False, False),
        ("dana.reyes@gmail.com", False, False),
    ],
)
def test_a_firm_is_taught_for_one_office_never_for_a_system_or_free_mail(
    address: str, agency: bool, heard: bool
) -> None:
    first = mail(NEXT_ROUND.format(**ONE), address)
    taught = lesson_of(
        as_read(first, K.STATUS_UPDATE, agency=agency), first, company="Acme Freight"
    )
    other = mail(OTHER_LETTER.format(**TWO), address)
    said = as_read(other, K.ACTION_NEEDED, company="Bluff", agency=agency)
    told = heed(said, other, [taught] if taught else [])
    assert (told.company == "Acme Freight") is heard and (taught is not None) is heard
    if heard:
        assert any(teacher_of(e.rule) == first.id for e in told.evidence)
        colleague = replace(other, sender=Address("", "lee@acme.example"))
        assert heed(said, colleague, [taught]) is said  # type: ignore[list-item]


def test_an_address_the_user_named_two_firms_for_tells_of_none() -> None:
    one, two = mail(NEXT_ROUND.format(**ONE), OFFICE), mail(OTHER_LETTER.format(**ONE), OFFICE)
    taught = [
        lesson_of(as_read(m, K.STATUS_UPDATE), m, company=firm)
        for m, firm in ((one, "Acme Freight"), (two, "Acme Rail"))
    ]
    third = mail(OTHER_LETTER.format(**TWO), OFFICE)
    said = as_read(third, K.ACTION_NEEDED, company="Bluff")
    assert heed(said, third, [t for t in taught if t]) is said


def test_a_role_is_taught_only_where_it_is_misread_the_same_way() -> None:
    first = mail(NEXT_ROUND.format(**ONE))
    misread = as_read(first, K.STATUS_UPDATE, company="Northgate Stores", role="Store")
    taught = lesson_of(misread, first, role="Store Planner")
    assert taught is not None
    other = mail(OTHER_LETTER.format(**ONE))
    again = as_read(other, K.ACTION_NEEDED, company="Northgate Stores", role="Store")
    assert heed(again, other, [taught]).role == "Store Planner"
    right = replace(again, role="Yard Foreman")
    assert heed(right, other, [taught]) is right
    elsewhere = replace(again, company="Bluff Harbour")
    assert heed(elsewhere, other, [taught]) is elsewhere


def _own_words(one: Mail) -> Reading:
    """The mail taken apart, and nothing read in it."""
    body = open_letter(one.text, (one.sender.name,) if one.sender else ()).body
    text, kind = f"{one.subject}\n\n{body}", K.OTHER_JOB
    return Reading(one.id, "", None, Direction.IN, "en", text, kind, Certainty.FAIR)


def _corpus() -> list[Mail]:
    rows = [
        json.loads(line)
        for path in sorted((CORPUS / "hands").glob("*-01.jsonl"))
        for line in path.read_text("utf-8").splitlines()[:12]
    ]
    return [
        Mail(
            id=row["id"],
            subject=row["subject"],
            sender=Address("", row["from"].split("<")[-1].strip("> ").lower()),
            text=row["body"],
        )
        for row in rows
        if row["direction"] == "in"
    ]


MAILS = _corpus()


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, len(MAILS) - 1),
    was=st.sampled_from(list(MailKind)),
    sure=st.sampled_from(list(Certainty)),
    taught=st.lists(
        st.tuples(st.integers(0, len(MAILS) - 1), st.sampled_from(list(MailKind)), st.booleans()),
        max_size=3,
    ),
)
def test_heeding_twice_is_heeding_once_and_no_lesson_is_ever_sure(
    at: int, was: MailKind, sure: Certainty, taught: Sequence[tuple[int, MailKind, bool]]
) -> None:
    one = MAILS[at]
    lessons: list[Lesson] = []
    for other, kind, same in taught:
        # A copy of the very mail, or another one: whatever is taught, these hold.
        source = replace(one, id="copy") if same else MAILS[other]
        found = lesson_of(_own_words(source), source, kind=kind)
        lessons += [found] if found else []
    said = replace(_own_words(one), kind=was, certainty=sure)
    told = heed(said, one, lessons)
    assert heed(told, one, lessons) == told
    assert heed(said, one, []) is said
    for e in told.evidence:
        assert told.text[e.start : e.end] == e.text
    if told.kind is not said.kind:
        assert told.certainty is Certainty.FAIR
        assert teacher_of(told.evidence[0].rule) in {x.mail for x in lessons}
    assert not (told.kind in VERDICTS and told.certainty is Certainty.STRONG and told != said)


@settings(deadline=None, max_examples=40)
@given(a=st.text(max_size=200), b=st.text(max_size=200))
def test_likeness_is_the_same_from_both_sides(a: str, b: str) -> None:
    one, two = (make_of(_own_words(mail(x)), mail(x)) for x in (a, b))
    assert 0 <= likeness(one, two) == likeness(two, one) <= 1
    assert likeness(one, one) in (0.0, 1.0) and likeness(one, one) == (1.0 if one.runs else 0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a@acme.example", "b@acme.example", True),
        ("a@gmail.com", "b@gmail.com", False),
        ("a@gmail.com", "a@gmail.com", True),
        ("x@myworkday.com", "acme@myworkdayjobs.com", True),
        ("", "", False),
        ("a@acme.example", "a@acme2.example", False),
    ],
)
def test_kin_are_of_one_house(one: str, other: str, same: bool) -> None:
    assert kin(one, other) is same is kin(other, one)


def test_in_whole_inboxes_no_letter_is_taken_for_one_of_another_kind() -> None:
    """Every pair of one inbox and one house whose kinds differ lies below what a lesson needs."""
    unlike: list[float] = []
    for path in sorted(CORPUS.glob("seasons/*/mails.jsonl")):
        made = []
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if row["direction"] == "in":
                name, address = parseaddr(row["from"])
                sender, to = Address(name, address.lower()), Address(parseaddr(row["to"])[0], "")
                one = Mail(row["key"], "", row["subject"], sender, to=(to,), text=row["body"])
                made.append((make_of(_own_words(one), one), row["kind"]))
        made = [(make, kind) for make, kind in made if make.says_enough]
        unlike += [
            likeness(make, other)
            for i, (make, kind) in enumerate(made)
            for other, its in made[:i]
            if its != kind and kin(make.address, other.address)
        ]
    assert len(unlike) > 900 and max(unlike) < LEANING
