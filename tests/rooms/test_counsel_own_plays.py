"""A coach's own plays: every field checked with its line, nothing of ours ever loosened (S2-15b)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.counsel import PLAYS, next_move
from afterword.counsel.own_changes import differences
from afterword.counsel.own_plays import AFTER, LETTERS, NONE, OwnPlays, read
from afterword.counsel.plays import PLAY
from afterword.terms import (
    Answer,
    CaseFile,
    Channel,
    Deed,
    Direction,
    Hand,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    Stage,
    Warmth,
)

START = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
ANA = Person("ana", "Ana", "ana@acme.example", Part.HIRING_MANAGER, warmth=Warmth.WARM)
DOC = Path(__file__).resolve().parents[2] / "docs" / "plays.md"
PLAN = """[[play]]
id = "C1"
situation = "A week after the panel"
after = "interview"
earliest = 5
latest = 8
does = "Send the one-page plan"
letter = "keep_in_touch"
guardrail = "One page"
stop = "One"
"""


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def h(day: int, kind: MailKind | Deed, **more: Any) -> Happening:
    return Happening(id=f"{day:03}-{kind}", at=at(day), kind=kind, **more)


def case(*happenings: Happening, **more: Any) -> CaseFile:
    return CaseFile("c", "Acme", "Engineer", happenings=happenings, people=(ANA,), **more)


def letter(day: int, kind: LetterKind) -> Happening:
    return h(day, Deed.LETTER, direction=Direction.OUT, detail=kind.value, who="ana")


MET = h(0, Deed.INTERVIEW, who="ana", stage=Stage.FINAL_EXECUTIVE)
WRITTEN = (MET, letter(1, LetterKind.THANK_YOU), letter(2, LetterKind.INFLUENCE_LETTER))
NO = h(1, MailKind.REJECTION, who="ana", opened=at(1))


def sound(text: str) -> OwnPlays:
    found = read(text)
    assert found.faults == ()
    return found


@pytest.mark.parametrize(
    ("text", "line", "says", "takes"),
    [
        ("x = ", 1, "cannot be read", "does ="),
        ('[[play]]\nid = "C1"\ndoes = "a\n', 3, "cannot be read", "[[play]]"),
        ('[play]\nid = "C1"', 1, "two brackets", "[[play]]"),
        ('id = "C1"', 1, "outside a play", "[[play]]"),
        ('[[play]]\nid = "c1"', 2, "“c1”", "P01 to P26"),
        ('[[play]]\nid = "P27"', 2, "“P27”", "P01 to P26"),
        ('[[play]]\nsituation = "x"', 1, "no id", "P01 to P26"),
        ('[[play]]\nid = "C1"', 1, "situation, does, after, latest, guardrail, stop", "needs"),
        (PLAN.replace("after =", "aftr ="), 4, "“aftr”", "Did you mean “after”?"),
        (PLAN.replace('"interview"', '"interveiw"'), 4, "interveiw", "Did you mean “interview”?"),
        (PLAN.replace("earliest = 5", 'earliest = "5"'), 5, "“5”", "0 to 90"),
        (PLAN.replace("earliest = 5", "earliest = true"), 5, "True", "0 to 90"),
        (PLAN.replace("latest = 8", "latest = 91"), 6, "91", "0 to 90"),
        (PLAN.replace("latest = 8", "latest = 4"), 6, "day 5", "before earliest"),
        (PLAN.replace('"keep_in_touch"', '"final_nudge"'), 8, "counted", "thank_you"),
        (PLAN.replace('"keep_in_touch"', '"reopen_letter"'), 8, "counted", "thank_you"),
        (PLAN + 'channels = ["fax"]\n', 11, "fax", "e-mail"),
        (PLAN + 'stages = ["panel"]\n', 11, "panel", "panel_onsite"),
        (PLAN + 'bands = "fite"\n', 11, "fite", "fight"),
        (PLAN + "stop = 3\n", 11, "cannot be read", "does ="),  # a key twice is no TOML
        (PLAN.replace('stop = "One"', "stop = 3"), 10, "3", "quotation marks"),
        (PLAN.replace('stop = "One"', f'stop = "{"x" * 401}"'), 10, "401", "400"),
        (PLAN + PLAN, 12, "line 2", "an id of its own"),
        ('[[play]]\nid = "P05"\nlatest = 3', 3, "3 is later", "2 or less"),
        ('[[play]]\nid = "P09"\nearliest = 6', 3, "6 is sooner", "7 or more"),
        ('[[play]]\nid = "P13"\nearliest = 2', 3, "2 is sooner", "3 or more"),
        ('[[play]]\nid = "P15"\nlatest = 9', 3, "no last day", "Leave it out"),
        ('[[play]]\nid = "P05"\nchannels = ["phone"]', 3, "phone", "one of these: e-mail"),
        ('[[play]]\nid = "P05"\nletter = "thank_you"', 3, "“letter”", "A change of P05 takes"),
        ('[[play]]\nid = "P10"\noff = true', 3, "protects", "away"),
        ('[[play]]\nid = "P26"\noff = true', 3, "protects", "away"),
        ('[[play]]\nid = "P04"\noff = "yes"', 3, "“yes”", "true or false"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(
    text: str, line: int, says: str, takes: str
) -> None:
    found = read(text)
    fault = found.faults[0]
    assert (fault.line, len(found.faults)) == (line, 1), found.faults
    assert says in fault.says and takes in fault.takes


def test_lines_are_right_after_values_over_many_lines() -> None:
    text = '# mine\r\n\r\n[[play]]\r\nid = "P05"\r\ndoes = """\r\nRing\r\nme"""\r\nlast = 1\r\n'
    assert [fault.line for fault in read(text).faults] == [8]
    listed = PLAN + 'channels = [\n  "e-mail",\n  "fax",\n]\nnote = "x"\n'
    assert sorted(fault.line for fault in read(listed).faults) == [11, 15]


def test_the_example_in_the_documents_can_be_used() -> None:
    """docs/plays.md: the commented example is read whole, and does what its comments say."""
    block = re.search(r"```toml\n(.*?)```", DOC.read_text("utf-8"), re.S)
    assert block is not None
    own = sound(block[1])
    assert own.is_off("P04") and own.changes["P05"].play.latest == 1
    assert [one.play.id for one in own.new] == ["C1"]
    guardrail = own.changes["P05"].play.guardrail
    assert guardrail.startswith(PLAY["P05"].guardrail) and guardrail.endswith("yourself")


@settings(deadline=None)
@given(
    st.sampled_from([play.id for play in PLAYS]),
    st.integers(0, 40),
    st.integers(0, 40),
    st.sets(st.sampled_from(list(Channel)), min_size=1),
)
def test_no_change_is_ever_looser(
    id: str, earliest: int, latest: int, channels: set[Channel]
) -> None:
    """Whatever is written, a change that is taken is not sooner, not later and not by more ways."""
    names = ", ".join(f'"{one}"' for one in channels)
    text = (
        f'[[play]]\nid = "{id}"\nearliest = {earliest}\nlatest = {latest}\nchannels = [{names}]\n'
    )
    own, ours = read(text), PLAY[id]
    if own.faults:
        assert own.changes == {}
        return
    now = own.changes[id].play
    assert ours.earliest is not None and now.earliest is not None
    assert ours.latest is not None and now.latest is not None
    assert ours.earliest <= now.earliest <= now.latest <= ours.latest
    assert set(now.channels) <= set(ours.channels)
    assert now.letters == ours.letters
    assert ours.guardrail in now.guardrail and ours.stop in now.stop


def test_the_vocabularies_hold_what_may_be_counted_on() -> None:
    assert len(set(AFTER)) == len(AFTER) and "interview" in AFTER and "growing" in AFTER
    assert "status_nudge" not in LETTERS and "thank_you" in LETTERS


# ── at work ─────────────────────────────────────────────────────────────────


def test_a_play_of_ours_comes_sooner_when_the_coach_says_so() -> None:
    """P05 by the first business day instead of the second, with the coach's words beside ours."""
    own = sound('[[play]]\nid = "P05"\nlatest = 1\ndoes = "Read it to me first"')
    thanked = case(MET, letter(0, LetterKind.THANK_YOU))
    ours, theirs = next_move(thanked, at(1)), next_move(thanked, at(1), own)
    assert (ours.play, theirs.play) == ("P05", "P05")
    assert (ours.when, theirs.when) == (date(2026, 3, 4), date(2026, 3, 3))
    assert theirs.why.endswith("Your own play adds: Read it to me first.")


def test_a_question_waits_longer_when_the_coach_says_so() -> None:
    """P09 after ten business days instead of seven; it never comes sooner."""
    own = sound('[[play]]\nid = "P09"\nearliest = 10')
    seventh = next_move(case(*WRITTEN), at(11))
    assert seventh.play == "P09"
    later = next_move(case(*WRITTEN), at(11), own)
    assert (later.play, later.when) == ("", date(2026, 3, 16))
    assert next_move(case(*WRITTEN), at(14), own).play == "P09"


def test_a_play_of_ours_can_be_left_out() -> None:
    own = sound('[[play]]\nid = "P04"\noff = true')
    assert next_move(case(MET), at(1)).play == "P04"
    assert next_move(case(MET), at(1), own).play != "P04"
    assert "P04" not in {play.id for play in own.playbook()} and len(own.playbook()) == 25


def test_a_new_play_comes_up_in_its_days_and_once() -> None:
    own = sound(PLAN)
    assert next_move(case(*WRITTEN), at(4), own).play == ""  # the fourth business day
    move = next_move(case(*WRITTEN), at(7), own)  # the fifth
    assert (move.play, move.letter, move.who) == ("C1", LetterKind.KEEP_IN_TOUCH, "ana")
    assert (
        move.when == date(2026, 3, 12)
        and "One page" in move.why
        and move.source == "C1: your own play"
    )
    assert next_move(case(*WRITTEN), at(7)).play == ""  # without it the case rests
    sent = (*WRITTEN, letter(7, LetterKind.KEEP_IN_TOUCH))
    assert next_move(case(*sent), at(8), own).play != "C1"
    assert (
        next_move(case(*WRITTEN), at(11), sound(PLAN.replace("latest = 8", "latest = 30"))).play
        == "P09"
    )


def test_a_new_play_asks_for_its_stage_and_its_band() -> None:
    early = PLAN + 'stages = ["recruiter_screen"]\n'
    assert next_move(case(*WRITTEN), at(7), sound(early)).play == ""
    fits = PLAN + 'stages = ["final_executive"]\n'
    assert next_move(case(*WRITTEN), at(7), sound(fits)).play == "C1"


AFTER_NO = """[[play]]
id = "C2"
situation = "A month after a no"
after = "rejection"
earliest = 0
latest = 60
does = "Send them the article you spoke of"
letter = "referral_ask"
guardrail = "No request"
stop = "One"
"""


@pytest.mark.parametrize(
    "spoilt",
    [
        {"answers": {"G1": Answer(True, at(1))}},  # they asked for quiet
        {"answers": {"G2": Answer(True, at(1))}},  # something may be against the law
        {"answers": {"G4": Answer(True, at(1))}},  # anger holds the pen
        {"answers": {"G7": Answer(True, at(1))}},  # a fixed rule
        {"answers": {"soft_stop": Answer(True, at(1))}},
    ],
)
def test_no_own_play_passes_a_gate(spoilt: dict[str, Any]) -> None:
    """G1, G2, G4, G7 and a soft stop hold for own plays as for ours."""
    own = sound(AFTER_NO)
    thanked = (MET, NO, letter(2, LetterKind.GRACE_NOTE))
    day = at(40)
    assert next_move(case(*thanked), day, own).play == "C2"
    assert next_move(case(*thanked, **spoilt), day, own).play in ("", "P10")


def test_the_twelve_hours_and_the_closed_envelope_come_first() -> None:
    """P10 and the seal: an own play waits like every other."""
    own = sound(AFTER_NO)
    fresh = next_move(case(MET, NO), at(1) + timedelta(hours=3), own)
    assert fresh.play == "P10"
    closed = h(1, MailKind.REJECTION, who="ana", sealed=True)
    assert next_move(case(MET, closed), at(30), own).play == ""


def test_the_caps_hold_for_own_plays() -> None:
    """Contract ruling 3: 21 days after the last letter to the same person, and not a day sooner."""
    own = sound(AFTER_NO)
    thanked = (MET, NO, letter(10, LetterKind.GRACE_NOTE))
    assert next_move(case(*thanked), at(30), own).play != "C2"
    assert next_move(case(*thanked), at(31), own).play == "C2"


def test_a_date_they_named_is_waited_for() -> None:
    """G8: no further letter while their own date is ahead, unless it belongs to the talk."""
    promised = h(
        3, MailKind.STATUS_UPDATE, who="ana", promised=date(2026, 3, 30), hand=Hand.PERSONAL
    )
    late = PLAN.replace('"interview"', '"status_update"').replace("earliest = 5", "earliest = 1")
    assert next_move(case(*WRITTEN, promised), at(7), sound(late)).play == ""
    free = h(3, MailKind.STATUS_UPDATE, who="ana")
    assert next_move(case(*WRITTEN, free), at(7), sound(late)).play == "C1"


def test_whoever_asked_for_quiet_gets_no_letter_of_a_new_play() -> None:
    stop = h(5, MailKind.OTHER_JOB, who="ana", stop=True)
    assert next_move(case(*WRITTEN, stop), at(9), sound(PLAN)).play == ""


def test_what_changes_is_told_play_by_play() -> None:
    own = sound(PLAN + '[[play]]\nid = "P04"\noff = true\n[[play]]\nid = "P05"\nlatest = 1\n')
    told = {one.id: " ".join(one.says) for one in differences(NONE, own)}
    assert set(told) == {"C1", "P04", "P05"}
    assert "new" in told["C1"] and "interview" in told["C1"] and "5 to 8" in told["C1"]
    assert told["P04"] == "does not come up any more"
    assert told["P05"] == "last business day: 1 (was: 2)"
    back = {one.id: one.says for one in differences(own, NONE)}
    assert back["P04"] == ("comes up again",) and back["C1"] == ("is taken away",)
    assert differences(own, own) == ()


def test_words_of_the_coach_are_told_as_added() -> None:
    """What stands beside ours is shown by itself, not ours all over again."""
    own = sound('[[play]]\nid = "P05"\ndoes = "Read it to me first"\nsource = "Ada"')
    (one,) = differences(NONE, own)
    assert one.says == ("what to do, added: Read it to me first", "source, added: Ada")
