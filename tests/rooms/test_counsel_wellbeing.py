"""The person behind the search (method section 6, points 3 and 8 to 11; P10, P26; L04, L11, L12)."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel import wellbeing
from afterword.counsel.wellbeing import (
    EXERCISES,
    Care,
    Day,
    Offering,
    PutAway,
    before_sending,
    care,
    countries,
    help_for,
    limits,
    noted,
    offering,
    today_line,
)
from afterword.counsel.wellbeing.offering import may_offer_exercise
from afterword.counsel.wellbeing.unlawful import touches
from afterword.counsel.wellbeing.words import HEAVY, have_been_heavy
from afterword.terms import Basis, Feeling, Remark, RemarkKind

TODAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")


def days(*given: tuple[int, Feeling]) -> tuple[Day, ...]:
    """Words by how many days ago they were chosen."""
    return tuple(Day(TODAY - timedelta(days=ago), feeling) for ago, feeling in given)


TWO_WEEKS = days((13, Feeling.HURT), (8, Feeling.NUMB), (3, Feeling.WORRIED), (0, Feeling.ASHAMED))


# ── the word of a day ───────────────────────────────────────────────────────


def test_a_day_is_a_word_and_whether_rest_is_wanted_and_nothing_that_counts() -> None:
    """6.3, E38: no number, no score, no trend; the words are the user's own choice."""
    assert [one.name for one in fields(Day)] == ["on", "feeling", "rest"]
    assert {Feeling.HURT, Feeling.ANGRY, Feeling.ASHAMED, Feeling.NUMB, Feeling.WORRIED} == HEAVY
    said = [one for one in dir(wellbeing) if not one.startswith("_")]
    assert not [one for one in said if "score" in one.lower() or "trend" in one.lower()]


def test_heavy_words_over_about_two_weeks_are_seen() -> None:
    """P26, 6.9."""
    assert have_been_heavy(TWO_WEEKS, TODAY)


@pytest.mark.parametrize(
    "chosen",
    [
        (),
        days((0, Feeling.HURT)),
        days((2, Feeling.HURT), (1, Feeling.HURT), (0, Feeling.HURT)),  # three days, not two weeks
        days((13, Feeling.HURT), (0, Feeling.HURT)),  # two words tell nothing of a while
        days((13, Feeling.HURT), (6, Feeling.HURT), (3, Feeling.NUMB), (0, Feeling.HOPEFUL)),
        days((13, Feeling.HURT), (9, Feeling.FINE), (6, Feeling.RELIEVED), (0, Feeling.HURT)),
        days((40, Feeling.HURT), (30, Feeling.HURT), (20, Feeling.HURT), (15, Feeling.HURT)),
    ],
)
def test_less_than_that_is_left_alone(chosen: tuple[Day, ...]) -> None:
    """6.9: about two weeks, and a lighter word today ends it."""
    assert not have_been_heavy(chosen, TODAY)
    assert offering(chosen, TODAY) is None


feelings = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(list(Feeling))),
    max_size=40,
    unique_by=lambda p: p[0],
)


@given(feelings)
def test_nothing_is_offered_unasked_on_a_day_called_by_a_lighter_word(
    chosen: list[tuple[int, Feeling]],
) -> None:
    words = days(*[one for one in chosen if one[0] > 0], (0, Feeling.HOPEFUL))
    assert offering(words, TODAY) is None


@given(feelings)
def test_no_number_stands_in_what_is_said(chosen: list[tuple[int, Feeling]]) -> None:
    """6.3: never a score; the offers hold no digit at all."""
    found = offering(days(*chosen), TODAY, asked=True)
    assert found is not None
    said = " ".join([found.why, *(f"{one.says} {one.then}" for one in found.offers)])
    assert not any(sign.isdigit() for sign in said)
    assert "depress" not in said.lower() and "diagnos" not in said.lower()


# ── the offers ──────────────────────────────────────────────────────────────


def keys(found: Offering | None) -> list[str]:
    assert found is not None
    return [one.key for one in found.offers]


def test_the_offers_of_p26() -> None:
    """P26: rest, journal, a kind word, a friend, a coach, a professional; S3-12, S2-15b."""
    found = offering(TWO_WEEKS, TODAY)
    assert keys(found) == ["rest", "journal", "kind_word", "friend", "coach", "professional"]
    assert all(one.source for one in found.offers)  # type: ignore[union-attr]


def test_a_fight_on_the_table_may_rest_and_nothing_is_blocked() -> None:
    """P26: suggests pausing fight plays; it is the user's to say."""
    assert "pause_fights" in keys(offering(TWO_WEEKS, TODAY, fights=True))
    assert "pause_fights" not in keys(offering(TWO_WEEKS, TODAY))


def test_they_come_when_the_user_asks_without_any_word_before() -> None:
    """6.9: or a user's own request; asking is heard even after "not now"."""
    away = (PutAway("offers", TODAY, TODAY + timedelta(days=14)),)
    assert "professional" in keys(offering((), TODAY, asked=True, put_away=away))


def test_offers_that_were_put_away_stay_away() -> None:
    """P26, stop rule: you put it away."""
    away = (PutAway("offers", TODAY - timedelta(days=3), TODAY + timedelta(days=10)),)
    assert offering(TWO_WEEKS, TODAY, put_away=away) is None
    over = (PutAway("offers", TODAY - timedelta(days=20), TODAY - timedelta(days=6)),)
    assert offering(TWO_WEEKS, TODAY, put_away=over) is not None


def test_an_exercise_asks_first_and_not_now_is_final_for_the_day() -> None:
    """6.9: permission before a coping exercise."""
    away = (PutAway("exercise", TODAY, TODAY),)
    assert not may_offer_exercise(TODAY, away)
    assert "kind_word" not in keys(offering(TWO_WEEKS, TODAY, put_away=away))
    assert may_offer_exercise(TODAY + timedelta(days=1), away)
    for one in EXERCISES:
        assert one.asks.startswith("Would you like") and one.asks.endswith("?")


def test_exercises_are_of_our_own_words_and_promise_nothing() -> None:
    """E34, E35, E38: small studies, no WHO-5 item, no promise of a job."""
    said = " ".join(f"{e.title} {e.asks} {' '.join(e.steps)} {e.source}" for e in EXERCISES).lower()
    assert "53%" not in said and "job" not in said
    for item in ("cheerful", "calm and relaxed", "active and vigorous", "fresh and rested"):
        assert item not in said


# ── the line on Today ───────────────────────────────────────────────────────


def test_today_asks_once_a_day_and_only_with_cause() -> None:
    """6.3: reminders are few."""
    news = TODAY - timedelta(days=2)
    assert today_line((), TODAY, news=news)
    assert not today_line((), TODAY, news=None)
    assert not today_line((), TODAY, news=TODAY - timedelta(days=15))
    assert today_line(days((4, Feeling.FINE)), TODAY, news=None)
    assert not today_line(days((0, Feeling.FINE)), TODAY, news=news)
    assert not today_line((), TODAY, news=news, put_away=(PutAway("line", TODAY, TODAY),))
    yesterday = TODAY - timedelta(days=1)
    assert today_line((), TODAY, news=news, put_away=(PutAway("line", yesterday, yesterday),))
    assert not today_line((), TODAY, news=news, put_away=(PutAway("line", yesterday),))


# ── words that call for a calm message ──────────────────────────────────────


def words_of(language: str) -> list[str]:
    text = (files("afterword.counsel.wellbeing") / "risk.toml").read_text("utf-8")
    found: list[str] = tomllib.loads(text)["language"][language]["words"]
    return found


HEARD = {
    "en": "I don’t want to be here any more; I keep thinking I want to DIE.",
    "de": "Ich möchte sterben, es geht nicht mehr.",
    "fr": "Je ne veux plus vivre comme ça, je n'ai plus envie de vivre.",
    "es": "No quiero vivir así. Tengo ganas de morirme.",
    "pt": "Não quero viver. Só quero morrer.",
    "it": "Non voglio più vivere, voglio farla finita.",
    "nl": "Ik wil niet meer leven. Ik wil dood.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_risk_words_are_heard_in_seven_languages(language: str) -> None:
    """6.10, L11: each list, as people write it, with capitals, accents and apostrophes."""
    found = care(HEARD[language], "NL", language)
    assert found is not None and found.language == language
    for phrase in words_of(language):
        assert care(f"… {phrase.replace('*', '').upper()}!", "", language) is not None, phrase


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They said no again and I am so tired of this.",
        "That deadline nearly killed me, and the tech stack is dead.",
        "I am dying to hear from them.",
        "Die Absage war hart, ich bin traurig.",
        "Ik ben moe en verdrietig.",
        "Je suis triste et fatiguée.",
        "A skilled analyst; the diet went well.",
    ],
)
def test_sorrow_alone_raises_no_message(text: str) -> None:
    assert care(text) is None


@given(st.text(alphabet=" \t\n.,;!?-–…", min_size=1, max_size=5), st.booleans())
def test_neither_signs_nor_capitals_hide_the_words(between: str, loud: bool) -> None:
    text = between.join(["and", "I", "want", "to", "die", "today"])
    assert care(text.upper() if loud else text) is not None


@pytest.mark.parametrize("mark", ["'", "’", "´", "`", ""])
def test_every_apostrophe_closes_up(mark: str) -> None:
    assert care(f"I don{mark}t want to live") is not None


def test_the_message_is_calm_and_leads_to_a_person() -> None:
    """6.10: plain words, acknowledge, one tap; no joke, no cheering, no alarm, no gate."""
    found = care("I want to end my life", "GB")
    assert found is not None
    assert [line.tel for line in found.help.lines] == ["tel:116123"]
    assert found.help.emergency is not None and found.help.emergency.tel == "tel:999"
    said = " ".join(found.says)
    assert "Nobody was told" in said and "!" not in said
    for loud in (
        "must not",
        "cheer",
        "positive",
        "stay strong",
        "you can do",
        "reported",
        "selfish",
    ):
        assert loud not in said.lower()


def test_the_answer_holds_nothing_of_what_was_written() -> None:
    """6.10: no mark is kept; what comes back is the same for every text of that language."""
    one, other = care("I want to die", "US"), care("Ben is gone, I cannot go on living", "US")
    assert one == other
    assert "text" not in {field.name for field in fields(Care)}


def test_the_file_says_that_a_clinician_must_read_it() -> None:
    """6.10: reviewed by clinicians before release, and honest that it is not yet."""
    text = (files("afterword.counsel.wellbeing") / "risk.toml").read_text("utf-8")
    assert "A CLINICIAN MUST READ THIS FILE BEFORE EACH RELEASE" in text
    assert "Reviewed by: nobody yet" in text


# ── somebody to call ────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("country", "number", "emergency"),
    [
        ("US", "988", "911"),
        ("CA", "988", "911"),
        ("GB", "116 123", "999"),
        ("uk", "116 123", "999"),
        ("IE", "116 123", "112"),
        ("AU", "13 11 14", "000"),
        ("DE", "0800 1110111", "112"),
        ("FR", "3114", "112"),
        ("NL", "113", "112"),
        ("ES", "024", "112"),
        ("PT", "1411", "112"),
        ("BR", "188", "192"),
    ],
)
def test_help_lines_by_country(country: str, number: str, emergency: str) -> None:
    """L12."""
    found = help_for(country)
    assert found.lines[0].number == number
    assert found.emergency is not None and found.emergency.number == emergency


def test_every_line_says_when_it_was_checked_and_where() -> None:
    """L12, 6.12: versioned, with a date and a link."""
    for code in countries():
        found = help_for(code)
        assert found.lines and found.emergency
        for line in (*found.lines, found.emergency):
            assert line.link.startswith("https://") and line.checked >= date(2026, 11, 22)
            assert line.tel.removeprefix("tel:").isdigit()


@given(st.text(max_size=4))
def test_an_unknown_country_is_led_to_the_directory(country: str) -> None:
    """L12: findahelpline.com elsewhere; never an invented number."""
    found = help_for(country)
    assert found.elsewhere == "https://findahelpline.com"
    assert bool(found.lines) == (found.country in countries())


# ── words that may not have been lawful ─────────────────────────────────────


def remark(quote: str, *, at: date | None = TODAY, id: str = "r") -> Remark:
    return Remark(id, RemarkKind.DOUBT, quote, "Gordon Pryce", at=at)


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("At your age, would you still travel?", "age"),
        ("We wanted someone younger", "age"),
        ("Sie sind uns zu alt", "age"),
        ("Are you planning to have children?", "family"),
        ("Sind Sie schwanger?", "family"),
        ("Could you do it with your disability?", "disability"),
        ("Where are you really from?", "origin"),
        ("Would you take off the headscarf?", "belief"),
        ("We were looking for a man", "sex_or_orientation"),
        ("Vous êtes trop âgé pour l'équipe", "age"),
        ("Ben je zwanger?", "family"),
    ],
)
def test_remarks_that_may_not_be_lawful_are_kept_word_for_word(quote: str, what: str) -> None:
    """6.8: preserve the facts with dates; inferred, never said."""
    (found,) = noted([remark(quote)])
    assert (found.quote, found.by, found.on, found.touches) == (quote, "Gordon Pryce", TODAY, what)
    assert found.basis is Basis.INFERRED


@pytest.mark.parametrize(
    "quote",
    [
        "Never ran eleven depots",
        "You are too senior for this",
        "We are a young team in the digital age",
        "It was a race against time",
        "Your presentation was the strongest",
        "You would manage a family of brands",
        "Health and safety is your field",
        "Not enough experience with children's toys",
    ],
)
def test_ordinary_doubts_are_no_such_thing(quote: str) -> None:
    assert touches(quote) == ""


def test_facts_stand_in_the_order_of_their_days() -> None:
    late, early = remark("your age", id="b"), remark("too old", at=date(2026, 1, 2), id="a")
    assert [one.remark for one in noted([late, early, remark("Fine", id="c")])] == ["a", "b"]


def test_time_limits_are_pointers_with_a_day() -> None:
    """L04: US 180 and 45 days, Germany two months, the UK's shorter one; others: ask soon."""
    us = limits("US", date(2026, 3, 3))
    assert [one.until for one in us] == [date(2026, 8, 30), date(2026, 4, 17)]
    (gb,) = limits("gb", date(2026, 3, 30))
    assert gb.until is not None and gb.until <= date(2026, 6, 29)
    (de,) = limits("DE", date(2026, 1, 1))
    assert de.until is not None and de.until <= date(2026, 3, 1)
    assert limits("FR", TODAY) == () and limits("DE", None)[0].until is None
    assert all(one.link.startswith("https://") and one.checked for one in us)


def test_nothing_ever_says_to_work_on_fit() -> None:
    """6.8: do not tell them to work on fit."""
    folder = files("afterword.counsel.wellbeing")
    said = " ".join(
        (folder / name).read_text("utf-8") for name in ("limits.toml", "unlawful.toml")
    ) + " ".join([wellbeing.unlawful.ASK, wellbeing.unlawful.NOWHERE])
    assert "fit" not in said.lower().replace("benefit", "").split()
    assert "check with a professional" in wellbeing.unlawful.ASK


# ── before a letter leaves ──────────────────────────────────────────────────


def test_within_the_rest_one_question_stands_before_sending() -> None:
    """P10, S4-01, S1-02, S2-20: both pulls are named, drafting stays free."""
    said = before_sending(NOW + timedelta(hours=3), NOW)
    assert said is not None and said.let_it_rest
    assert "nothing has to be settled today" in said.says[0] and "open a door" in said.says[1]
    assert before_sending(NOW - timedelta(hours=1), NOW) is None
    assert before_sending(None, NOW) is None


@pytest.mark.parametrize("rule", ["blame", "entitlement", "resentment"])
def test_a_hurt_that_shows_is_met_kindly(rule: str) -> None:
    """S3-12, G4, S4-06: let it rest; with a grudge that stays, somebody trained."""
    said = before_sending(None, NOW, [rule])
    assert said is not None
    assert "no wonder" in said.says[1] and "somebody trained" in said.says[2]
    assert before_sending(None, NOW, ["hedge", "length"]) is None
