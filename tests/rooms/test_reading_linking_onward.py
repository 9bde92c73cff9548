"""Placing that goes on from where it stood comes to what a walk over all comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading_linking_evidence import AGENT, ME, RECEIPT, Box

from afterword.reading import Onward, Shelf, Told, link_all
from afterword.reading.linking import batch
from afterword.terms import Hand, MailKind

K = MailKind
JO = "Jo Field <jo.field@coldharbour.example>"
SYSTEM = "Coldharbour <no-reply@us.greenhouse-mail.io>"
DESK = "Brambledown <careers@brambledown.example>"


def pairs() -> list[Any]:
    """A season of three firms: leads, receipts, talks, answers, noes, and mails without a home."""
    box = Box()
    system = {"hand": Hand.TEMPLATE, "company": "Coldharbour", "role": "Planner"}
    box.put(K.OTHER_JOB, JO, "Re: Hello", "Let us see.", answers=9)
    lead = box.put(K.OUTREACH, AGENT, "Discreet", "A maker of glass.", day=1, role="Plant Head")
    box.put(K.OTHER_JOB, AGENT, "Re: Discreet", "Gladly.", day=2, out=True, answers=lead)
    box.put(K.ACKNOWLEDGEMENT, SYSTEM, "Thank you", RECEIPT, day=3, **system)
    box.put(
        K.ACKNOWLEDGEMENT, DESK, "Thank you", RECEIPT, day=4, company="Brambledown", role="Buyer"
    )
    box.put(K.OUTREACH, AGENT, "The brief", "Here it is.", day=9, role="Plant Head")
    talk = box.put(K.INTERVIEW_INVITATION, JO, "Tuesday", "Planner.", day=10, role="Planner")
    box.put(K.INTERVIEW_LOGISTICS, JO, "Re: Tuesday", "Ten.", day=11, out=True, answers=talk)
    box.put(K.STATUS_UPDATE, DESK, "Buyer", "Another week.", day=12, company="Brambledown")
    box.put(K.OTHER_JOB, JO, "A thought", "Of the Planner.", day=13)
    box.put(K.INTERVIEW_INVITATION, AGENT, "Thursday", "They see you.", day=14, role="Plant Head")
    box.put(K.REJECTION, SYSTEM, "Your application", "We chose another.", day=20, **system)
    box.put(
        K.REJECTION, DESK, "Buyer", "We chose another.", day=30, company="Brambledown", role="Buyer"
    )
    return list(box.pairs)


PAIRS = pairs()
#: No id is given twice, as in the casebook.
NUMBER = count(1)


def placed(mails: Sequence[Any], told: dict[str, Told], onward: Onward | None = None) -> Any:
    """Which mails belong together, which are asked about, and what the shelf knows of each case."""
    shelf = Shelf(me=frozenset({ME.email}))
    links = link_all(mails, shelf, lambda: f"case{next(NUMBER)}", told, onward)
    first: dict[str, str] = {}
    for (_, mail), one in zip(mails, links, strict=True):
        if one.case:
            first.setdefault(one.case, mail.id)
    known = {
        first[key]: (sorted(case.people), sorted(case.firms), sorted(case.words), case.ended)
        for key, case in shelf.cases.items()
        if key in first
    }
    return [
        (first.get(one.case, ""), one.new, one.why, sorted(first.get(c, c) for c in one.candidates))
        for one in links
    ], known


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(range(len(PAIRS))),
    st.lists(st.integers(1, 6), min_size=1, max_size=8),
    st.booleans(),
)
def test_in_any_order_and_portions(order: list[int], sizes: list[int], newest_last: bool) -> None:
    order = sorted(order) if newest_last else order
    onward, here = Onward(), list[int]()
    for size in [*sizes, len(PAIRS)]:
        here, order = here + order[:size], order[size:]
        mails = [PAIRS[at] for at in sorted(here)]
        assert placed(mails, {}, onward) == placed(mails, {})


def test_newer_mail_asks_nothing_anew_of_the_old(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = batch.link
    monkeypatch.setattr(batch, "link", lambda r, m, s: asked.append(m.id) or real(r, m, s))
    onward = Onward()
    placed(PAIRS[:-1], {}, onward)
    whole = len(asked)
    asked.clear()
    placed(PAIRS, {}, onward)
    assert PAIRS[-1][1].id in asked and len(asked) < whole / 2


@pytest.mark.parametrize("change", ["a reading", "the user's word", "a mail gone", "who I am"])
def test_where_anything_of_the_old_differs_it_begins_anew(change: str) -> None:
    onward = Onward()
    placed(PAIRS[:-1], {}, onward)
    mails, told = list(PAIRS), dict[str, Told]()
    if change == "a reading":
        mails[5] = (replace(mails[5][0], role="Night Buyer"), mails[5][1])
    elif change == "the user's word":
        told = {mails[5][1].id: Told("theirs", moved=True)}
    elif change == "a mail gone":
        del mails[5]
    else:
        mails[5] = (mails[5][0], replace(mails[5][1], subject="Quite another"))
    assert placed(mails, told, onward) == placed(mails, told)
