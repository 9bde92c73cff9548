"""Of two sentences that say how near it was, the one without the other finalist is shown."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from afterword.casebook.case import Case
from afterword.casebook.models import Opening
from afterword.desk.cases.kinder import how_near

pytestmark = pytest.mark.django_db

OTHER = "In the end the board came down for the other finalist."


@pytest.mark.parametrize(
    ("beside", "shown"),
    [
        ("It was close, closer than I had thought.", "It was close, closer than I had thought."),
        ("Your plan was as good as any I have read.", "Your plan was as good as any I have read."),
        ("It was not close.", OTHER),
        ("We closed the round on Monday.", OTHER),
    ],
)
def test_the_kinder_sentence_of_the_same_mail(
    web: Any, account: uuid.UUID, beside: str, shown: str
) -> None:
    case: Case = web.full(account)
    came = datetime.now(UTC)
    mail = web.message(account, case, "rejection", body=f"Dear Sam,\n\n{beside} {OTHER}\n\nDana")
    assert how_near(case, OTHER) == OTHER  # a closed letter is not read
    Opening.objects.create(account=account, entered_at=came, message=mail, at=came)
    assert how_near(case, OTHER) == shown


def test_words_that_stand_in_no_mail_stay(web: Any, account: uuid.UUID) -> None:
    assert how_near(web.full(account), "You were one of two.") == "You were one of two."
