"""What changed between two wordings of an advert, since the talk, and whose advert it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from afterword.counsel.adverts import How, Known, What, Wording, changes, since_talk, summary, whose
from afterword.terms.watching import Posting

TEXT = """About us
We move freight.

What you bring
- 5+ years of experience in a warehouse
- A fork-lift licence
- Fluent English

What we offer
- A bicycle"""
OLD = Posting("page", "acme.example", "/7", "Head of Operations", places=("Leeds",), text=TEXT)
DAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def days(n: int) -> datetime:
    return DAY + timedelta(days=n)


def test_each_part_of_an_advert_is_told_in_words() -> None:
    new = replace(
        OLD,
        title="Director of Operations",
        places=("Leeds", "York"),
        pay="£70,000",
        closes=date(2026, 4, 1),
        remote=False,
    )
    found = {one.what: one for one in changes(OLD, new)}
    assert found[What.TITLE].says == (
        "The title was Head of Operations, and is Director of Operations now."
    )
    assert found[What.PAY].says == "The pay is given now: £70,000."
    assert found[What.DEADLINE].says == "The closing date is given now: 1 April 2026."
    assert (found[What.PLACE].before, found[What.PLACE].after) == ("Leeds", "Leeds; York")
    assert set(found) == {What.TITLE, What.PAY, What.PLACE, What.REMOTE, What.DEADLINE}
    gone = {one.what: one.how for one in changes(new, OLD)}
    assert gone[What.PAY] is How.WENT and gone[What.TITLE] is How.CHANGED


def test_requirements_that_came_went_and_read_otherwise() -> None:
    text = TEXT.replace("5+ years", "8+ years").replace("- Fluent English", "- German at C1 level")
    text = text.replace("A bicycle", "A train ticket for the whole family")
    rows = [
        (one.what, one.how, one.before, one.after) for one in changes(OLD, replace(OLD, text=text))
    ]
    assert rows == [
        (What.REQUIREMENT, How.CHANGED, "5+ years of experience in a warehouse",
         "8+ years of experience in a warehouse"),
        (What.REQUIREMENT, How.CAME, "", "German at C1 level"),
        (What.REQUIREMENT, How.WENT, "Fluent English", ""),
        (What.LINE, How.CAME, "", "A train ticket for the whole family"),
        (What.LINE, How.WENT, "A bicycle", ""),
    ]  # fmt: skip
    assert summary(changes(OLD, replace(OLD, text=text))) == (
        "1 requirement came, 1 requirement went, 1 requirement changed, 2 other lines read otherwise"
    )


def test_a_fact_is_told_once_and_not_again_as_a_line() -> None:
    before = replace(OLD, pay="£60,000", text=f"{TEXT}\nSalary: £60,000")
    after = replace(OLD, pay="£65,000", text=f"{TEXT}\nSalary: £65,000")
    assert [one.what for one in changes(before, after)] == [What.PAY]
    gone = replace(OLD, text=TEXT)
    assert [(one.what, one.how) for one in changes(before, gone)] == [(What.PAY, How.WENT)]
    other = replace(
        after, text=f"{TEXT}\nSalary: £65,000, and a share of what the firm earns each year"
    )
    assert {one.what for one in changes(before, other)} == {What.PAY, What.LINE}


def test_the_same_words_laid_out_otherwise_are_no_change() -> None:
    laid = TEXT.replace("- ", "•  ").replace("years of experience", "years\nof experience").upper()
    laid = laid.replace("YEARS\nOF", "years\nof")
    assert changes(OLD, replace(OLD, text=laid)) == ()
    turned = "\n".join(reversed(TEXT.split("\n")))
    assert changes(OLD, replace(OLD, text=turned)) == ()
    assert changes(OLD, replace(OLD, title="head of  operations ")) == ()


_LINES = st.lists(
    st.text("abc XY.-•\n1", min_size=1, max_size=30), max_size=12
).map("\n".join)  # fmt: skip


@given(_LINES)
def test_nothing_differs_from_itself(text: str) -> None:
    assert changes(replace(OLD, text=text), replace(OLD, text=text)) == ()


@given(_LINES, _LINES)
def test_what_comes_one_way_goes_the_other(one: str, other: str) -> None:
    there = changes(replace(OLD, text=one), replace(OLD, text=other))
    back = changes(replace(OLD, text=other), replace(OLD, text=one))
    assert {c.after for c in there if c.how is How.CAME} | {c.after for c in there if c.how is How.CHANGED} == (
        {c.before for c in back if c.how is How.WENT} | {c.before for c in back if c.how is How.CHANGED}
    )  # fmt: skip


NEW = replace(OLD, text=TEXT.replace("5+", "8+"))


def test_changed_after_the_interview_and_surely_so() -> None:
    rows = [Wording(OLD, days(0), days(6)), Wording(NEW, days(20), days(20))]
    found = since_talk(rows, [days(5), days(99)], days(30), UTC)
    assert found is not None and found.changed and found.sure and found.weighs
    assert (
        found.says == "The advert changed after your interview on 7 March: 1 requirement changed."
    )


def test_where_nobody_looked_between_it_is_said() -> None:
    rows = [Wording(OLD, days(0), days(1)), Wording(NEW, days(20), days(20))]
    found = since_talk(rows, [days(5)], days(30), UTC)
    assert found is not None and found.changed and not found.sure
    assert "round the time of your interview on 7 March" in found.says
    assert "last seen as it was on 3 March, and first so on 22 March" in found.says


def test_what_cannot_be_told_is_not_told() -> None:
    late = since_talk([Wording(OLD, days(9), days(9))], [days(5)], days(30), UTC)
    assert late is not None and late.changed is None and "No wording from before" in late.says
    once = since_talk([Wording(OLD, days(1), days(1))], [days(5)], days(30), UTC)
    assert once is not None and once.changed is None and "not looked at again" in once.says
    same = since_talk([Wording(OLD, days(1), days(8))], [days(5)], days(30), UTC)
    assert same is not None and same.changed is False and same.sure
    assert since_talk([Wording(OLD, days(1), days(1))], [days(50)], days(30), UTC) is None
    assert since_talk([], [days(5)], days(30), UTC) is None
    # On the day before the new wording was seen, nobody knew of it.
    rows = [Wording(OLD, days(0), days(6)), Wording(NEW, days(20), days(20))]
    before = since_talk(rows, [days(5)], days(19), UTC)
    assert before is not None and before.changed is False


def test_a_line_about_the_firm_does_not_weigh() -> None:
    other = replace(OLD, text=TEXT.replace("A bicycle", "A canteen with soup"))
    rows = [Wording(OLD, days(0), days(6)), Wording(other, days(20), days(20))]
    found = since_talk(rows, [days(5)], days(30), UTC)
    assert found is not None and found.changed and not found.weighs


def test_whose_advert_it_is() -> None:
    cases = [
        Known("1", "acme freight", "Head of Operations"),
        Known("2", "acme freight", "Sales Manager"),
        Known("3", "northgate", "Head of Operations"),
        Known("4", "acme freight", ""),
    ]
    assert whose(OLD, "acme freight", cases) == ("1",)
    assert whose(replace(OLD, title="Head of Operations (m/f/d)"), "acmefreight", cases) == ("1",)
    assert whose(replace(OLD, title="Night Guard"), "acme freight", cases) == ("4",)
    assert whose(OLD, "", cases) == () and whose(OLD, "other", cases) == ()
    twice = [*cases, Known("5", "acme freight", "Head of Operations")]
    assert whose(OLD, "acme freight", twice) == ("1", "5")
