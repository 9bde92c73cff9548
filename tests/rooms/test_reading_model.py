"""The reader's model: its parts against plain reckoning, its file, its manners at the door."""

from __future__ import annotations

import math
import subprocess
import sys
import time
import tracemalloc
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.reading import read
from afterword.reading.hearing import hear
from afterword.reading.model import Facts, clauses_of, head, judge
from afterword.reading.model.encoder import HEADS, encode
from afterword.reading.model.facts import RULED
from afterword.reading.model.head import LONGEST, answer, sequence
from afterword.reading.model.pieces import CLOSE, OPEN, UNKNOWN, Pieces
from afterword.reading.model.weights import (
    FILE,
    Layer,
    Weights,
    folded,
    packed_bytes,
    unpacked,
    weights,
)
from afterword.reading.settling import settle
from afterword.terms import Address, Certainty, Mail, MailKind

MARKS = ["<s>", "<pad>", "</s>", "<unk>"]
SCORES = {
    "\u2581": -4.0, "a": -3.0, "b": -3.2, "\u2581a": -2.0, "ab": -2.5, "\u2581ab": -4.0,
    "ba": -2.2, "bab": -3.9,
}  # fmt: skip


def small() -> Pieces:
    return Pieces([*MARKS, *SCORES], [0.0] * 4 + list(SCORES.values()))


def likeliest(word: str) -> float:
    """The best sum of scores over every way to cut the word, by trying them all."""
    best = -math.inf
    for count in range(len(word)):
        for cuts in combinations(range(1, len(word)), count):
            ends = [0, *cuts, len(word)]
            parts = [word[a:b] for a, b in pairwise(ends)]
            if all(part in SCORES for part in parts):
                best = max(best, sum(SCORES[part] for part in parts))
    return best


@given(st.text(alphabet="ab", min_size=1, max_size=9))
def test_the_cut_of_a_word_is_the_likeliest_of_all(word: str) -> None:
    names = [*MARKS, *SCORES]
    parts = [names[number] for number in small().cut(word)]
    assert "".join(parts) == "\u2581" + word
    assert math.isclose(sum(SCORES[part] for part in parts), likeliest("\u2581" + word))


def test_an_unknown_letter_costs_one_unknown_and_spoils_nothing_else() -> None:
    names = [*MARKS, *SCORES]
    cut = small().cut("a漢ab")
    assert cut.count(UNKNOWN) == 1
    assert [names[number] for number in cut if number != UNKNOWN] == ["\u2581a", "ab"]


def test_the_shipped_vocabulary_cuts_common_words_whole() -> None:
    """sentencepiece's own cuts with the published vocabulary."""
    pieces = weights().pieces
    assert len(pieces.cut("Hello world")) == 2
    assert pieces.cut("position") == pieces.cut(" position ")
    assert UNKNOWN not in pieces.cut("Übermäßig naïve señor não però één 3.450 €!")


def test_clauses_are_marked_off_and_counted() -> None:
    numbers, owners = sequence(["a", "ab ba"], small(), LONGEST)
    assert numbers[0] == OPEN
    assert numbers.count(CLOSE) == 2
    assert sorted(set(owners)) == [0, 1]
    assert len(numbers) == len(owners)
    assert len(sequence(["ab " * 500] * 50, small(), LONGEST)[0]) == LONGEST


def toy() -> Weights:
    """A seeded encoder small enough to reckon by hand: width 24, one layer."""
    rng = np.random.default_rng(5)
    width, inner = 2 * HEADS, 32

    def some(*shape: int) -> np.ndarray:
        return rng.normal(0, 0.4, shape).astype(np.float32)

    layer = Layer(
        some(width, 3 * width), some(3 * width), some(width, width), some(width),
        some(width), some(width), some(width, inner), some(inner), some(inner, width),
        some(width), some(width), some(width),
    )  # fmt: skip
    halves = rng.integers(0, 256, (12, 16), dtype=np.uint8)
    scale = np.full((12, 1), 0.1, dtype=np.float16)
    toy_words = Weights(
        small(), halves, scale, some(LONGEST, 32)[:, :width], some(width), some(width),
        (layer,), {}, (), 1.0,
    )  # fmt: skip

    class Narrow(Weights):
        def vectors(self, numbers: np.ndarray) -> np.ndarray:
            return super().vectors(numbers)[:, :width]

    return Narrow(*(getattr(toy_words, name) for name in toy_words.__slots__))


def by_hand(pieces: list[int], known: Weights) -> list[list[float]]:
    """The same encoder in loops, with the standard library's functions."""

    def levelled(row: list[float], scale: np.ndarray, shift: np.ndarray) -> list[float]:
        mean = sum(row) / len(row)
        spread = math.sqrt(sum((v - mean) ** 2 for v in row) / len(row) + 1e-12)
        return [(v - mean) / spread * float(s) + float(t) for v, s, t in zip(row, scale, shift, strict=True)]  # fmt: skip

    def through(row: list[float], matrix: np.ndarray, bias: np.ndarray) -> list[float]:
        return [sum(v * float(matrix[i, j]) for i, v in enumerate(row)) + float(bias[j]) for j in range(matrix.shape[1])]  # fmt: skip

    vectors = known.vectors(np.array(pieces))
    x = [
        levelled([float(v) + float(p) for v, p in zip(vectors[at], known.places[at], strict=True)], known.start_scale, known.start_shift)
        for at in range(len(pieces))
    ]  # fmt: skip
    for layer in known.layers:
        width, size = len(x[0]), len(x[0]) // HEADS
        mixed = [through(row, layer.mix, layer.mix_bias) for row in x]
        heard = [[0.0] * width for _ in x]
        for part in range(HEADS):
            at = part * size
            for i, row in enumerate(mixed):
                likeness = [
                    sum(row[at + d] * other[width + at + d] for d in range(size)) / math.sqrt(size)
                    for other in mixed
                ]
                raised = [math.exp(v - max(likeness)) for v in likeness]
                for d in range(size):
                    heard[i][at + d] = sum(
                        r / sum(raised) * other[2 * width + at + d]
                        for r, other in zip(raised, mixed, strict=True)
                    )
        out = [through(row, layer.out, layer.out_bias) for row in heard]
        x = [levelled([a + b for a, b in zip(r, o, strict=True)], layer.first_scale, layer.first_shift) for r, o in zip(x, out, strict=True)]  # fmt: skip
        wide = [
            [0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3))) for v in through(row, layer.wide, layer.wide_bias)]
            for row in x
        ]  # fmt: skip
        narrow = [through(row, layer.narrow, layer.narrow_bias) for row in wide]
        x = [levelled([a + b for a, b in zip(r, n, strict=True)], layer.second_scale, layer.second_shift) for r, n in zip(x, narrow, strict=True)]  # fmt: skip
    return x


def test_the_encoder_reckons_as_one_would_by_hand() -> None:
    known = toy()
    ready = ready_to_use(known)
    pieces = [OPEN, 5, 9, 4, CLOSE]
    assert np.allclose(encode(pieces, ready), by_hand(pieces, known), atol=2e-4)


def ready_to_use(known: Weights) -> Weights:
    given = {name: getattr(known, name) for name in known.__slots__}
    return type(known)(**given | {"layers": tuple(map(folded, known.layers))})


@pytest.mark.parametrize("loud", [40.0, -40.0])
def test_pieces_far_more_alike_than_any_trained_ones_are_still_weighed(loud: float) -> None:
    """Powers that overflow, or vanish, when raised as they are."""
    known = toy()
    mix = known.layers[0].mix.copy()
    mix[:, : mix.shape[0]] *= np.float32(loud)
    given = {name: getattr(known, name) for name in known.__slots__}
    known = type(known)(**given | {"layers": (replace(known.layers[0], mix=mix),)})
    pieces = [OPEN, 5, 9, 4, CLOSE]
    encoded = encode(pieces, ready_to_use(known))
    assert np.isfinite(encoded).all()
    assert np.allclose(encoded, by_hand(pieces, known), atol=2e-3)


def test_attention_is_shared_among_clauses_and_facts_count() -> None:
    rng = np.random.default_rng(2)
    facts = len(Facts().numbers())
    head = {
        "scale": np.ones(4, np.float32), "shift": np.zeros(4, np.float32),
        "attend": rng.normal(size=4).astype(np.float32), "attend_bias": np.zeros(1, np.float32),
        "answer": rng.normal(size=(3, 8 + facts)).astype(np.float32),
        "answer_bias": np.zeros(3, np.float32),
    }  # fmt: skip
    encoded = rng.normal(size=(6, 4)).astype(np.float32)
    owners = np.array([0, 0, 1, 1, 2, 2])
    plain, attention = answer(encoded, owners, Facts(), head)
    assert attention.shape == (3,)
    assert math.isclose(float(attention.sum()), 1.0, rel_tol=1e-5)
    outgoing, _ = answer(encoded, owners, Facts(outgoing=True), head)
    assert np.allclose(outgoing - plain, head["answer"][:, 8], atol=1e-5)


def test_the_sender_sways_the_answer_and_is_never_the_quote() -> None:
    words = ["About the flat", "We chose another person for it, I am sorry."]
    plain = judge(words, Facts())
    named = judge(words, Facts(sender="Lettings Office, lettings"))
    assert named.probability != plain.probability
    assert named.clause_index in (0, 1)


def test_what_the_rules_say_reaches_the_model() -> None:
    said = (
        "Thank you for coming. We regret to inform you that we will not be moving forward "
        "with your application for the position of Baker."
    )
    numbers = hear(mail(said)).facts().numbers()
    assert len(numbers) == len(Facts().numbers())
    at = len(numbers) - RULED + list(MailKind).index(MailKind.REJECTION)
    assert numbers[at] > 0.5
    assert Facts().numbers()[at] == 0.0


def test_half_bytes_and_bytes_come_back_as_they_were() -> None:
    packed = np.array([[0x8F] + [0x88] * 15], dtype=np.uint8)
    numbers = unpacked(packed, np.array([[0.5]], dtype=np.float16))
    assert numbers[0, 0] == 3.5  # 15 - 8, times one half
    assert numbers[0, 16] == 0.0  # the upper half of the first byte is number 16
    assert not numbers[0, 17:].any()
    matrix = np.random.default_rng(1).normal(size=(7, 20)).astype(np.float32)
    whole, scale = packed_bytes(matrix)
    assert np.abs(whole * scale[:, None] - matrix).max() <= np.abs(matrix).max() / 254 + 1e-6


def test_the_file_is_plain_numbers_and_small() -> None:
    assert FILE.stat().st_size <= 30_000_000
    with np.load(FILE, allow_pickle=False) as box:
        assert all(box[name].dtype != object for name in box.files)
    assert set(weights().kinds) == {kind.value for kind in MailKind}


@pytest.mark.usefixtures("_asked_anew")
def test_the_same_question_gets_the_same_answer() -> None:
    clauses = ["Your visit on Tuesday", "We went for somebody else in the end, I am sorry."]
    first = judge(clauses, Facts(signed=True))
    assert judge(clauses, Facts(signed=True)) == first
    total = first.probability + sum(share for _, share in first.runners_up)
    assert math.isclose(total, 1.0, rel_tol=1e-4)
    assert first.probability >= max(share for _, share in first.runners_up)
    assert first.clause_index in (0, 1)


@pytest.mark.parametrize("nothing", [[], [""], ["  ", "\n"]])
def test_a_mail_without_a_word_is_refused(nothing: list[str]) -> None:
    with pytest.raises(ValueError, match="without a word"):
        judge(nothing, Facts())


INVITATIONS = (
    "Could you come in on Thursday at two to meet the rest of us and talk about the job?",
    "Hätten Sie am Donnerstag um 14 Uhr Zeit für ein Vorstellungsgespräch bei uns?",
    "Seriez-vous disponible jeudi à 14 h pour un entretien avec notre équipe ?",
    "¿Podrías venir el jueves a las dos para una entrevista con el equipo?",
    "Você teria disponibilidade na quinta às 14h para uma entrevista conosco?",
    "Heb je donderdag om twee uur tijd voor een sollicitatiegesprek bij ons?",
    "Sarebbe disponibile giovedì alle 14 per un colloquio con il nostro gruppo?",
)


@pytest.mark.parametrize("words", INVITATIONS)
def test_being_asked_in_is_understood_in_each_language(words: str) -> None:
    opinion = judge(["", words], Facts(signed=True, words=0.2))
    assert opinion.kind in {MailKind.INTERVIEW_INVITATION, MailKind.INTERVIEW_LOGISTICS}
    assert opinion.clause_index == 1


def mail(text: str, subject: str = "Re: Tuesday") -> Mail:
    return Mail(
        id="m@x.example",
        subject=subject,
        sender=Address("Ann Coe", "ann@smallfirm.example"),
        text=text,
        in_reply_to="a@x.example",
    )


def test_the_clause_that_moved_the_model_is_named_where_it_stands() -> None:
    letter = mail(
        "Hello Sam,\n\nCould you come by on Thursday at ten and meet the two of us?\n\nAnn"
    )
    heard = hear(letter)
    settled = settle(heard, judge)
    assert settled.kind in {MailKind.INTERVIEW_INVITATION, MailKind.INTERVIEW_LOGISTICS}
    assert settled.moved is not None
    assert "Thursday at ten" in heard.text[settled.moved.start : settled.moved.end]


def test_a_language_outside_the_seven_gives_no_verdict() -> None:
    reading = read(
        mail(
            "Dziękujemy za udział w rozmowie. Niestety zdecydowaliśmy się na inną osobę i nie "
            "możemy zaproponować Pani tego stanowiska. Życzymy powodzenia w dalszych poszukiwaniach."
        )
    )
    assert reading.kind is not MailKind.REJECTION
    assert reading.certainty is Certainty.LOW


def test_clauses_are_spans_of_the_text_with_the_subject_first() -> None:
    text = "Subject here\n\nFirst thought. Second thought follows.\n\nOk."
    spans = clauses_of(text, text.partition("\n\n")[2])
    assert text[spans[0].start : spans[0].end] == "Subject here"
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_the_model_is_not_touched_before_it_is_asked() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, afterword.reading; print('numpy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "False"


@pytest.fixture
def _asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The suite remembers answers; what they cost is told only by asking."""
    monkeypatch.setattr(head, "weigh", getattr(head.weigh, "__wrapped__", head.weigh))


@pytest.mark.usefixtures("_asked_anew")
def test_an_opinion_costs_little_more_than_its_multiplications() -> None:
    """A ratio in one run: the whole judgement beside the bare matrix products it needs."""
    clauses = ["We sat over it for an hour and a half and could not agree."] * 8
    known = weights()
    rows = len(sequence(clauses, known.pieces, LONGEST)[0])
    x = np.ones((rows, 384), np.float32)
    wide = np.ones((rows, 1536), np.float32)

    def bare() -> None:
        for layer in known.layers:
            x @ layer.mix, x @ layer.out, x @ layer.wide, wide @ layer.narrow

    def best(deed: object) -> float:
        spent = []
        for _ in range(5):
            begin = time.process_time()
            deed()  # type: ignore[operator]
            spent.append(time.process_time() - begin)
        return min(spent)

    best(bare)
    assert best(lambda: judge(clauses, Facts())) < 12 * best(bare)


@pytest.mark.usefixtures("_asked_anew")
def test_memory_stays_flat_over_many_questions() -> None:
    judge(["one"], Facts())
    tracemalloc.start()
    try:
        judge(["We will write again next week."] * 6, Facts())
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(12):
            judge(["We will write again next week."] * 6, Facts())
        after, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 1_000_000
    assert peak < 60_000_000
