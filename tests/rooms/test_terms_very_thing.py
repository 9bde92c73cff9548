"""A language, a paper, years in a trade or a place are shown by themselves, and joined with nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.counsel import doubts
from afterword.counsel.doubts import Answer, Heard, Where
from afterword.terms import Remark, RemarkKind, Story
from afterword.terms.very_thing import Thing, demands, meets
from afterword.writing import match, match_among, topics

CREW = Story(
    "crew",
    "A steadier night crew",
    "The night shift leaders lost a third of their people each year.",
    "Sat with the shift leaders for a month and wrote the roster with them.",
    "Leavers fell from 33 to 14 per cent.",
)
LODZ = Story(
    "lodz",
    "The Łódź bottling hall",
    "Nobody there shared a language with head office.",
    "Led the stand-up in Polish every morning, and the shift leaders with it.",
    "Stoppages fell by half.",
)


@pytest.mark.parametrize(
    ("quote", "thing", "words"),
    [
        ("We took somebody who speaks Danish with the drivers.", Thing.LANGUAGE, {"danish"}),
        ("Your Italian is not there yet.", Thing.LANGUAGE, {"italian"}),
        ("The floor works in Greek, and you do not.", Thing.LANGUAGE, {"greek"}),
        ("You speak no Polish, and the hall does.", Thing.LANGUAGE, {"polish"}),
        ("Leider fehlt Ihnen fließend Tschechisch.", Thing.LANGUAGE, {"czech"}),
        ("Nobody could follow without an interpreter.", Thing.LANGUAGE, set()),
        ("You hold no crane licence.", Thing.PAPER, {"crane"}),
        ("We are looking for somebody with a degree in pharmacy.", Thing.PAPER, {"pharmacy"}),
        ("We cannot take anyone without security clearance.", Thing.RIGHT, {"securi"}),
        ("The other person had nine years in shipping.", Thing.YEARS, {"shipping"}),
        ("She has sold pumps all her life.", Thing.YEARS, {"pump"}),
        ("You have never worked in insurance.", Thing.YEARS, {"insurance"}),
        ("You live in Ghent and the yard is in Emden.", Thing.PLACE, {"ghent", "emden"}),
    ],
)
def test_what_only_itself_can_show(quote: str, thing: Thing, words: set[str]) -> None:
    (found,) = demands(quote)
    assert (found.thing, set(found.words)) == (thing, words)


@pytest.mark.parametrize(
    "quote",
    [
        "I am not sure how you would speak to our board.",
        "Our Spanish customers hear bad news last.",
        "We need somebody to polish the plan.",
        "You lack depth in German, Dutch and French markets.",
        "Our licence is at risk: have you handled an inspector?",
        "You have spent twelve years in one firm; can you change?",
        "After three years of decline it needs another hand.",
        "Can you lead people you do not see every day?",
    ],
)
def test_what_work_can_answer_is_no_such_demand(quote: str) -> None:
    assert demands(quote) == ()


def test_a_language_is_answered_by_that_language_and_no_other() -> None:
    quote = "We chose somebody who speaks Polish with the shift leaders."
    assert not meets(CREW.action, quote)
    assert meets(LODZ.action, quote)
    assert not meets(LODZ.action, quote.replace("Polish", "Danish"))
    doubt = Remark("r", RemarkKind.DOUBT, quote)
    assert [story.id for story, _, _ in match(doubt, [CREW, LODZ])] == ["lodz"]
    danish = Remark("d", RemarkKind.DOUBT, quote.replace("Polish", "Danish"), by="Ida")
    beside = Remark("b", RemarkKind.DOUBT, "You will lose the night shift leaders.", by="Ida")
    assert match_among(danish, [danish, beside], [CREW, LODZ]) == []


def test_the_story_the_user_chose_for_it_stands() -> None:
    doubt = Remark("r", RemarkKind.DOUBT, "You speak no Danish.", answered_by="crew")
    assert [story.id for story, _, _ in match(doubt, [CREW, LODZ])] == ["crew"]


def test_years_in_a_trade_are_answered_by_that_trade() -> None:
    pumps = Story(
        "p", "Pumps", "Seals leaked.", "Changed the seal on every pump.", "No leak since."
    )
    quote = "The other person has sold pumps all her life and sits with the shift leaders."
    doubt = Remark("r", RemarkKind.DOUBT, quote)
    assert "crew" not in [story.id for story, _, _ in match(doubt, [CREW])]
    assert [story.id for story, _, _ in match(doubt, [pumps])] == ["p"]


@pytest.mark.parametrize("verb", ["speaks", "talks", "runs", "works", "leads", "brings", "sits"])
def test_a_verb_of_every_day_is_no_subject(verb: str) -> None:
    assert topics(f"The other one {verb} there.") == {}


def _judged(quote: str, firm: str) -> doubts.Doubt:
    remark = Remark(firm, RemarkKind.DOUBT, quote, "Ida", at=date(2026, 3, 1))
    where = Where(case=firm, company=firm)
    heard = Heard(remark, where, codes=("R03",), topics=topics(quote))
    return doubts.judge(heard, date(2026, 3, 10))


def test_two_languages_are_two_doubts_and_one_is_one() -> None:
    danish = _judged("We need someone who speaks Danish with the drivers.", "A")
    polish = _judged("They wanted somebody who speaks Polish with the drivers.", "B")
    again = _judged("The drivers wanted a chief who is fluent in Danish.", "C")
    assert doubts.alike(danish, polish) == ""
    assert doubts.alike(danish, _judged("You have not led drivers.", "D")) == ""
    assert doubts.alike(danish, again)


def test_a_language_is_learned_or_left_and_a_paper_earned_or_left() -> None:
    (tongue,) = doubts.groups([_judged("We need someone who speaks Danish.", "A")])
    assert doubts.remedy(tongue).answer is Answer.PLAN
    assert doubts.remedy(tongue).says.startswith("Learn it, or leave it")
    (paper,) = doubts.groups([_judged("You hold no crane licence.", "B")])
    assert "earn it, or leave it" in doubts.remedy(paper).says
