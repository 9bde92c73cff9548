"""What the casebook knows of people and firms, laid before counsel; and the same in a terminal."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from afterword.casebook.decision import Move, Standing
from afterword.casebook.filing import NO_NAME
from afterword.casebook.models import (
    Case,
    Company,
    Exchange,
    Favour,
    Interview,
    OwnAddress,
    Person,
    Post,
    Profile,
    Reference,
    Seat,
    Story,
    Touch,
)
from afterword.casebook.stop import stop
from afterword.desk import morning
from afterword.desk.people import network, network_json, quiet, ties
from afterword.terms import Part, Tie

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def known(account: uuid.UUID, name: str, firm: str = "", **more: Any) -> Person:
    company = Company.add(account=account, name=firm, at=NOW) if firm else None
    return Person.add(account=account, name=name, company=company, at=NOW, **more)


def private(account: uuid.UUID, email: str, days: int, way: str = "in") -> None:
    Exchange.objects.create(
        account=account,
        entered_at=NOW,
        digest=uuid.uuid4().hex,
        email=email,
        at=ago(days),
        direction=way,
    )


def test_what_is_counted_between_two_people(web: Any, account: uuid.UUID) -> None:
    """Mail kept and private, talks and touches, each way; a template is no word of theirs."""
    who = known(account, "Dana Reyes", "Acme", email="dana@acme.example")
    case = Case.open(account=account, company="Acme", at=NOW)
    envelope = {"to": [{"name": "", "email": "dana@acme.example"}]}
    web.message(account, case, "other_job", at=ago(400))
    web.message(account, case, "status_update", at=ago(30))
    web.message(account, case, "other_job", at=ago(20), direction="out", envelope=envelope)
    robot = web.message(account, case, "acknowledgement", at=ago(10))
    robot.reading["hand"] = "template"
    robot.save()
    private(account, "dana@acme.example", 5, "out")
    private(account, "dana@acme.example", 600)
    Interview.hold(case=case, when=ago(40), people=[who], at=NOW)
    Touch.note_one(person=who, when=ago(3), at=NOW, kind="keep_in_touch")
    found = ties.contacts(account, NOW, ties.written(account, NOW))[str(who.pk)]
    assert (found.heard, found.sent, found.met) == (3, 3, 1)
    assert (found.heard_lately, found.sent_lately, found.met_lately) == (1, 3, 1)
    assert (found.first, found.last_in, found.last_out) == (ago(600), ago(30), ago(3))
    assert found.unanswered == 1
    then = ties.contacts(account, ago(35), ties.written(account, ago(35)))[str(who.pk)]
    assert (then.heard, then.sent, then.met) == (2, 0, 1)


def test_an_answered_touch_is_not_open(account: uuid.UUID) -> None:
    who = known(account, "Dana", "Acme")
    Touch.note_one(person=who, when=ago(9), at=NOW, kind="referral_ask")
    Touch.note_one(person=who, when=ago(8), at=NOW, kind="call_request")
    assert ties.contacts(account, NOW, [])[str(who.pk)].unanswered == 2
    Touch.note_one(person=who, when=ago(8), at=NOW, result="replied_warm")
    found = ties.contacts(account, NOW, [])[str(who.pk)]
    assert (found.unanswered, found.heard) == (0, 1)


def test_who_wrote_together_who_met_who_introduced(web: Any, account: uuid.UUID) -> None:
    """Two-step paths come from what the casebook itself knows, and from nothing else (L08)."""
    martin = known(account, "Martin", "Kestrel", email="martin@kestrel.example")
    sunniva = known(account, "Sunniva", "Bergholt", email="sunniva@bergholt.example")
    peer = known(account, "Peer", "Kestrel", email="peer@kestrel.example")
    envelope = {
        "to": [{"name": "", "email": "sunniva@bergholt.example"}, {"name": "", "email": "me@x.example"}],
        "cc": [{"name": "", "email": "peer@kestrel.example"}],
    }  # fmt: skip
    web.message(
        account,
        None,
        "other_job",
        subject="Introducing Sam <> Sunniva",
        sender_email="martin@kestrel.example",
        envelope=envelope,
        at=ago(30),
    )
    web.message(account, None, "other_job", sender_email="martin@kestrel.example", at=ago(25))
    web.message(account, None, "other_job", sender_email="martin@kestrel.example", at=ago(24))
    case = Case.open(account=account, company="Kestrel", at=NOW)
    Interview.hold(case=case, when=ago(40), people=[martin, peer], at=NOW)
    net = network.net(account, NOW)
    links = {(a, b): link.how for a, tied in net.links.items() for b, link in tied.items()}
    keys = {name: str(one.pk) for name, one in (("m", martin), ("s", sunniva), ("p", peer))}
    assert links[keys["s"], keys["m"]] == "introduced" and links[keys["m"], keys["s"]] == "wrote"
    assert links[keys["m"], keys["p"]] == links[keys["p"], keys["m"]] == "met"
    assert links[keys["s"], keys["p"]] == "wrote"
    first = network.reach(account, "bergholt", NOW).reach.first
    assert first is not None and (first.name, first.steps, first.to_name) == (
        "Martin",
        2,
        "Sunniva",
    )


def test_the_net_holds_what_the_rules_ask_for(account: uuid.UUID) -> None:
    """Stops, caps, referees, good turns, stances, the user's own name, private addresses."""
    Profile.of(account, at=NOW).describe(at=NOW, name="Sam Reed")
    OwnAddress.add(account=account, email="sam@home.example", at=NOW)
    ann = known(account, "Ann", "Acme", email="ann@acme.example")
    bo = known(account, "Bo", "Bolt")
    known(account, "Sam Reed", "Acme")
    known(account, "Acme", "Acme", email="jobs@acme.example")
    stop(person=bo, at=NOW)
    Reference.consider(person=ann, status="agreed", at=NOW)
    Favour.note(person=ann, way="received", on=ago(9).date(), at=NOW)
    Touch.note_one(person=ann, when=ago(4), at=NOW, kind="referral_ask")
    case = Case.open(account=account, company="Acme", at=NOW)
    Seat.give(case=case, person=ann, stance="for", part="peer", at=ago(1))
    private(account, "old@acme.example", 9, "out")
    private(account, "friend@gmail.com", 9, "out")
    private(account, "shop@shop.example", 9, "in")
    private(account, "sam@home.example", 9, "out")
    net = network.net(account, NOW)
    names = {one.name: one for one in net.people.values()}
    assert set(names) == {"Ann", "Bo", "old@acme.example", "friend@gmail.com"}
    one = names["Ann"]
    assert (one.vouches, one.warm, one.helped, one.asked) == (True, True, ago(9).date(), ago(4))
    assert one.parts == ((str(case.company_id), Part.PEER),) and one.case == str(case.pk)
    assert names["Bo"].stopped and not names["Ann"].stopped
    assert names["old@acme.example"].places[0].firm == str(case.company_id)
    assert names["friend@gmail.com"].places == () and names["friend@gmail.com"].address_only


def test_an_open_process_is_left_to_its_own_plays(web: Any, account: uuid.UUID) -> None:
    """As the last planning kept it, and judged anew for a day; a closed letter tells nothing."""
    case = Case.open(account=account, company="Acme", role="Planner", since=ago(60), at=NOW)
    who = known(account, "Dana Reyes", "Acme", email="dana@acme.example")
    Seat.give(case=case, person=who, part="hiring_manager", at=ago(60), by="mail")
    web.message(account, case, "interview_invitation", at=ago(60))
    web.message(account, case, "other_job", at=ago(30))
    Interview.hold(case=case, when=ago(20), people=[who], at=NOW)
    morning.plan(account, NOW)
    for past in (False, True):
        found = network.reach(account, "Acme", NOW, past=past).reach
        assert found.first is None and "open at Acme" in found.says, past
    web.message(account, case, "rejection", at=ago(3))
    morning.plan(account, NOW)
    for past in (False, True):
        assert network.reach(account, "Acme", NOW, past=past).reach.first is None, "sealed"


def test_a_firm_is_found_by_key_name_beginning_or_part(account: uuid.UUID) -> None:
    for name in ("Calderwick Cold Chain", "Calder Rail", "Cold Steel GmbH"):
        known(account, f"At {name}", name)
    net = network.net(account, NOW)
    called = [[one.name for one in network.firms_called(net, asked)] for asked in
              ("cold steel", "calder", "cold", "zenith", "")]  # fmt: skip
    assert called == [
        ["Cold Steel GmbH"],
        ["Calder Rail", "Calderwick Cold Chain"],
        ["Cold Steel GmbH", "Calderwick Cold Chain"],
        [],
        [],
    ]
    key = next(iter(net.firms))
    assert network.firms_called(net, key)[0].id == key


def test_the_map_outlives_the_role_and_is_a_function_of_the_day(account: uuid.UUID) -> None:
    """S1-13: with a day of then, they are where they were then."""
    who = known(account, "Max", "Kestrel", email="max@kestrel.example")
    private(account, "max@kestrel.example", 400)
    private(account, "max@kestrel.example", 399, "out")
    firm = Company.add(account=account, name="Bergholt", at=NOW)
    Post.move(person=who, company=firm, on=ago(100).date(), at=NOW)
    assert [p.relation for p in network.reach(account, "Bergholt", NOW).reach.paths] == [
        "Works there."
    ]
    assert network.reach(account, "Bergholt", ago(200)).reach.paths == ()
    assert network.reach(account, "Kestrel", ago(200)).reach.paths[0].relation == "Works there."
    assert "knows the house" in network.reach(account, "Kestrel", NOW).reach.paths[0].relation


def test_how_near_many_people_are_takes_a_fixed_number_of_queries(account: uuid.UUID) -> None:
    counts = []
    for n in (2, 12):
        people = [
            known(account, f"P{n}{i}", f"F{i}", email=f"p{n}{i}@f{i}.example") for i in range(n)
        ]
        private(account, people[0].email, 9)
        with CaptureQueriesContext(connection) as queries:
            found = network.bonds(account, NOW, [one.pk for one in people])
        counts.append(len(queries))
        assert len(found) == n and found[str(people[0].pk)][0].tie is Tie.WEAK
    assert counts[0] == counts[1]


def test_the_shape_for_programs(account: uuid.UUID) -> None:
    who = known(account, "Max", "Kestrel", email="max@kestrel.example")
    for days, way in ((40, "in"), (39, "out"), (38, "in")):
        private(account, who.email, days, way)
    json.dumps(network_json.overview_json(account, NOW))
    row = network_json.overview_json(account, NOW)["firms"][0]
    assert row["name"] == "Kestrel" and row["nearest"]["tie"] == "moderately_weak"
    found = network_json.reach_json(account, "Kestrel", NOW)
    json.dumps(found)
    assert found["first"] == str(who.pk) == found["paths"][0]["who"]["id"]
    assert found["paths"][0]["steps"] == 1 and found["firm"]["left_alone"] is False
    assert network_json.reach_json(account, "Zenith", NOW)["firm"]["id"] is None


@pytest.mark.django_db(transaction=True)
def test_the_command_prints_the_same(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """afterword network [FIRM] [--json] [--at DATE]."""
    from types import SimpleNamespace

    from afterword.faces.cli import house, main

    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=account))

    def printed(*words: str) -> str:
        assert main(["network", *words]) == 0
        return capsys.readouterr().out

    assert "Nobody is known yet." in printed()
    who = known(account, "Max Lund", "Kestrel", email="max@kestrel.example")
    for days, way in ((40, "in"), (39, "out"), (38, "in")):
        private(account, who.email, days, way)
    assert "Max Lund · you are acquainted" in printed()
    assert "Ask Max Lund first." in printed("Kestrel")
    assert json.loads(printed("Kestrel", "--json"))["paths"][0]["tie"] == "moderately_weak"
    before = date.today() - timedelta(days=45)  # noqa: DTZ011
    then = json.loads(printed("Kestrel", "--json", "--at", before.isoformat()))
    assert then["first"] is None


def test_after_one_of_a_process_asked_for_quiet_nobody_of_the_firm_is_asked(
    client: Client, account: uuid.UUID
) -> None:
    """A colleague is no way round it; an agent speaks for no firm but the agent's own."""
    dana = known(account, "Dana Reyes", "Acme", email="dana@acme.example")
    kofi = known(account, "Kofi Mensah", "Acme", email="kofi@acme.example")
    agent = known(account, "Lou Hart", "Hart Search", email="lou@hart.example")
    for days in (400, 200, 100):
        private(account, "kofi@acme.example", days)
        private(account, "kofi@acme.example", days - 1, "out")
    case = Case.open(account=account, company="Acme", at=NOW)
    for who, part in (
        (dana, Part.RECRUITER_INTERNAL),
        (kofi, Part.PANEL_INTERVIEWER),
        (agent, Part.RECRUITER_AGENCY),
    ):
        Seat.give(case=case, person=who, at=ago(9), part=part)
    stop(person=agent, at=ago(3), why="Take me off your list.")
    assert not network.reach(account, "Acme", NOW).reach.stopped
    assert 'value="call_request"' in client.get(f"/people/{kofi.pk}/").content.decode()
    stop(person=dana, at=ago(2), why="Please do not write to us again.")
    found = network.reach(account, "Acme", NOW).reach
    assert found.stopped and found.first is None
    assert found.says.startswith("Dana Reyes asked you not to write there again")
    assert 'value="call_request"' not in client.get(f"/people/{kofi.pk}/").content.decode()


def buttons(client: Client, who: Person) -> int:
    """How many letters can be begun to them on their page."""
    return client.get(f"/people/{who.pk}/").content.decode().count('name="kind"')


def seated(case: Case, who: Person, part: Part = Part.RECRUITER_INTERNAL) -> None:
    Seat.give(case=case, person=who, at=ago(9), part=part)


def test_a_firm_that_nobody_named_is_no_firm_and_its_strangers_are_left_to_write_to(
    client: Client, account: uuid.UUID
) -> None:
    first, second = (Case.open(account=account, company=NO_NAME, role=r, at=NOW) for r in "AB")
    assert first.company_id == second.company_id
    ana, ben, cora = (known(account, name) for name in ("Ana Roy", "Ben Ash", "Cora Lind"))
    seated(first, ana)
    seated(first, cora)
    seated(second, ben)
    before = buttons(client, ben)
    assert before > 2 and buttons(client, cora) == before
    stop(person=ana, at=ago(2), why="Please do not write to us again.")
    assert buttons(client, ben) == before  # another process, another firm
    page = client.get(f"/people/{cora.pk}/").content.decode()
    assert buttons(client, cora) < before
    assert "Ana Roy asked not to be written to there" in page
    assert not quiet.asked_for_quiet(account, NOW).firms


def test_a_wish_binds_the_firm_it_was_said_at_and_not_every_firm_of_who_said_it(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    acme, boro = (Case.open(account=account, company=name, at=NOW) for name in ("Acme", "Boro"))
    dana = known(account, "Dana Reyes", "Boro", email="dana@reyes.example")
    kofi, lena = known(account, "Kofi Mensah", "Acme"), known(account, "Lena Holt", "Boro")
    for case, who in ((acme, dana), (boro, dana), (acme, kofi), (boro, lena)):
        seated(case, who)
    before = buttons(client, lena)
    # The mail in which she asked lies in the case at Acme, though she is known at Boro.
    web.message(account, acme, "other_job", at=ago(2), sender_email="dana@reyes.example", body="Please do not write again.")  # fmt: skip
    stop(person=dana, at=ago(2), why="Please do not write again.", by="mail")
    asked = quiet.asked_for_quiet(account, NOW)
    assert asked.firms == {acme.company_id: "Dana Reyes"} and asked.cases == {acme.pk: "Dana Reyes"}
    assert buttons(client, lena) == before > buttons(client, kofi)


def test_a_wish_noted_by_hand_binds_the_firm_they_are_at(account: uuid.UUID) -> None:
    acme, boro = (Case.open(account=account, company=name, at=NOW) for name in ("Acme", "Boro"))
    dana = known(account, "Dana Reyes", "Acme")
    seated(acme, dana)
    seated(boro, dana)
    stop(person=dana, at=ago(1), why="Leave it, please.")
    assert set(quiet.asked_for_quiet(account, NOW).firms) == {acme.company_id}


# ── who is left in peace ────────────────────────────────────────────────────


def test_the_cases_own_next_step_goes_before_the_network(web: Any, account: uuid.UUID) -> None:
    """Rest until a day, their promise to come back, the user's own wish for quiet: each says why."""
    ann = known(account, "Ann Roe", "Acme", email="ann@acme.example")
    bo = known(account, "Bo Fox", "Bolt", email="bo@bolt.example")
    cy = known(account, "Cy Hale", "Crane", email="cy@crane.example")
    for who in ("ann@acme.example", "bo@bolt.example", "cy@crane.example"):
        private(account, who, 30)
        private(account, who, 40, "out")
        private(account, who, 50)
    case = Case.open(account=account, company="Acme", at=ago(90))
    Seat.give(case=case, person=ann, part="hiring_manager", at=ago(80))
    until = (NOW + timedelta(days=20)).date()
    stands = {"at": NOW, "account": account, "entered_at": NOW, "case": case}
    Standing.objects.create(**stands, state="closed", seen_state="closed", since=ago(60))
    Move.objects.create(**stands, when=until, why="They said: not before then.")
    promise = web.message(account, None, "other_job", sender_email="bo@bolt.example", at=ago(5))
    promise.reading["promised_date"] = until.isoformat()
    promise.save()
    to_cy = {"to": [{"name": "", "email": "cy@crane.example"}]}
    asked = {"direction": "out", "envelope": to_cy, "body": "Please take me off your list."}
    web.message(account, None, "other_job", at=ago(9), **asked)
    found = {name: network.reach(account, name, NOW) for name in ("acme", "bolt", "crane")}
    for name, answer in found.items():
        assert answer.reach.first is None and not answer.reach.paths, name
        assert not answer.connectors, name
    waits = {name: answer.reach.resting[0].wait for name, answer in found.items()}
    assert waits["acme"].endswith("They said: not before then.")
    assert waits["bolt"].startswith("They said they come back to you by")
    assert waits["crane"].endswith("you asked them not to write to you any more.")
    assert (bo.pk, cy.pk) and "wait" in network_json.reach_json(account, "crane", NOW)["resting"][0]
    # a later word of the user's own to them lifts it
    web.message(account, None, "other_job", at=ago(2), direction="out", envelope=to_cy, body="Hi.")
    assert network.reach(account, "crane", NOW).reach.first is not None


def test_a_case_binds_no_referee_of_the_user(account: uuid.UUID) -> None:
    """Their names turn up in a process they vouch in; what that firm asks for is not theirs."""
    ann = known(account, "Ann Roe", "Elsewhere", email="ann@elsewhere.example")
    private(account, "ann@elsewhere.example", 30)
    private(account, "ann@elsewhere.example", 40, "out")
    private(account, "ann@elsewhere.example", 50)
    Reference.consider(person=ann, status="agreed", at=NOW)
    case = Case.open(account=account, company="Acme", at=ago(90))
    Seat.give(case=case, person=ann, part="unknown", at=ago(80))
    stands = {"at": NOW, "account": account, "entered_at": NOW, "case": case}
    Standing.objects.create(**stands, state="closed", seen_state="closed")
    Move.objects.create(**stands, when=(NOW + timedelta(days=20)).date(), why="Not before.")
    found = network.reach(account, "elsewhere", NOW).reach
    assert found.first is not None and found.first.name == "Ann Roe"


def test_who_was_met_as_mail_shows_is_no_stranger(web: Any, account: uuid.UUID) -> None:
    """Nobody noted who was there; the mail that set the talk named them."""
    known(account, "Cy Hale", "Crane")
    ann = known(account, "Ann Roe", "Acme")
    case = Case.open(account=account, company="Acme", at=ago(90))
    Seat.give(case=case, person=ann, part="hiring_manager", at=ago(80))
    mail = web.message(
        account, case, "interview_invitation", body="You will meet Ann Roe.", at=ago(30)
    )
    Interview.hold(case=case, when=ago(20), people=[], at=NOW)
    Interview.objects.update(message=mail)
    (path,) = network.reach(account, "acme", NOW).reach.paths
    assert path.known and "1 talk" in path.bond and "line first" not in path.ask
    (other,) = network.reach(account, "crane", NOW).reach.paths
    assert not other.known and "line first" in other.ask


def test_who_vouches_or_was_there_is_close(account: uuid.UUID) -> None:
    """The register and the user's own stories say so, on the list of people as in the network."""
    boss = known(account, "Ann Roe", "Acme", email="ann@acme.example")
    saw = known(account, "Bo Fox", "Bolt")
    no = known(account, "Cy Hale", "Crane")
    other = known(account, "Di Foxley", "Crane")
    Reference.consider(person=boss, kind="manager", status="agreed", at=NOW)
    Reference.consider(person=no, kind="peer", status="declined", at=NOW)
    Story.tell(account=account, title="The move", confirm="B. Fox, planner", at=NOW)
    private(account, "ann@acme.example", 30)
    found = network.bonds(account, NOW, [boss.pk, saw.pk, no.pk, other.pk])
    near = {key: (bond.tie, bond.known) for key, (bond, _) in found.items()}
    assert near[str(boss.pk)] == near[str(saw.pk)] == (Tie.STRONG, True)
    assert near[str(no.pk)] == near[str(other.pk)] == (Tie.WEAK, False)
    assert "your manager, and they vouch for you" in found[str(boss.pk)][0].why
    assert "“The move”" in found[str(saw.pk)][0].why
    path = network.reach(account, "bolt", NOW).reach.first
    assert path is not None and path.tie is Tie.STRONG and "line first" not in path.ask
