"""What the user can prove stays proven, whatever sentence it stands in and whenever it was kept."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest

from afterword.casebook.case import Case
from afterword.casebook.profile import Profile
from afterword.casebook.story import Story
from afterword.desk.letters import correspondence
from afterword.desk.letters.own_facts import own_facts
from afterword.terms import (
    Brief,
    Deed,
    Happening,
    LetterKind,
    MailKind,
    Person,
    ReasonSeen,
)
from afterword.writing.facts import facts_of
from afterword.writing.proving import unproven_in

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)

WRITTEN = (
    "Dear Ida,\n\nI moved the Halden mill to Orbix scheduling in 2019-20, fourteen weeks, without a lost "
    "order. I also ran four mills for Brenner AG.\n\nKind regards,\nRobin Sachs"
)


@pytest.mark.django_db
def test_a_story_kept_after_the_draft_carries_the_sentence_that_tells_it() -> None:
    account = uuid.uuid4()
    Profile.of(account, at=NOW).describe(name="Robin Sachs", zone="Europe/Berlin", at=NOW)
    case = Case.open(
        account=account, company="Weir Textiles", role="Mill Manager", since=NOW, at=NOW
    )
    letter = correspondence.draft(case, LetterKind.GRACE_NOTE, now=NOW)

    def noted() -> set[str]:
        laid = correspondence.edit(letter, now=NOW, text=WRITTEN)
        return {
            laid.text[one.start : one.end]
            for one in laid.findings
            if one.rule.startswith("unproven_")
        }

    assert {"Halden", "Orbix", "fourteen weeks"} <= noted()
    Story.tell(
        account=account, title="Halden", at=NOW,
        action="Moved the Halden mill from paper to Orbix scheduling in 2019-20, fourteen weeks, no lost order",
    )  # fmt: skip
    after = noted()
    assert not {"Halden", "Orbix", "fourteen weeks"} & after
    assert any("Brenner" in one for one in after)  # no story speaks of that firm
    # on its page too, without another edit
    seen = correspondence.page(letter, now=NOW).findings
    assert not any(
        one.rule == "unproven_name" and "Orbix" in letter.text[one.start : one.end] for one in seen
    )


@pytest.mark.django_db
def test_a_confidential_story_is_nobody_s_fact() -> None:
    account = uuid.uuid4()
    Story.tell(account=account, title="Falke", at=NOW, action="Built robots", confidential=True)
    assert own_facts(account) == ()


def test_a_fact_is_read_by_a_person() -> None:
    why = "We wanted somebody who has run a mill."
    brief = Brief(
        LetterKind.GRACE_NOTE, Person("ida", "Ida Quist"), "Robin Sachs", "Weir", "Mill Manager",
        NOW.date(),
        happenings=(
            Happening("t", NOW, Deed.INTERVIEW, who="ida", detail="final_executive"),
            Happening("m", NOW, MailKind.OTHER_JOB, who="ida", detail="Our talk"),
            Happening(
                "n", NOW, MailKind.REJECTION, who="ida",
                reasons=(ReasonSeen("R03", why), ReasonSeen("R02", why)),
            ),
        ),
    )  # fmt: skip
    told = {one.id: one.text for one in facts_of(brief)}
    assert told["event:t"] == "interview on Tuesday 10 March 2026: the final round"
    assert told["event:m"] == "They wrote on Tuesday 10 March 2026: Our talk"
    assert told["event:n"].count(why) == 1


def test_a_day_that_is_proposed_claims_nothing() -> None:
    def noted(text: str) -> list[str]:
        letter = f"Dear Ida,\n\n{text}\n\nKind regards,\nRobin Sachs"
        found = unproven_in(letter, (), to=Person("ida", "Ida Quist"), me="Robin Sachs")
        return [one.rule for one in found]

    assert noted("Would the week of 11 January suit you?") == []
    assert noted("You told me on 11 January that it was open.") == ["unproven_date"]
