"""Which kind of remark a sentence is: a call arranged is no promise, a task no first priority."""

from __future__ import annotations

import pytest

from afterword.reading.remarks import remarks_in
from afterword.terms import Hand


def kinds(sentence: str) -> set[str]:
    text = f"Your talk\n\nHi Ida,\n\n{sentence}\n\nTess"
    return {str(one.kind) for one in remarks_in(text, Hand.PERSONAL, "Tess")}


@pytest.mark.parametrize(
    ("sentence", "kind", "there"),
    [
        # a call at its hour is arranged, one without an hour is owed
        ("I'll ring your mobile.", "promise", False),
        ("I'll call you on your work number.", "promise", False),
        ("We'll call you at 3 on Tuesday.", "promise", False),
        ("I'll call you as soon as I know more.", "promise", True),
        ("I'll send you the figures.", "promise", True),
        # what is to be shown in a talk is not what comes first in the work
        ("We'd like you to come to a third round: ten minutes on your first 90 days.", "first_priority", False),
        ("Please prepare a short presentation on your first 100 days.", "first_priority", False),
        ("In your first 90 days you would rebuild the night shift.", "first_priority", True),
        ("Our first priority is the cold store.", "first_priority", True),
        # a doubt about the reader, and praise that only leads up to it
        ("Imke thought you might find the yard small after Orwell's.", "doubt", True),
        ("Imke said you interviewed well but she thought you might find the yard small.", "doubt", True),
        ("Imke said you interviewed well but she thought you might find the yard small.", "praise", False),
        ("You interviewed well and everybody liked you.", "praise", True),
        ("You interviewed well, but the post has gone to a colleague.", "praise", True),
        ("Frau Daal hatte die Sorge, dass Sie sich bei uns langweilen.", "doubt", True),
        ("Mme Daal craignait que vous vous ennuyiez chez nous.", "doubt", True),
        ("Mevrouw Daal was bang dat u zich hier zou vervelen.", "doubt", True),
        ("I was worried it would rain.", "doubt", False),
    ],
)  # fmt: skip
def test_a_sentence_is_of_its_kind(sentence: str, kind: str, there: bool) -> None:
    assert (kind in kinds(sentence)) is there


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("We expect to open a second post (Selby) once the first depots are over, probably in the summer.", True),
        ("Im Sommer schreiben wir eine zweite Stelle aus.", True),
        ("Nous ouvrirons un second poste à la rentrée.", True),
        ("Abriremos otra plaza en mayo.", True),
        ("We have opened a second office.", False),
    ],
)  # fmt: skip
def test_a_seat_named_for_later_is_kept(sentence: str, there: bool) -> None:
    assert ("topic" in kinds(sentence)) is there
