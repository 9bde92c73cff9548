"""News of the very thing a house said it waits for, and news that only sounds like it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from afterword.counsel.watching import matching
from afterword.counsel.watching.awaited import awaited
from afterword.terms import CaseFile, FeedItem, Person, Remark, RemarkKind, Signal, Strength

NOW = datetime(2026, 6, 10, 7, tzinfo=UTC)
#: A house that writes of this and that, so that no word of it is rare for want of others.
DAILY = (
    ("The canteen has a new soup", "Leek, on Tuesdays."),
    ("Opening hours of the shop", "From nine to five."),
    ("A visit from the school", "Thirty pupils saw the looms."),
)


def told(words: str, title: str, text: str = "") -> list[Strength]:
    items = [
        FeedItem(f"d{n}", *of[:1], f"https://loom.example/{n}", NOW - timedelta(days=30 + n), of[1])
        for n, of in enumerate(DAILY)
    ]
    items.append(FeedItem("new", title, "https://loom.example/new", NOW, text))
    remark = Remark("r", RemarkKind.TOPIC, words, by="Ada Loomis", at=date(2026, 3, 2))
    file = CaseFile(
        "c",
        "Hallaste",
        "Weaver",
        people=(Person("Ada Loomis", "Ada Loomis"),),
        remarks=(remark,),
    )
    found = list(matching(file, items, NOW))
    assert all(one.signal is Signal.NEWS for one in found)
    return [one.strength for one in found]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Once the dyeworks are licensed, I can hire.", "Dyeworks licensed by the county"),
        ("Solange der Brandschutz nicht geklärt ist, geht hier nichts.", "Brandschutz abgenommen"),
        ("Als de subsidieregeling er is, bellen we je.", "Subsidieregeling gaat in per 1 juli"),
        ("Si la manufacture obtient le label, il me faudra quelqu'un.", "Une manufacture labellisée"),
        ("En cuanto firmemos el convenio con la lonja, te llamo.", "Firmado el convenio con la lonja"),
    ],
)  # fmt: skip
def test_one_long_word_of_what_they_wait_for_is_enough_in_a_headline(
    words: str, title: str
) -> None:
    assert told(words, title) == [Strength.STRONG]


def test_a_number_that_names_a_thing_counts_as_a_word_and_a_year_does_not() -> None:
    words = "It all depends on the trial of loom 417."
    assert told(words, "Loom 417 passes its trial") == [Strength.STRONG]
    assert told(words, "Loom 418 is sold") == []
    assert told("If the 2027 plan holds, we talk.", "What 2027 brings") == []


def test_the_same_word_in_the_body_or_in_a_sentence_that_waits_for_nothing_is_no_cause() -> None:
    words = "Once the dyeworks are licensed, I can hire."
    assert told(words, "A walk along the river", "It passes the dyeworks.") == []
    assert told("Our dyeworks are old and we like them.", "Dyeworks licensed by the county") == []


def test_who_waits_for_an_end_is_not_met_by_news_that_it_goes_on() -> None:
    words = "Sobald die Kurzarbeit vorbei ist, melde ich mich."
    assert told(words, "Kurzarbeit verlängert bis zum Herbst") == []
    assert told(words, "Kurzarbeit endet", "Sie ist am Freitag beendet.") == [Strength.STRONG]


def test_a_feast_of_what_was_is_no_event() -> None:
    words = "When the weavery opens its second hall we need you."
    assert told(words, "Our weavery celebrates", "Jubilee of the second hall: forty years.") == []


def test_a_clause_ends_where_the_next_begins() -> None:
    assert awaited("Until the roof is mended, nobody starts; the rest is fine.") == (
        "the roof is mended",
    )
    assert awaited("We liked your weaving.") == ()
