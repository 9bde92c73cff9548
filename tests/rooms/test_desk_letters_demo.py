"""Every letter the program drafts from the demo's own mailbox: true, short enough, to somebody.

The gallery (`docs/letters.md`) is drafted from briefs made by hand; here the mail is read, the cases
are kept and the letters are drafted the way the program does it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from afterword.casebook.case import Case
from afterword.desk.letters import correspondence
from afterword.desk.whole import example
from afterword.errors import Refused
from afterword.terms import Draft, LetterKind
from afterword.writing import unproven
from afterword.writing.limits import fits

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
K = LetterKind
KINDS = (
    K.THANK_YOU,
    K.INFLUENCE_LETTER,
    K.SECOND_INFLUENCE,
    K.STATUS_NUDGE,
    K.GRACE_NOTE,
    K.REOPEN_LETTER,
    K.TRIGGER_NOTE,
    K.OFFER_ACCEPTANCE,
    K.WITHDRAWAL,
)


def drafted(account: uuid.UUID) -> Iterator[tuple[Case, Draft]]:
    for case in Case.objects.of(account).standing_alone():
        for kind in KINDS:
            person = correspondence.addressee(case, NOW, kind)
            try:
                yield case, correspondence.compose(case, kind, now=NOW, person=person)
            except Refused:
                continue


@pytest.mark.slow
def test_the_letters_of_the_demos_own_mailbox_hold() -> None:
    account = uuid.uuid4()
    example.set_up(account, now=NOW, zone="Europe/Amsterdam")
    letters = list(drafted(account))
    assert len(letters) > 150
    for case, made in letters:
        where = (str(case), str(made.kind))
        assert unproven(made) == (), where
        assert fits(made.body, made.kind, made.to.country), where
        assert "bears on this as well" not in made.body, where
        people = [s.person for s in case.seats.select_related("person")]
        if len(people) == 1 and made.kind is not K.THANK_YOU:
            assert made.to.name == people[0].name, where
