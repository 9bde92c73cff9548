"""A slice of benchmarks/trace.py, and each sort of untruth in each language, said plainly."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from afterword.terms import Fact, Person
from afterword.writing.proving import unproven_in
from afterword.writing.tracing import trace

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))

from untruths.letters import by_hand, composed  # noqa: E402


def _bench() -> ModuleType:
    """benchmarks/trace.py by its path: its name is also a module's of the standard library."""
    spec = importlib.util.spec_from_file_location("benchmark_of_trace", BENCHMARKS / "trace.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def test_a_slice_of_the_untruths_is_found() -> None:
    """Issue 5, the trace: at least 99 % of untruths; here on a slice, so one may slip."""
    sums = _bench().count([*list(by_hand())[::4], *composed(30)])
    tried = sum(n for key, n in sums.tried.items() if key[0] != "borrowed")
    found = sum(n for key, n in sums.found.items() if key[0] != "borrowed")
    assert tried > 700
    assert found / tried >= 0.99, sums.missed
    alarms = sum(sums.alarms.values()) / sum(sums.letters.values())
    assert alarms <= 1, sums.cried


def test_the_count_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = _bench()
    monkeypatch.setattr(bench, "judged", lambda letter, text: ())
    sums = bench.count(composed(2))
    assert sum(sums.tried.values()) and not sum(sums.found.values())


FACTS = {
    "en": "At Orrery Ltd I cut scrap from 31 to 8 percent in fourteen months, by 12 May 2025",
    "de": "Bei Orrery habe ich den Ausschuss in vierzehn Monaten von 31 auf 8 Prozent gesenkt, bis 12. Mai 2025",
    "fr": "Chez Orrery j’ai ramené les rebuts de 31 à 8 pour cent en quatorze mois, au 12 mai 2025",
    "es": "En Orrery bajé los rechazos del 31 al 8 por ciento en catorce meses, hasta el 12 de mayo de 2025",
}
TO = Person("p", "Ada Reed", title="Works Manager", company="Lumen")


def flagged(language: str, sentence: str) -> list[str]:
    text = f"Ada Reed,\n\n{sentence}\n\nJo Lindley"
    facts = [Fact("f1", FACTS[language])]
    found = unproven_in(
        text, facts, to=TO, me="Jo Lindley", language=language, today=date(2026, 3, 3)
    )
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Scrap at Orrery fell from 31 to 8% in 14 months."),
        ("en", "By May 12, 2025 scrap at Orrery had come down to eight per cent."),
        ("de", "Bei Orrery sank der Ausschuss in 14 Monaten von 31 auf 8 %."),
        ("de", "Am 12.5.2025 lag der Ausschuss bei acht Prozent."),
        ("fr", "Chez Orrery, les rebuts ont baissé de 31 à 8 % en 14 mois."),
        ("fr", "Le 12/05/2025, les rebuts étaient à huit pour cent."),
        ("es", "En Orrery los rechazos bajaron del 31 al 8 % en 14 meses."),
        ("es", "El 12/05/2025 los rechazos estaban en el ocho por ciento."),
        ("en", "May I ring you? Could we take twenty minutes?"),
    ],
)
def test_what_the_facts_hold_may_be_said_in_other_words(language: str, sentence: str) -> None:
    assert flagged(language, sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "what"),
    [
        ("en", "Scrap at Orrery fell to nine percent.", "nine percent"),
        ("en", "Scrap at Orrery took fourteen weeks.", "fourteen weeks"),
        ("en", "Scrap at Orrery cost us €8 million.", "€8 million"),
        ("en", "As plant director I saw the scrap at Orrery.", "plant director"),
        ("en", "Nobody has done it better.", "Nobody has done it better"),
        ("en", "Margins soared.", "soared"),
        ("de", "Der Ausschuss lag bei fünfundzwanzig Prozent.", "fünfundzwanzig Prozent"),
        ("de", "Der Ausschuss war am 13. Mai 2025 unten.", "13. Mai 2025"),
        ("de", "Das war die schnellste Wende.", "schnellste"),
        ("de", "Gelernt habe ich das bei Grundfos.", "Grundfos"),
        ("de", "Als Werksleiter sah ich das.", "Werksleiter"),
        ("fr", "Les rebuts étaient à quatre-vingt-dix pour cent.", "quatre-vingt-dix pour cent"),
        ("fr", "Les rebuts ont cessé le 1er juin.", "1er juin"),
        ("fr", "Ce fut le résultat le plus rapide.", "le plus rapide"),
        ("fr", "J’y étais directrice.", "directrice"),
        ("es", "Los rechazos estaban en treinta y cinco por ciento.", "treinta y cinco por ciento"),
        ("es", "Los rechazos cesaron el 3 de junio.", "3 de junio"),
        ("es", "Era el mejor equipo.", "el mejor"),
        ("es", "Allí fui gerente.", "gerente"),
    ],
)
def test_what_they_do_not_hold_is_flagged_where_it_stands(
    language: str, sentence: str, what: str
) -> None:
    assert flagged(language, sentence) == [what]


def test_a_figure_of_another_fact_proves_nothing_here() -> None:
    facts = [Fact("f1", FACTS["en"]), Fact("f2", "The canteen seats 90 people")]
    text = "Dear Ada,\n\nScrap at Orrery fell to 90 percent.\n\nJo Lindley"
    found = unproven_in(text, facts, to=TO, me="Jo Lindley")
    assert [text[one.start : one.end] for one in found] == ["90 percent"]


def test_a_bare_letter_knows_which_fact_each_sentence_rests_on() -> None:
    facts = [Fact("f1", FACTS["en"]), Fact("f2", "Ada showed the canteen for ninety people")]
    made = trace(
        "Dear Ada,\n\nAt Orrery scrap came down.\n\nThe canteen was kind.\n\nThank you.\n\nJo",
        facts,
        to=TO,
        me="Jo",
    )
    assert [one.facts for one in made.sentences] == [("f1",), ("f2",), ()]


@pytest.mark.parametrize("blanks", ["\r\n\r\n", "\n\n\n", "\n \n"])
def test_places_are_those_of_the_letter_as_typed(blanks: str) -> None:
    text = blanks.join(("Dear Ada,", "Scrap fell to 9 percent.", "Jo Lindley"))
    found = unproven_in(text, [Fact("f1", FACTS["en"])], to=TO, me="Jo Lindley")
    assert [text[one.start : one.end] for one in found] == ["9 percent"]
