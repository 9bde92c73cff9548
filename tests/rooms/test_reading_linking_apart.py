"""What is said to be another matter is another case, however much the two share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_reading_linking_evidence import AGENT, RECEIPT, Box

from afterword.reading import Shelf
from afterword.reading.linking.apart import is_passed_on, other_matter, served_house
from afterword.reading.linking.evidence import Score
from afterword.reading.linking.houses import is_provider
from afterword.reading.linking.joins import Pair, _no_beginning
from afterword.reading.linking.shelf import Known
from afterword.terms import Hand, MailKind

K = MailKind
JO = "Jo Field <jo.field@coldharbour.example>"
DAIRY = "A dairy in the north seeks a Plant Manager."


def _a_lead(box: Box) -> int:
    box.put(K.OUTREACH, AGENT, "Plant Manager, north", DAIRY, role="Plant Manager")
    return box.put(
        K.OTHER_JOB, AGENT, "Re: Plant Manager, north", "Gladly.", day=1, out=True, answers=0
    )


@pytest.mark.parametrize(
    "words",
    [
        "Different one for you while we wait. A ropeworks seeks a Fleet Planner.",
        "The dairy meets on Monday. On a separate note, a ropeworks seeks a Fleet Planner.",
        "Nog iets heel anders: een touwslagerij zoekt een Projectleider.",
        "Heute etwas ganz anderes: Eine Seilerei sucht einen Einkaufsleiter.",
        "J'ai aussi une autre mission : une corderie cherche un Directeur commercial.",
        "Tengo otra vacante: una cordelería busca un Jefe de Compras.",
        "Le scrivo per un'altra posizione: un'azienda di cordami cerca un Responsabile Acquisti.",
        "Tenho outra vaga: uma cordoaria procura um Gestor de Compras.",
    ],
)
def test_an_agent_who_turns_to_another_client_in_the_old_conversation_opens_a_case(
    words: str,
) -> None:
    box = Box()
    above = _a_lead(box)
    pitch = box.put(
        K.OUTREACH, AGENT, "Re: Plant Manager, north", words, day=8, role="Plant Manager", answers=above
    )  # fmt: skip
    box.put(K.OTHER_JOB, AGENT, "Re: Plant Manager, north", "Yes.", day=9, out=True, answers=pitch)
    lead, answer, other, yes = box.cases()
    assert lead == answer and other == yes and other not in ("", lead)


def test_news_of_each_client_then_finds_its_own_case() -> None:
    box = Box()
    above = _a_lead(box)
    box.put(
        K.OUTREACH, AGENT, "Re: Plant Manager, north",
        "Brimley Dairy meets on Monday, then Dora Kell decides. Separately, a ropeworks in Hull seeks a Fleet Planner.",
        day=8, role="Plant Manager", answers=above,
    )  # fmt: skip
    box.put(K.INTERVIEW_INVITATION, AGENT, "Fleet Planner", "They see you on Friday in Hull.", day=12, role="Fleet Planner")  # fmt: skip
    box.put(K.REJECTION, AGENT, "Plant Manager", "Somebody else was chosen.", day=15, role="Plant Manager")  # fmt: skip
    lead, _, other, talk, no = box.cases()
    assert (talk, no) == (other, lead) and other != lead


@pytest.mark.parametrize(
    "words",
    [
        # The client named later, and a remark that names no role, are the old matter.
        "Good to talk. The client is Brimley Dairy, and the Plant Manager reports to the owner.",
        "They may take another look at it next week. Something else is coming, watch this space.",
    ],
)
def test_what_an_agent_adds_to_the_old_matter_stays_with_it(words: str) -> None:
    box = Box()
    above = _a_lead(box)
    box.put(
        K.OUTREACH, AGENT, "Re: Plant Manager, north", words, day=8, role="Plant Manager", answers=above
    )  # fmt: skip
    assert len(set(box.cases())) == 1


def _receipts(box: Box) -> None:
    for day, (firm, role) in enumerate(
        (("Coldharbour", "Fleet Planner"), ("Brimley", "Night Buyer"))
    ):
        box.put(
            K.ACKNOWLEDGEMENT, f"{firm} <no-reply@us.greenhouse-mail.io>", "Your application", RECEIPT,
            day=day, role=role, company=firm, hand=Hand.TEMPLATE,
        )  # fmt: skip


@pytest.mark.parametrize("between", ["for", "on behalf of", "für", "namens"])
def test_a_testing_service_writes_for_the_house_its_name_tells(between: str) -> None:
    box = Box()
    _receipts(box)
    for day, firm in ((5, "Coldharbour"), (9, "Brimley")):
        box.put(
            K.ASSESSMENT, f"Testwerk {between} {firm} <no-reply@testwerk.example>", "Your test",
            "Please take it by Friday. Testwerk", day=day, company="Testwerk", hand=Hand.TEMPLATE,
        )  # fmt: skip
    planner, buyer, one, two = box.cases()
    assert (one, two) == (planner, buyer) and planner != buyer


def test_a_service_that_worked_for_one_firm_so_far_may_work_for_the_next() -> None:
    box = Box()
    _receipts(box)
    service = {"hand": Hand.TEMPLATE, "company": "Slotwerk"}
    slots = "Slotwerk <no-reply@slotwerk.example>"
    box.put(
        K.INTERVIEW_LOGISTICS, slots, "Coldharbour: choose a time", "For Coldharbour.", day=4, **service,
    )  # fmt: skip
    box.put(K.INTERVIEW_LOGISTICS, slots, "You are booked", "Tuesday at ten.", day=5, **service)
    box.put(K.INTERVIEW_LOGISTICS, slots, "You are booked", "Monday at nine.", day=14, **service)
    planner, _, choose, booked, later = box.links()
    assert planner.case == choose.case == booked.case
    assert not later.case


def test_a_friend_who_is_shown_a_letter_is_no_party_to_the_case() -> None:
    box = Box()
    pal = "Ida Roth <ida@rothpost.example>"
    box.put(K.OFFER, JO, "Your offer", "Fleet Planner.", role="Fleet Planner", company="Coldharbour")  # fmt: skip
    box.put(K.OTHER_JOB, pal, "Fwd: Your offer", "Look!", day=1, out=True, answers=0)
    box.put(K.OTHER_JOB, pal, "The car", "It makes that noise again.", day=4)
    box.put(K.OTHER_JOB, pal, "A job at the museum", "Night Buyer.", day=5, role="Night Buyer")
    offer, shown, car, museum = box.cases()
    assert offer and shown == offer and (car, museum) == ("", "")


def test_a_firm_named_in_passing_belongs_where_it_was_named_first() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "Plant Manager", DAIRY, role="Plant Manager")
    box.put(K.OUTREACH, AGENT, "Ropeways", "Ropeways seeks a Fleet Planner.", day=1, role="Fleet Planner")  # fmt: skip
    box.put(
        K.STATUS_UPDATE, AGENT, "Plant Manager", "The dairy meets on Monday. Ropeways have your papers.",
        day=3, role="Plant Manager",
    )  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, "Bo Lind <bo.lind@ropeways.example>", "Meeting", "On Friday?",
        day=6, company="Ropeways",
    )  # fmt: skip
    dairy, ropes, news, talk = box.cases()
    assert (news, talk) == (dairy, ropes) and dairy != ropes


@pytest.mark.parametrize(
    ("held", "one"),
    [
        ({"heralded": 1.0, "role": 1.0, "words": 0.3}, False),
        ({"told": 1.0, "role": 0.6, "words": 1.0}, False),
        ({"named": 1.0, "role": 1.0}, True),
        ({"person": 0.6}, True),
        ({"role": 0.9, "words": 0.8}, True),
    ],
)
def test_a_role_many_have_and_a_name_let_fall_make_no_two_cases_one(
    held: dict[str, float], one: bool
) -> None:
    whole = {"role": 0.0, "words": 0.0} | held
    score = Score(Known("lead"), 9.0, whole)
    pair = Pair(Known("old"), score.case, score, near=1.0, one_talk=True)
    assert _no_beginning(pair) is one


@pytest.mark.parametrize(
    ("address", "provider"),
    [
        ("no-reply@mail.coldharbour.example", False),
        ("ida@gmail.com", True),
        ("ida@posteo.de", True),
        ("no-reply@us.greenhouse-mail.io", False),
    ],
)
def test_a_house_that_sends_from_its_mail_machine_is_no_mail_provider(
    address: str, provider: bool
) -> None:
    assert is_provider(address) is provider


@pytest.mark.parametrize(
    ("display", "label", "house"),
    [
        ("Testwerk for Coldharbour", "testwerk", "Coldharbour"),
        ("Testwerk im Auftrag der Coldharbour AG", "testwerk", "Coldharbour AG"),
        ("Careers for Life", "careersforlife", ""),
        ("Jo at Coldharbour", "coldharbour", ""),
        ("Testwerk for you", "testwerk", ""),
    ],
)
def test_whom_a_service_works_for(display: str, label: str, house: str) -> None:
    assert served_house(display, label) == house


@pytest.mark.parametrize(
    ("subject", "passed"),
    [("Fwd: Offer", True), ("WG: Angebot", True), ("Re: Offer", False), ("Forward planning", False)],
)  # fmt: skip
def test_what_is_passed_on(subject: str, passed: bool) -> None:
    assert is_passed_on(subject) is passed


@given(st.text(max_size=300), st.sampled_from(["a different role", "eine andere Stelle", ""]))
def test_the_other_matter_is_the_end_of_the_letter(before: str, turn: str) -> None:
    text = f"{before}\n\n{turn} is for you."
    assert text.endswith(other_matter(text))
    assert not turn or turn in other_matter(text)


def test_who_asks_how_it_was_after_the_no_is_the_firm_of_that_role() -> None:
    box = Box()
    _receipts(box)
    box.put(
        K.OTHER_JOB, "Talent at Brimley <talent@brimley.example>", "A small favour", "How was it for you?",
        day=9, role="Night Buyer", company="Brimley", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(
        K.OTHER_JOB, "Brimley News <news@brimley.example>", "Our spring offers", "Ten per cent off.",
        day=10, company="Brimley", hand=Hand.TEMPLATE,
    )  # fmt: skip
    _, buyer, survey, news = box.cases()
    assert survey == buyer and not news


def test_a_welcome_by_somebody_of_the_case_begins_none() -> None:
    box = Box()
    box.put(K.OFFER, JO, "Your offer", "Fleet Planner.", role="Fleet Planner", company="Coldharbour")  # fmt: skip
    box.put(K.ACKNOWLEDGEMENT, JO, "Welcome!", "We received your form.", day=9, company="Coldharbour")  # fmt: skip
    offer, welcome = box.cases()
    assert offer and welcome == offer


def test_the_number_before_a_title_is_no_word_of_it() -> None:
    box = Box()
    box.put(
        K.ACKNOWLEDGEMENT, JO, "Received", RECEIPT, role="CH/FIN/03 Manager", company="Coldharbour"
    )
    assert Shelf().clues(*box.pairs[0]).role == "Manager"
