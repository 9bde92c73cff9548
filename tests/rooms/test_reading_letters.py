"""What is heard in a sentence of a letter: shares for every label, in runs a long letter is cut into."""

from __future__ import annotations

import pytest

from afterword.reading.letters import LABELS, LONGEST, heard, hearing, runs_of
from afterword.reading.model.weights import weights

SOUND = "I rebuilt the rota in March, and sickness fell from nine to six per cent."


def test_every_sentence_gets_a_share_of_every_label() -> None:
    told = heard("thank_you", [SOUND, "Could I send you the rota on Friday?"])
    assert len(told) == 2 and all(tuple(one)[: len(LABELS)] == LABELS for one in told)
    assert all(0.0 <= share <= 1.0 for one in told for share in one.values())
    assert heard("thank_you", []) == ()


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (
            "blame",
            "It is a pity that nobody on your side thought a call was owed after four rounds.",
        ),
        ("over_apology", "Forgive me, I am so sorry to take up your time with this little note."),
        ("cliche", "I am a dynamic self-starter who thrives in a fast-paced world of synergies."),
        ("entitlement", "Nach vier Runden steht mir diese Stelle einfach zu."),
    ],
)
def test_a_plain_fault_is_heard_more_than_a_plain_fact(fault: str, text: str) -> None:
    wrong, right = heard("reopen_letter", [text, SOUND])
    assert wrong[fault] > 0.3 > right[fault]


def test_a_question_is_told_from_a_statement() -> None:
    asks, says = heard("advice_request", ["Was würden Sie an meiner Stelle zuerst lernen?", SOUND])
    assert asks["question"] > 0.8 > 0.2 > says["question"]


def test_a_long_letter_is_heard_to_its_end() -> None:
    """No sentence is lost where the letter is longer than the encoder can take at once."""
    many = [f"Point {n}: {SOUND}" for n in range(60)]
    assert len(heard("influence_letter", many)) == 60
    runs = runs_of("influence_letter", many, weights().pieces)
    assert len(runs) > 1 and all(len(numbers) <= LONGEST for numbers, _ in runs)
    assert sorted({owner for _, owners in runs for owner in owners} - {-1}) == list(range(60))


def test_of_a_long_letter_only_the_run_of_the_changed_sentence_is_heard_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letter = [f"Point {n} of many: {SOUND}" for n in range(60)]
    changed = [*letter[:-1], "May I come by on Friday?"]
    runs = len(runs_of("influence_letter", changed, weights().pieces))
    heard("influence_letter", letter)
    asked: list[int] = []
    encode = hearing.encode
    monkeypatch.setattr(
        hearing, "encode", lambda numbers, known: asked.append(1) or encode(numbers, known)
    )
    told = heard("influence_letter", changed)
    assert len(asked) == 1 < runs
    assert told[-1]["question"] > 0.8 and len(told) == 60
