"""The doubts ledger end to end: joined from the casebook, shown, regrouped by hand, printed; the seal kept."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword import terms
from afterword.casebook.models import (
    Answer,
    Case,
    Entry,
    Interview,
    Letter,
    Opening,
    Person,
    Remark,
    Seat,
    Story,
)
from afterword.casebook.undo import undo_last
from afterword.counsel import doubts as counsel_doubts
from afterword.counsel.found_again import Likely
from afterword.desk import morning
from afterword.desk.cases import doubting, finding_again, preparing, regrouping
from afterword.desk.cases.doubts_json import doubts_json
from afterword.errors import UserError
from afterword.faces.cli import main
from afterword.faces.web import doubt_words

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
NETWORK = "You have never run a network of this size."
AGAIN = "We needed more network experience."


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def case_of(account: uuid.UUID, company: str, role: str = "Head of Supply") -> Case:
    return Case.open(account=account, company=company, role=role, since=ago(60), at=ago(60))


def doubt(case: Case, quote: str, **more: Any) -> Remark:
    given = {"by_name": "Renata Solheim", "on": ago(9).date(), **more}
    return Remark.note(case=case, kind="doubt", quote=quote, at=ago(9), **given)


def two_firms(account: uuid.UUID) -> tuple[Remark, Remark]:
    one = doubt(case_of(account, "Calderwick"), NETWORK)
    return one, doubt(case_of(account, "Meridew"), AGAIN)


def groups(account: uuid.UUID) -> list[set[str]]:
    found = doubting.ledger(account, NOW).groups
    return [{one.heard.remark.quote for one in group.doubts} for group in found]


# ── the ledger ──────────────────────────────────────────────────────────────


def test_the_same_gap_at_two_firms_is_one_doubt_with_its_round(account: uuid.UUID) -> None:
    """Item 8: verbatim, by whom, which round, and across cases by how many firms."""
    case = case_of(account, "Calderwick")
    who = Person.add(account=account, name="Renata Solheim", company=case.company, at=NOW)
    Seat.give(case=case, person=who, part="skip_level_or_executive", at=NOW)
    Interview.hold(case=case, when=ago(20), at=NOW)
    talk = Interview.hold(case=case, when=ago(9), people=[who], at=NOW)
    doubt(case, NETWORK, interview=talk, person=who)
    doubt(case_of(account, "Meridew"), AGAIN)
    (group,) = doubting.ledger(account, NOW).groups
    assert set(group.firms) == {"Calderwick", "Meridew"} and group.recurs
    here = next(one.heard for one in group.doubts if one.heard.where.company == "Calderwick")
    assert (here.where.round, here.where.in_talk) == (2, True)
    assert here.where.stage is terms.Stage.FINAL_EXECUTIVE
    assert (here.remark.quote, here.remark.by) == (NETWORK, "Renata Solheim")


def test_reasons_of_a_no_are_doubts_and_the_same_words_count_once(
    web: Any, account: uuid.UUID
) -> None:
    case = case_of(account, "Calderwick")
    mail = web.message(
        account,
        case,
        "rejection",
        at=ago(30),
        reasons=[
            {"code": "R16", "quote": "The exercise did not reach our bar.", "basis": "said"},
            {"code": "R02", "quote": "We chose somebody else.", "basis": "said"},
            {"code": "R03", "quote": AGAIN, "basis": "said"},
        ],
    )
    doubt(case, AGAIN.rstrip("."), on=ago(30).date(), message=mail)
    found = doubting.ledger(account, NOW).doubts
    assert sorted(one.heard.remark.quote for one in found) == sorted(
        [AGAIN.rstrip("."), "The exercise did not reach our bar."]
    )
    assert all(one.heard.where.with_verdict for one in found)


def test_the_story_that_answers_it_comes_through_the_writing_rooms_matching(
    account: uuid.UUID,
) -> None:
    told = Story.tell(account=account, title="The network of nine countries", at=ago(50),
                      challenge="Thirty-one depots, no network.", result="On time rose by 7%.")  # fmt: skip
    row = doubt(case_of(account, "Calderwick"), NETWORK)
    (one,) = doubting.ledger(account, NOW).doubts
    assert one.heard.proof is not None and one.heard.proof.story.id == str(told.pk)
    told.retell(at=NOW, confidential=True)
    (one,) = doubting.ledger(account, NOW).doubts
    assert one.heard.proof is None
    row.answer_with(story=told, at=NOW)
    (one,) = doubting.ledger(account, NOW).doubts
    assert one.heard.proof is not None


@pytest.mark.parametrize(
    ("quote", "about"),
    [
        ("I am not convinced that you have run a network.", {"network"}),
        ("You have never led or managed anybody in sales.", {"sales"}),
        ("We missed leadership.", {"leadership"}),
        ("Wir sind nicht sicher, ob Sie die Verantwortung für die Logistik tragen können.", None),
    ],
)
def test_what_a_doubt_is_about_is_no_grammar(quote: str, about: set[str] | None) -> None:
    """Small words are known in English alone; elsewhere only long words count as a subject."""
    found = set(doubting.topics_of(quote).values())
    if about is None:
        assert "verantwortung" in found and not {"wir", "nicht", "sie", "ob", "die"} & found
    else:
        assert found == about


def test_a_letter_that_rests_on_the_words_answers_them(account: uuid.UUID) -> None:
    row = doubt(case_of(account, "Calderwick"), NETWORK)
    letter = Letter.draw(case=row.case, kind="influence_letter", at=ago(8),
                         draft={"sentences": [{"text": "…", "facts": [f"remark:{row.pk}"]}]})  # fmt: skip
    letter.mark_sent(at=ago(7))
    (one,) = doubting.ledger(account, NOW).doubts
    assert one.answered and one.met is not None and one.met.on == ago(7).date()
    (then,) = doubting.ledger(account, NOW, ago(8).date()).doubts
    assert then.met is None


def test_the_users_word_on_the_law_guards_the_case(account: uuid.UUID) -> None:
    row = doubt(case_of(account, "Calderwick"), NETWORK)
    Answer.give(case=row.case, key="G2", value=True, at=ago(2))
    (one,) = doubting.ledger(account, NOW).doubts
    (then,) = doubting.ledger(account, NOW, ago(3).date()).doubts
    assert one.heard.where.guarded and not then.heard.where.guarded
    Answer.give(case=row.case, key="G2", value=None, at=ago(1))
    (one,) = doubting.ledger(account, NOW).doubts
    assert not one.heard.where.guarded


def test_it_travels_in_time(account: uuid.UUID) -> None:
    doubt(case_of(account, "Calderwick"), NETWORK)
    assert doubting.ledger(account, NOW, ago(10).date()).doubts == ()
    assert len(doubting.ledger(account, NOW, ago(9).date()).doubts) == 1


def test_a_closed_letter_stays_closed_but_for_json(web: Any, account: uuid.UUID) -> None:
    """Ruling 6: pages and the terminal keep the seal; --json does not."""
    web.sealed(account)
    assert doubting.ledger(account, NOW).doubts == ()
    page = web.visitor(account).get("/doubts/").content.decode()
    assert web.SECRET not in page
    assert web.SECRET in json.dumps(doubts_json(account, NOW))


def test_queries_do_not_grow_with_doubts(web: Any, account: uuid.UUID) -> None:
    counts = []
    for n in (2, 8):
        for i in range(n):
            case = case_of(account, f"Firm {n} {i}")
            doubt(case, f"{NETWORK} {i}")
            Interview.hold(case=case, when=ago(20), at=NOW)
            Interview.hold(case=case, when=NOW + timedelta(days=3), at=NOW)
        client = web.visitor(account)
        client.get("/doubts/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/doubts/").status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0], counts


# ── the user's hand ─────────────────────────────────────────────────────────


def test_the_user_parts_joins_and_takes_it_back(account: uuid.UUID) -> None:
    one, two = two_firms(account)
    assert groups(account) == [{NETWORK, AGAIN}]
    regrouping.part(account, str(two.pk), NOW)
    assert sorted(map(sorted, groups(account))) == sorted([[NETWORK], [AGAIN]])
    regrouping.join(account, str(two.pk), str(one.pk), NOW)
    (group,) = doubting.ledger(account, NOW).groups
    assert len(group.doubts) == 2 and group.by_user
    undo_last(account=account, at=NOW)
    assert len(groups(account)) == 2


def test_who_is_left_alone_with_a_mark_is_free_again(account: uuid.UUID) -> None:
    """Parting one of two must not keep the other apart from what is like it."""
    one, two = two_firms(account)
    regrouping.join(account, str(doubt(one.case, "Eleven depots.").pk), str(one.pk), NOW)
    for row in Remark.objects.exclude(pk=one.pk).filter(kin__isnull=False):
        regrouping.part(account, str(row.pk), NOW)
    one.refresh_from_db()
    two.refresh_from_db()
    assert one.kin is None and two.kin is not None


def test_a_reason_in_a_no_becomes_a_remark_when_the_user_speaks_of_it(
    web: Any, account: uuid.UUID
) -> None:
    case = case_of(account, "Calderwick")
    reasons = [{"code": "R03", "quote": AGAIN, "basis": "said"}]
    web.message(account, case, "rejection", at=ago(30), reasons=reasons)
    (before,) = doubting.ledger(account, NOW).doubts
    regrouping.answered(account, before.id, NOW.date(), NOW)
    row = Remark.objects.get(case=case)
    assert (row.quote, row.met_on, row.by_name) == (AGAIN, NOW.date(), "Dana Reyes")
    (after,) = doubting.ledger(account, NOW).doubts
    assert after.id == str(row.pk) and after.answered


NOBODYS = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize("key", ["nonsense", "m-nonsense-R03", NOBODYS, f"e-{NOBODYS}-R03"])
def test_what_is_not_there_is_said(account: uuid.UUID, key: str) -> None:
    with pytest.raises(UserError):
        regrouping.remark_of(account, key, NOW)


def test_a_reason_told_by_phone_counts_too(account: uuid.UUID) -> None:
    case = case_of(account, "Larchfield")
    reasons = [{"code": "R12", "quote": "Our range stops at 90.", "basis": "said"}]
    Entry.enter(case=case, kind="rejection", when=ago(12), at=NOW, reasons=reasons)
    (one,) = doubting.ledger(account, NOW).doubts
    assert one.kind is terms.DoubtKind.CONSTRAINT and not one.fixable


# ── the page before a talk ──────────────────────────────────────────────────


def test_before_the_next_talk_theirs_come_first(account: uuid.UUID) -> None:
    """S2-08, S2-02: their own doubt, then what others asked; a late round says so."""
    two_firms(account)
    case = case_of(account, "Pellworth")
    for days in (30, 20):
        Interview.hold(case=case, when=ago(days), weak_answers="I never mentioned Breda", at=NOW)
    Interview.hold(case=case, when=NOW + timedelta(days=3), at=NOW)
    doubt(case, "Is she strategic enough?")
    (page,) = preparing.pages(account, NOW)
    assert page.talk.round == 3 and page.late
    assert [point.here for point in page.points] == [True, False]
    assert page.talk.weak_answers == ("I never mentioned Breda", "I never mentioned Breda")
    assert preparing.page(case, NOW).points == page.points


def test_where_nobody_said_why_asking_is_named(web: Any, account: uuid.UUID) -> None:
    """S4-02, S4-03: only asking tells, and only for a short while after the no."""
    case = case_of(account, "Silent")
    Interview.hold(case=case, when=ago(20), stage="panel_onsite", at=NOW)
    mail = web.message(account, case, "rejection", at=ago(3))
    _open(mail)
    morning.plan(account, NOW)
    assert [one.company for one in preparing.nobody_said(account, NOW)] == ["Silent"]
    doubt(case, NETWORK)
    assert preparing.nobody_said(account, NOW) == []


def _open(mail: Any) -> None:
    Opening.objects.create(account=mail.account, entered_at=NOW, message=mail, at=ago(2))


# ── the pages ───────────────────────────────────────────────────────────────


def test_an_empty_ledger_says_what_to_do_first(client: Client) -> None:
    page = client.get("/doubts/").content.decode()
    assert "No doubt is noted yet" in page and "/cases/" in page


def test_the_page_shows_groups_first_and_what_would_answer(web: Any, account: uuid.UUID) -> None:
    two_firms(account)
    doubt(case_of(account, "Pellworth"), "Is she strategic enough?")
    page = web.visitor(account).get("/doubts/").content.decode()
    assert page.index("Heard more than once") < page.index(NETWORK) < page.index("Heard once")
    assert "at 2 firms, in 2 rounds" in page and "A plan" in page and "A small sample" in page
    assert web.Tags(page).running() == []


def test_a_doubt_is_parted_joined_and_answered_by_forms(web: Any, account: uuid.UUID) -> None:
    one, two = two_firms(account)
    client = web.visitor(account)
    assert client.post(reverse("web:doubt-apart", args=[two.pk])).status_code == 303
    assert len(groups(account)) == 2
    form = reverse("web:doubt-same", args=[two.pk])
    assert NETWORK in client.get(form).content.decode()
    assert client.post(form, {"group": str(one.pk)}).status_code == 303
    assert len(groups(account)) == 1
    client.post(reverse("web:doubt-met", args=[one.pk]), {"on": NOW.date().isoformat()})
    one.refresh_from_db()
    assert one.met_on == NOW.date()
    assert client.post(reverse("web:doubt-met", args=[one.pk]), {"on": "never"}).status_code == 404


def test_the_remark_form_takes_the_users_word(web: Any, account: uuid.UUID) -> None:
    row, _ = two_firms(account)
    client = web.visitor(account)
    path = reverse("web:remark", args=[row.pk])
    given = {"quote": NETWORK, "kind": "doubt", "by": "", "on": "", "basis": "said"}
    own = {"nature": "preference", "fixable": "no", "met_on": "2026-03-05"}
    assert client.post(path, {**given, **own}).status_code == 303
    row.refresh_from_db()
    assert (row.nature, row.fixable, str(row.met_on)) == ("preference", "no", "2026-03-05")
    assert 'value="2026-03-05"' in client.get(path).content.decode()


def test_the_same_words_noted_again_take_nothing_back(web: Any, account: uuid.UUID) -> None:
    row, _ = two_firms(account)
    row.mend(at=NOW, fixable="no")
    path = reverse("web:remark-add", args=[row.case_id])
    given = {"quote": NETWORK, "kind": "doubt", "by": "", "on": "", "basis": "said"}
    own = {"nature": "gap", "fixable": "", "met_on": ""}
    assert web.visitor(account).post(path, {**given, **own}).status_code == 303
    row.refresh_from_db()
    assert (row.fixable, row.nature) == ("no", "gap")


def test_the_case_shows_each_doubt_with_kind_and_answer(web: Any, account: uuid.UUID) -> None:
    row, _ = two_firms(account)
    morning.plan(account, NOW)
    row.mend(at=NOW, met_on=ago(1).date())
    page = web.visitor(account).get(reverse("web:case", args=[row.case_id])).content.decode()
    assert "something they have not seen" in page and "you noted" in page
    assert "not yet answered" not in page
    assert reverse("web:doubts") in page
    assert "/doubts/" in web.visitor(account).get("/stories/").content.decode()


def test_another_account_finds_nothing(web: Any, account: uuid.UUID) -> None:
    from afterword.members.models import Account

    one, _ = two_firms(account)
    stranger = web.visitor(Account.objects.create(opened_at=NOW).id)
    assert NETWORK not in stranger.get("/doubts/").content.decode()
    paths = [reverse(f"web:doubt-{name}", args=[one.pk]) for name in ("apart", "met", "keep")]
    assert {stranger.post(p, {"on": "2026-03-05"}).status_code for p in paths} == {404}
    assert stranger.get(reverse("web:doubt-same", args=[one.pk])).status_code == 404
    assert stranger.get(reverse("web:case-asked", args=[one.case_id])).status_code == 404


def test_the_page_before_a_talk_answers(web: Any, account: uuid.UUID) -> None:
    one, _ = two_firms(account)
    client = web.visitor(account)
    page = client.get(reverse("web:case-asked", args=[one.case_id])).content.decode()
    assert NETWORK in page and "expand on" in page
    empty = case_of(account, "Zephyr")
    Remark.objects.all().delete()
    page = client.get(reverse("web:case-asked", args=[empty.pk])).content.decode()
    assert "Nothing is known" in page


def test_every_kind_and_answer_has_words() -> None:
    assert [one for one in terms.DoubtKind if one not in doubt_words.KIND] == []
    assert [one for one in terms.DoubtKind if one not in doubt_words.KIND_TO_CHOOSE] == []
    assert {str(one) for one in counsel_doubts.Answer} == set(doubt_words.ANSWER)
    assert {str(one) for one in Likely} == set(doubt_words.LIKELY)


# ── found again ─────────────────────────────────────────────────────────────


def ended(web: Any, account: uuid.UUID) -> Case:
    case = case_of(account, "Calderwick")
    who = Person.add(account=account, name="Dana Reyes", email="dana@acme.example", at=NOW,
                     company=case.company)  # fmt: skip
    Seat.give(case=case, person=who, part="hiring_manager", at=ago(30))
    Interview.hold(case=case, when=ago(20), stage="final_executive", people=[who], at=ago(21))
    _open(web.message(account, case, "rejection", at=ago(3)))
    morning.plan(account, NOW)
    return Case.objects.for_list().get(pk=case.pk)


def test_a_closed_case_says_how_likely_they_find_you_again(web: Any, account: uuid.UUID) -> None:
    case = ended(web, account)
    found = finding_again.of_case(case, NOW)
    assert found is not None and found.likely == "high"
    page = web.visitor(account).get(reverse("web:case", args=[case.pk])).content.decode()
    said = page.split("the likelihood is high")[1].split("</details>")[0]
    assert "last round" in said and "%" not in said


def test_a_sealed_case_says_nothing_of_it(web: Any, account: uuid.UUID) -> None:
    case = web.sealed(account).case
    page = web.visitor(account).get(reverse("web:case", args=[case.pk])).content.decode()
    assert "found again" not in page


# ── the terminal ────────────────────────────────────────────────────────────


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_the_terminal_prints_the_ledger(capsys: pytest.CaptureFixture[str], web: Any) -> None:
    from afterword.members.models import the_account

    assert "No doubt is noted yet" in printed(capsys, "doubts")
    account = the_account(at=NOW).id
    two_firms(account)
    ended(web, account)
    out = printed(capsys, "doubts")
    assert NETWORK in out and "Heard more than once" in out and "> plan:" in out
    told = json.loads(printed(capsys, "doubts", "--json"))
    assert set(told) == {"at", "groups", "before", "found_again"}
    assert set(told["groups"][0]["firms"]) == {"Calderwick", "Meridew"}
    assert told["groups"][0]["answer"]["is"] == "plan"
    assert told["found_again"][0]["likely"] == "high"
    past = json.loads(printed(capsys, "doubts", "--json", "--at", str(ago(40).date())))
    assert past["groups"] == [] and past["found_again"] == []
