"""A seat open again: its new text is kept with the advert of the case, compared, and held against their reason."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from watched import FIRM, ROLE, advert, look, lost

from afterword import counsel
from afterword.casebook.models import Case, Entry, KeptPosting, Sighted
from afterword.counsel.adverts import no_longer_asked
from afterword.desk.watch import roles, watches
from afterword.faces.cli import main
from afterword.terms import Posting

NOW = datetime.now(UTC)
REASON = "We went with somebody who grew up in cheese: rennet, brine, cellars."
OLD = (
    "You plan milk rounds and cheese cellars for three dairies. You have ten years in logistics, five "
    "of them with brine and rennet. You report to the plant manager in Gouda and lead forty drivers."
)
NEW = (
    "The cellars have a chief of their own now. You lead sixty drivers and planners in two countries, "
    "open a third hub by autumn and answer to the owners each month; cheese is welcome and not asked for."
)


def seat(text: str) -> Posting:
    return Posting("page", "", "x", ROLE, FIRM, text=text)


@pytest.mark.parametrize(
    ("missed", "old", "new", "words"),
    [
        (REASON, OLD, NEW, "cheese is welcome and not asked for"),
        (
            "They wanted a pharmacist by training.",
            "You are a pharmacist with a heart for hospitals.",
            "You lead the store. You need not be a pharmacist.",
            "You need not be a pharmacist",
        ),
        (
            "Es fehlte die Erfahrung mit Kühlketten.",
            "Sie kennen Kühlketten von innen.",
            "Sie führen zwölf Leute. Kühlketten sind kein Muss.",
            "Kühlketten sind kein Muss",
        ),
    ],
)
def test_what_they_took_back_is_quoted(missed: str, old: str, new: str, words: str) -> None:
    found = no_longer_asked([missed], seat(old), seat(new))
    assert found is not None and found.words == words
    assert found.says == f"What they missed is no longer asked: “{words}”."


def test_a_language_that_the_new_advert_never_names_is_asked_no_more() -> None:
    old = seat("You lead the port. You must be fluent in Danish.")
    new = seat("You lead the port and the yard, and you know both from within.")
    found = no_longer_asked(["We need someone who speaks Danish."], old, new)
    assert found is not None and (found.words, found.about) == ("", ("danish",))
    assert "“You must be fluent in Danish” stands there no more" in found.says


@pytest.mark.parametrize(
    ("missed", "old", "new"),
    [
        # Still asked for.
        (REASON, OLD, "You know cheese, brine and rennet. German is a plus."),
        # It never stood in the old one: nothing was taken back.
        ("You have not sold pumps.", OLD, "You lead forty drivers. Pumps are a plus."),
        # It was only a wish already.
        ("You know no cheese.", "Cheese is a plus.", "Cheese is welcome and you lead people."),
        # A word of any advert is what nobody missed.
        ("The panel wanted more leadership.", "You lead a team.", "No team is required."),
        # Silence on a thing without a name proves nothing.
        ("We missed depth in planning cellars.", OLD, "You lead sixty drivers."),
    ],
)
def test_nothing_is_claimed_where_the_new_text_does_not_say_so(
    missed: str, old: str, new: str
) -> None:
    assert no_longer_asked([missed], seat(old), seat(new)) is None


def again(account: uuid.UUID, *, text: str = NEW, keep: bool = True) -> Case:
    case = lost(account, NOW)
    ended = NOW - timedelta(days=120)
    said = [{"code": "R03", "quote": REASON, "basis": "said"}]
    Entry.objects.of(account).filter(case=case, kind="rejection").update(reasons=said)
    if keep:
        roles.keep_text(
            account, OLD, now=ended - timedelta(days=40), title=ROLE, company=FIRM, case=case
        )
    others = [advert("Payroll Specialist"), advert("Facility Manager"), advert("Treasury Analyst")]
    for back in (115, 60, 12, 1):
        look(account, NOW - timedelta(days=back), others)
    look(account, NOW, [*others, advert(ROLE, text, id="again")])
    return case


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("You lead a yard. French and Danish are a plus.", "French and Danish are a plus"),
        ("You speak Dutch, and Danish is a plus.", "Danish is a plus"),
        ("Dutch is a must, but Danish is optional.", "Danish is optional"),
        ("Danish, though welcome, is not required.", "Danish, though welcome, is not required"),
        ("Fluent Danish is a plus.", "Fluent Danish is a plus"),
        # the soft word is said of another thing
        ("You speak fluent Danish and English, and French is a plus.", ""),
        ("You speak fluent Danish, and French is a plus.", ""),
        ("Danish must be fluent, a driving licence is optional.", ""),
        ("Danish is a must and French a plus.", ""),
        ("Fluent Danish, a driving licence is optional.", ""),
        ("You need Danish, English and French, while Dutch is nice to have.", ""),
        ("Sie sprechen fließend Danish, und Englisch ist von Vorteil.", ""),
    ],
)
def test_a_soft_word_is_said_of_the_thing_it_stands_with(text: str, says: str) -> None:
    missed = ["We felt your Danish was not strong enough."]
    found = no_longer_asked(missed, seat("You speak fluent Danish and lead a yard."), seat(text))
    assert (found.words if found is not None else "") == says


@pytest.mark.django_db
def test_the_new_text_is_kept_compared_and_linked(
    web: Any, account: uuid.UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    case = again(account)
    kept = KeptPosting.objects.of(account).get()
    first, second = roles.wordings(kept)
    assert (first.version.how, second.version.how) == ("pasted", "board")
    assert second.posting.text == NEW and second.changes
    sign = Sighted.objects.of(account).get(case=case, signal="reopened")
    assert sign.says.endswith("no longer asked: “cheese is welcome and not asked for”.")
    assert any(REASON in one["what"] for one in sign.seen)
    client = web.visitor(account)
    there = f"/roles/{kept.pk}/"
    assert there in client.get("/watches/").content.decode()
    page = client.get(there).content.decode()
    assert "open a third hub by autumn" in page and "from the firm’s own board" in page
    assert "brine and rennet" in page  # what was asked then stands beside it
    # Looked at once more, nothing is kept twice.
    watches.judge(account, NOW + timedelta(hours=1))
    assert kept.versions.count() == 2


@pytest.mark.django_db
def test_nobody_is_asked_what_would_answer_what_is_asked_no_more(account: uuid.UUID) -> None:
    def weighed(case: Case) -> Any:
        file = case.as_file(NOW)
        return counsel.weigh(file, counsel.stand(file, NOW), NOW)

    case = again(account)
    found = weighed(case)
    assert found.F2 == 0.0 and not found.reason_named
    assert found.grounds["F2"].says.endswith("their new advert no longer asks for it.")
    # Put away, the sign takes nothing back: what they named stands as it did.
    sign = Sighted.objects.of(account).get(case=case, signal="reopened")
    sign.dismiss(at=NOW)
    assert weighed(Case.objects.get(pk=case.pk)).F2 != 0.0


@pytest.mark.django_db
def test_without_a_kept_advert_nothing_is_made_up(account: uuid.UUID) -> None:
    case = again(account, keep=False)
    assert not KeptPosting.objects.of(account).exists()
    sign = Sighted.objects.of(account).get(case=case, signal="reopened")
    assert "no longer asked" not in sign.says


@pytest.mark.django_db
def test_the_same_words_again_are_no_new_wording(account: uuid.UUID) -> None:
    again(account, text=OLD)
    assert [one.how for one in KeptPosting.objects.of(account).get().versions.all()] == ["pasted"]


@pytest.mark.django_db
def test_the_terminal_shows_the_difference(capsys: pytest.CaptureFixture[str]) -> None:
    from afterword.members.models import the_account

    account = the_account(at=NOW).id
    again(account)
    kept = KeptPosting.objects.of(account).get()
    assert main(["watches", "--json"]) == 0
    (moved,) = [one for one in json.loads(capsys.readouterr().out)["moved"] if one["advert"]]
    assert moved["signal"] == "reopened" and moved["advert"] == str(kept.pk)
    assert main(["posting", "diff", str(kept.pk)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "it reads otherwise" in out and "cheese is welcome and not asked for" in out
