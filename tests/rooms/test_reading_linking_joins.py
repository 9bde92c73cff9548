"""A case that began twice is one case, and never against a sign that there are two."""

from __future__ import annotations

from itertools import count

import pytest
from test_reading_linking_evidence import AGENT, ME, RECEIPT, Box

from afterword.reading import Shelf, link_all
from afterword.reading.linking.batch import Told, _rename
from afterword.reading.linking.evidence import weigh
from afterword.terms import Hand, Link, MailKind

K = MailKind
JO = "Jo Field <jo.field@coldharbour.example>"
SYSTEM = "Coldharbour <no-reply@us.greenhouse-mail.io>"


def test_an_agents_lead_goes_on_when_they_write_of_the_same_work_again() -> None:
    box = Box()
    first = box.put(K.OUTREACH, AGENT, "Discreet", "A maker of glass.", role="Plant Head")
    box.put(K.OTHER_JOB, AGENT, "Re: Discreet", "Gladly.", day=1, out=True, answers=first)
    box.put(K.OUTREACH, AGENT, "The brief", "Here it is.", day=9, role="Plant Head")
    box.put(K.INTERVIEW_INVITATION, AGENT, "Tuesday", "They see you.", day=12, role="Plant Head")
    assert len(set(box.cases())) == 1


def test_an_agents_next_client_is_another_lead_even_where_the_first_fell_silent() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "Discreet", "A maker of glass.", role="Plant Head")
    box.put(K.OUTREACH, AGENT, "Another idea", "A dairy.", day=9, role="Night Buyer")
    one, two = box.cases()
    assert one and two and one != two


def test_a_systems_receipt_for_the_very_role_belongs_to_what_a_person_began() -> None:
    box = Box()
    box.put(
        K.OUTREACH,
        JO,
        "A role at Coldharbour",
        "Please apply.",
        role="Planner",
        company="Coldharbour",
    )
    box.put(
        K.ACKNOWLEDGEMENT, SYSTEM, "Thank you", RECEIPT, day=2, role="Planner Utilities",
        company="Coldharbour", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, JO, "Tuesday", "Planner Utilities.", day=6, role="Planner Utilities"
    )
    assert len(set(box.cases())) == 1


@pytest.mark.parametrize("numbers", [("", ""), ("(124720)", "(124835)")])
def test_two_receipts_are_two_applications(numbers: tuple[str, str]) -> None:
    box = Box()
    for day, number in enumerate(numbers):
        box.put(
            K.ACKNOWLEDGEMENT, SYSTEM, f"Thank you {number}", RECEIPT, day=day,
            role=("Planner", "Buyer")[day], company="Coldharbour", hand=Hand.TEMPLATE,
        )  # fmt: skip
    one, two = box.cases()
    assert one != two


def test_a_receipt_with_a_no_of_its_own_is_apart_from_what_went_on() -> None:
    box = Box()
    system = {"hand": Hand.TEMPLATE, "company": "Coldharbour", "role": "Planner"}
    box.put(K.ACKNOWLEDGEMENT, SYSTEM, "Thank you", RECEIPT, **system)
    box.put(K.OUTREACH, AGENT, "Discreet", "A house by the sea.", day=3, role="Planner Fleet")
    box.put(K.REJECTION, SYSTEM, "Your application", "We chose another.", day=9, **system)
    box.put(
        K.INTERVIEW_INVITATION, AGENT, "It is Coldharbour", "They see you.", day=12, role="Planner Fleet",
    )  # fmt: skip
    box.put(K.OFFER, AGENT, "They want you", "Planner Fleet.", day=60, role="Planner Fleet")
    receipt, lead, no, talk, offer = box.cases()
    assert receipt == no and lead == talk == offer != receipt


def test_two_cases_the_user_knows_stay_two() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "Discreet", "A maker of glass.", role="Plant Head")
    box.put(K.OUTREACH, AGENT, "The brief", "Here it is.", day=9, role="Plant Head")
    told = {"m0@x": Told("one"), "m1@x": Told("two", moved=True)}
    number = count(1)
    shelf = Shelf(me=frozenset({ME.email}))
    links = link_all(box.pairs, shelf, lambda: f"case{next(number)}", told)
    assert [one.case for one in links] == ["one", "two"]


def test_an_invitation_weeks_after_the_no_is_another_matter_unless_it_says_which() -> None:
    box = Box()
    begin = {"role": "Fleet Planner", "company": "Coldharbour"}
    box.put(K.INTERVIEW_INVITATION, JO, "Tuesday", "Come and see us.", **begin)
    box.put(K.REJECTION, JO, "Your application", "We chose another.", day=5)
    box.put(
        K.INTERVIEW_INVITATION, JO, "A thought", "Would you come again?", day=30, role="Night Buyer"
    )
    box.put(K.INTERVIEW_LOGISTICS, JO, "The room", "Second floor.", day=31)
    first, no, other, room = box.cases()
    assert first == no and other not in ("", first) and room == other


def test_the_old_role_taken_up_again_after_the_no_is_the_old_case() -> None:
    box = Box()
    begin = {"role": "Fleet Planner", "company": "Coldharbour"}
    box.put(K.INTERVIEW_INVITATION, JO, "Tuesday", "Come and see us.", **begin)
    box.put(K.REJECTION, JO, "Your application", "We chose another.", day=5)
    box.put(K.REOPENED, JO, "Fleet Planner", "It is open again.", day=30, **begin)
    assert len(set(box.cases())) == 1


def test_a_title_cut_to_its_letters_names_the_role() -> None:
    box = Box()
    for day, role in ((0, "Chief Risk Officer"), (1, "Chief Financial Officer")):
        box.put(
            K.ACKNOWLEDGEMENT, SYSTEM, "Thank you", RECEIPT, day=day, role=role,
            company="Coldharbour", hand=Hand.TEMPLATE,
        )  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, JO, "The CRO role", "Shall we talk?", day=3, company="Coldharbour"
    )
    risk, money, talk = box.cases()
    assert risk != money and talk == risk


def test_mail_forwarded_to_oneself_follows_what_it_names() -> None:
    box = Box()
    begin = {"role": "Clerk", "company": "Coldharbour"}
    box.put(K.INTERVIEW_INVITATION, JO, "Your visit to Coldharbour", "On Tuesday.", **begin)
    me = "Sam Okafor <sam@home.example>"
    box.put(K.OTHER_JOB, me, "Fwd: Your visit to Coldharbour", "For later.", day=1, out=True)
    box.put(K.OTHER_JOB, me, "Shopping", "Eggs, rope.", day=1, out=True)
    visit, kept, eggs = box.cases()
    assert visit == kept and not eggs


def test_what_leads_on_is_no_word_of_the_case_that_ended_while_another_of_the_house_is_open() -> (
    None
):
    box = Box()
    for day, role in ((0, "Night Researcher"), (0, "Fleet Planner")):
        box.put(
            K.ACKNOWLEDGEMENT, SYSTEM, "Thank you", RECEIPT, day=day, role=role,
            company="Coldharbour", hand=Hand.TEMPLATE,
        )  # fmt: skip
    box.put(
        K.REJECTION, SYSTEM, "Your application", "We chose another.", day=9, role="Night Researcher",
        company="Coldharbour", hand=Hand.TEMPLATE,
    )  # fmt: skip
    talk = box.put(
        K.INTERVIEW_INVITATION, JO, "Shall we talk?", "Never mind the mail about the Researcher.",
        day=10, role="Researcher", company="Coldharbour",
    )  # fmt: skip
    box.put(
        K.OFFER, JO, "An offer", "Here it is.", day=40, role="Fleet Planner", company="Coldharbour"
    )
    cases = box.cases()
    assert cases[2] == cases[0] and cases[talk] != cases[0] and cases[4] == cases[1]


def test_a_former_employer_named_to_a_referee_is_no_firm_of_the_case() -> None:
    box = Box()
    first = box.put(K.REFERENCE_CHECK, JO, "References", "Whom may we ask?", company="Coldharbour")
    box.put(
        K.OTHER_JOB, JO, "Re: References", "Una Roe of Tarrow.", day=1, out=True, answers=first,
        company="Tarrow",
    )  # fmt: skip
    box.put(
        K.STATUS_UPDATE, "Tarrow People <people@tarrow.example>", "Your last day", "The keys, please.",
        day=3, company="Tarrow", hand=Hand.TEMPLATE,
    )  # fmt: skip
    case, answer, keys = box.cases()
    assert case == answer and keys != case


def test_a_portal_an_agent_has_named_does_not_belong_to_their_search_by_that() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A plant", "I found you at Jobharbour Market.", role="Plant Head")
    box.put(
        K.STATUS_UPDATE, "Jobharbour Market <post@jobharbourmarket.example>", "News", "Walk in on Friday.",
        day=3, hand=Hand.TEMPLATE,
    )  # fmt: skip
    search, portal = box.cases()
    assert search and portal != search


def test_what_goes_on_with_something_nobody_told_of_begins_no_case() -> None:
    box = Box()
    box.put(
        K.ACTION_NEEDED, "Tax Office Desk <desk@taxes.example>", "Form 303", "Please sign.",
        hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(K.INTERVIEW_INVITATION, "Bo Lind <bo.lind@gmail.com>", "Saturday", "Come and see us.")
    box.put(
        K.ACTION_NEEDED, JO, "Your papers", "Please sign.", role="Planner", company="Coldharbour"
    )
    taxes, friend, papers = box.cases()
    assert not taxes and not friend and papers


def test_a_date_belongs_to_the_search_of_which_they_wrote_the_same_day() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A dairy in the north", role="Plant Head")
    box.put(K.OUTREACH, AGENT, "Ropes", day=2, role="Fleet Planner")
    box.put(
        K.INTERVIEW_INVITATION, AGENT, "Plant Head: the board", "Soon.", day=20, role="Plant Head"
    )
    hold = box.put(K.INTERVIEW_LOGISTICS, AGENT, "On the telephone", "At ten.", day=20)
    shelf = Shelf(me=frozenset({ME.email}))
    links = box.links(shelf)
    dairy, ropes = (
        weigh(shelf.clues(*box.pairs[hold]), shelf.cases[links[at].case], shelf) for at in (0, 1)
    )
    assert dairy.has("fresh") and not ropes.has("fresh") and dairy.points > ropes.points


def test_a_case_that_a_lead_began_goes_by_the_name_of_its_own_mails() -> None:
    """A friend at Tidemill named them to Coldharbour: the process is Coldharbour's."""
    links = [Link("lead", new=True), Link("lead"), Link("process", new=True), Link("process")]
    _rename([0, 1], [2, 3], links, "process", "It went on here.")
    assert [(link.case, link.new) for link in links] == [
        ("process", False), ("process", False), ("process", True), ("process", False),
    ]  # fmt: skip
