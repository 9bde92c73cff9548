"""How the user writes: heard as counts, spoken without touching what others said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterword.terms import Brief, LetterKind, Person, Remark, RemarkKind, Tone, Voice
from afterword.writing import compose, voice

MAIL = """Hi {who},

{body} I don't mind either way. I'm happy to come by on Friday. It's close to the station.
I'd bring the figures, and we could look at them together over a coffee.

Cheers,
Sam

On Mon, 2 Mar 2026 Dana wrote:
> Dear Sam, I would be delighted. I am sure that I do not know the secret project Falcon.
> Kind regards
"""
BRIEF = Brief(
    LetterKind.STATUS_NUDGE,
    Person("d", "Dana Reyes"),
    "Sam Reed",
    "Acme",
    "Head of Supply",
    date(2026, 3, 3),
    remarks=(Remark("r", RemarkKind.TOPIC, "I am not sure that it is a talk", "d"),),
)


def mails(n: int) -> list[str]:
    return [MAIL.format(who=f"Person{i}", body=f"My secret number is {i}.") for i in range(n)]


def test_greeting_farewell_pace_and_short_forms_are_heard() -> None:
    heard = voice.voice_of(voice.hear(mails(8)))
    assert (heard.greeting, heard.sign_off, heard.contractions) == ("Hi", "Cheers", True)
    assert 4 < heard.pace < 12
    assert "happy" in heard.favourites and "delighted" not in heard.favourites  # quoted: not theirs
    assert heard.letters == 8


def test_a_few_mails_show_no_habit() -> None:
    heard = voice.voice_of(voice.hear(mails(1)))
    assert heard == Voice(letters=1)


def test_nothing_a_mail_said_is_kept() -> None:
    """Ruling 7: only numbers and forms of a closed list."""
    kept = repr(voice.hear(mails(8))).casefold()
    for word in ("person", "secret", "falcon", "friday", "coffee", "dana", "sam", "figures"):
        assert word not in kept


def test_counts_of_two_hearings_are_those_of_one() -> None:
    both = voice.together(voice.hear(mails(3)), voice.hear(mails(8)[3:]))
    assert both == voice.together(voice.hear(mails(8)))


def test_what_the_user_says_of_it_wins() -> None:
    said = {"greeting": "Good morning", "contractions": False, "pace": 20, "avoided": ["Cheers"]}
    heard = voice.voice_of(voice.hear(mails(8)), said)
    assert (heard.greeting, heard.contractions, heard.pace) == ("Good morning", False, 20.0)
    assert heard.avoided == ("cheers",) and heard.sign_off == "Cheers"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("I am glad to help.", "I’m glad to help."),
        ("I have gone on thinking.", "I’ve gone on thinking."),
        ("I have work behind me.", "I have work behind me."),
        (
            "You said “I am not sure” and I do not know.",
            "You said “I am not sure” and I don’t know.",
        ),
        ("It is small [what is it?].", "It’s small [what is it?]."),
    ],
)
def test_short_forms_outside_their_words_only(ours: str, theirs: str) -> None:
    assert voice.spoken(ours, Voice(contractions=True)) == [theirs]


def test_a_formal_letter_keeps_full_forms_and_the_usual_farewell() -> None:
    own = Voice(greeting="Hey", sign_off="Cheers", contractions=True)
    formal = compose(replace(BRIEF, voice=own, tone=Tone.FORMAL))
    assert "’m " not in formal.body and formal.greeting == "Dear Dana Reyes,"
    assert formal.closing == "Yours sincerely,\nSam Reed"


def test_a_letter_is_in_their_manner() -> None:
    made = compose(replace(BRIEF, voice=Voice(greeting="Hi", sign_off="All the best")))
    assert made.greeting == "Hi Dana," and made.closing == "All the best,\nSam Reed"


def test_a_word_they_avoid_is_swapped_or_its_sentence_spared() -> None:
    plain = compose(BRIEF).body
    assert "gladly" in plain
    assert "gladly" not in compose(replace(BRIEF, voice=Voice(avoided=("gladly",)))).body


def test_short_writers_get_short_sentences() -> None:
    long = "We spoke about the plan for the second site on Monday; it stays with me."
    parts = voice.spoken(long, Voice(pace=9.0))
    assert parts == ["We spoke about the plan for the second site on Monday.", "It stays with me."]
    assert voice.spoken(long, Voice(pace=18.0)) == [long]


@pytest.mark.parametrize(
    ("country", "greeting", "closing"),
    [
        ("US", "Dear Dana,", "Best regards,"),
        ("GB", "Dear Dana,", "Kind regards,"),
        ("DE", "Dear Dana Reyes,", "With kind regards,"),
        ("", "Dear Dana,", "With kind regards,"),
    ],
)
def test_national_habits(country: str, greeting: str, closing: str) -> None:
    made = compose(replace(BRIEF, to=replace(BRIEF.to, country=country)))
    assert made.greeting == greeting and made.closing.startswith(closing)
