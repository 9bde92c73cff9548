"""What is missing on a board, and the house's own word for why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from afterword.counsel.watching import (
    Memory,
    Past,
    from_plain,
    hard_times,
    house_of,
    look,
    seen_at,
    to_plain,
)
from afterword.counsel.watching.hardship import is_hard
from afterword.terms import BoardSeen, FeedItem, Posting, Sighting, Signal

START = datetime(2025, 2, 3, 7, tzinfo=UTC)
LETTER = "We have stopped nearly all hiring."
TRADES = ["Cooper", "Fletcher", "Chandler", "Thatcher", "Farrier", "Potter", "Saddler", "Glazier"]


def post(trade: str) -> Posting:
    text = " ".join(f"{trade.lower()}{n}work" for n in ("oak", "ash", "elm", "fir", "yew")) * 3
    return Posting("lever", "hallaste", trade, trade, "Hallaste", ("Tartu",), department="Yard", text=text)  # fmt: skip


BOARD = tuple(map(post, TRADES))


def memory_of(left: int, days: int) -> Memory:
    """A board that stood for fifty days, and of which so many adverts are left for so many days."""
    memory = Memory()
    for day in range(50 + days):
        there = BOARD if day < 50 else BOARD[:left]
        memory = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=day), there))
    return memory


def losses(memory: Memory, *, hard: bool) -> list[Sighting]:
    at = START + timedelta(days=5)
    past = Past("c", "Hallaste", "Keeper of Stores", at - timedelta(days=60), at, department="Yard")
    found = seen_at(house_of(memory, hard=hard), past)
    return [one for one in found if one.signal is Signal.SHRINKING]


def test_a_loss_that_the_house_explains_is_believed_at_the_first_look() -> None:
    memory = memory_of(left=2, days=1)
    assert losses(memory, hard=False) == []  # an answer cut short is whole again tomorrow
    (one,) = losses(memory, hard=True)
    assert "2 jobs are left; 14 days before it was 8" in one.seen[0].what


def test_most_of_it_gone_is_what_they_mean_and_half_is_not() -> None:
    assert losses(memory_of(left=3, days=1), hard=True)
    assert losses(memory_of(left=4, days=3), hard=True) == []
    assert losses(memory_of(left=3, days=1), hard=False) == []


def test_their_word_alone_is_no_loss() -> None:
    assert losses(memory_of(left=8, days=3), hard=True) == []


def test_what_is_doubted_is_kept_and_forgotten_when_it_is_back() -> None:
    memory = memory_of(left=2, days=1)
    assert len(memory.doubted) == 6
    assert from_plain(to_plain(memory)) == memory
    again = look(memory, BoardSeen("lever", "hallaste", START + timedelta(days=51), BOARD))
    assert again.doubted == () and losses(again, hard=True) == []


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        "We had to let thirty weavers go.",
        "Hiring is paused until the spring.",
        "Wir stellen bis auf Weiteres niemanden ein.",
        "Der Vorstand hat einen Einstellungsstopp verhängt.",
        "L'arrêt des recrutements vaut pour tous les ateliers.",
        "Per direct nemen we geen nieuwe mensen aan.",
        "La empresa presenta un ERE.",
        "Annunciati quaranta esuberi.",
        "Uppsägningar: varsel för tjugo vävare.",
        "Hallaste lays off forty weavers",
        "We have no choice but to let most of our people go.",
        "Forty colleagues were let go this morning.",
        "We could not avoid lay-offs this time.",
        "Thirty posts will be made redundant.",
        "Pause on recruitment in the spinning hall",
        "The mill expects 25 redundancies.",
        "There are no new orders, and recruitment is suspended.",
        "We freeze all hiring until the autumn.",
        "Der Vorstand spricht betriebsbedingte Kündigungen aus.",
        "Er komt een ontslagronde in de weverij.",
        "Anunciou no Porto quarenta despedimentos.",
        "Fyringsrunde på væveriet.",
        "Vi permitterer tjue vevere.",
    ],
)
def test_a_house_says_that_it_takes_nobody_on(text: str) -> None:
    assert is_hard(FeedItem("n", "A word of ours", "https://loom.example/n", START, text))


@pytest.mark.parametrize(
    "text",
    [
        "We are hiring again.",
        "The lift is out of order; hiring of bicycles is free.",
        "Wir stellen ein.",
        "Nous recrutons.",
        "Where did the storks go? An evening by the lake.",
        "Why we never stop hiring great people",
        "Why we stopped hiring for culture fit",
        "We did not freeze hiring, and we let nobody go.",
        "There will be no lay-offs at the mill.",
        "The hiring freeze is over.",
        "In 2023 we froze hiring; a look back.",
        "Redundant power for our new loom hall",
        "We removed redundancies from the code of the loom.",
        "Let your career go further with us",
        "We let our new product go live this week",
        "We let three old printers go.",
        "Let your team go home early with our planner.",
        "We hire weavers who were laid off elsewhere.",
        "Stop hiring by gut, start with our loom test.",
        "How to pause hiring without losing talent: a guide",
        "We said goodbye to two colleagues who retire after forty years.",
        "Varsel om ekstremvær: kontoret er åpent",
        "Entlassung aus dem Krankenhaus: unser neuer Dienst",
        "Kündigungen von Abonnements gehen jetzt mit einem Klick.",
        "Es gibt keine Entlassungen.",
        "Il n'y aura pas de licenciements.",
        "De directeur neemt ontslag en gaat reizen.",
        "Me despido de ustedes con un abrazo.",
        "Fyring med træpiller i det nye væveri.",
    ],
)
def test_and_what_is_no_such_word(text: str) -> None:
    assert not is_hard(FeedItem("n", "A word of ours", "https://loom.example/n", START, text))


def test_an_old_letter_explains_nothing_any_more() -> None:
    letter = FeedItem("n", "A hard letter", "https://loom.example/n", START, LETTER)
    assert hard_times([letter], START + timedelta(days=27))
    assert not hard_times([letter], START + timedelta(days=29))
    assert not hard_times([letter], START - timedelta(days=1))
