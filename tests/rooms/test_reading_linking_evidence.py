"""One process is one case across people, houses and services; in doubt it is a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from afterword.reading import Shelf, link_all
from afterword.reading.linking.evidence import weigh
from afterword.reading.linking.houses import domain_key
from afterword.reading.linking.words import numbers_of
from afterword.reading.names import role_nearness
from afterword.terms import (
    Address,
    Certainty,
    Direction,
    Hand,
    Link,
    Mail,
    MailKind,
    Reading,
)

K = MailKind
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ME = Address("Sam Okafor", "sam@home.example")


def who(text: str) -> Address:
    name, _, address = text.rpartition(" ")
    return Address(name, address.strip("<>"))


@dataclass
class Box:
    """A mailbox whose readings are given, so that only linking is tried."""

    pairs: list[tuple[Reading, Mail]] = field(default_factory=list)

    def put(
        self,
        kind: MailKind,
        other: str,
        subject: str,
        body: str = "",
        *,
        day: int = 0,
        out: bool = False,
        role: str = "",
        company: str = "",
        cc: str = "",
        answers: int | None = None,
        hand: Hand = Hand.PERSONAL,
    ) -> int:
        at = len(self.pairs)
        above = f"m{answers}@x" if answers is not None else ""
        mail = Mail(
            id=f"m{at}@x",
            subject=subject,
            sender=ME if out else who(other),
            to=(who(other),) if out else (ME,),
            cc=(who(cc),) if cc else (),
            date=START + timedelta(days=day),
            in_reply_to=above,
            references=(above,) if above else (),
        )
        reading = Reading(
            id=mail.id,
            source="",
            date=mail.date,
            direction=Direction.OUT if out else Direction.IN,
            language="en",
            text=f"{subject}\n\n{body}",
            kind=kind,
            certainty=Certainty.FAIR,
            company=company,
            role=role,
            hand=hand,
        )
        self.pairs.append((reading, mail))
        return at

    def links(self, shelf: Shelf | None = None) -> list[Link]:
        number = count(1)
        shelf = shelf or Shelf(me=frozenset({ME.email}))
        return link_all(self.pairs, shelf, lambda: f"case{next(number)}")

    def cases(self) -> list[str]:
        return [one.case for one in self.links()]


AGENT = "Ruth Abara <ruth.abara@hartley.example>"
RECEIPT = "We have received your application."


def test_an_agents_second_pitch_is_a_second_case_and_each_answer_finds_its_own() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A dairy in the north", "They seek a plant head.", role="Plant Head")
    box.put(K.OUTREACH, AGENT, "Another idea", "A maker of ropes.", day=20, role="Fleet Planner")
    box.put(
        K.INTERVIEW_INVITATION, AGENT, "Plant Head: Tuesday", "They want to see you.", day=25, role="Plant Head",
    )  # fmt: skip
    box.put(
        K.REJECTION, AGENT, "Fleet Planner", "They chose another.", day=30, role="Fleet Planner"
    )
    dairy, ropes, talk, no = box.cases()
    assert dairy != ropes and (talk, no) == (dairy, ropes)


def test_an_agents_word_that_names_neither_client_is_a_question() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A dairy in the north", role="Plant Head")
    box.put(K.OUTREACH, AGENT, "Another idea", day=2, role="Fleet Planner")
    box.put(K.STATUS_UPDATE, AGENT, "Any day now", "they need another week", day=9)
    last = box.links()[-1]
    assert last.ask and len(last.candidates) == 2


def test_the_client_an_agent_has_named_joins_when_it_writes_itself() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A head of fleet", role="Head of Fleet")
    box.put(
        K.OTHER_JOB,
        AGENT,
        "The name",
        "I may say it now: it is Brambledown Ropes, by the sea.",
        day=3,
    )
    box.put(
        K.INTERVIEW_INVITATION, "Ivo Tarn <itarn@brambledownropes.example>", "Thursday",
        "Come and see us.", day=6,
    )  # fmt: skip
    assert len(set(box.cases())) == 1


def test_a_testing_service_joins_the_case_whose_firm_it_names() -> None:
    box = Box()
    for day, firm, role in ((0, "Brambledown", "Planner"), (1, "Coldharbour", "Buyer")):
        box.put(
            K.ACKNOWLEDGEMENT, f"{firm} <no-reply@us.greenhouse-mail.io>", "Thank you", RECEIPT,
            day=day, role=role, company=firm, hand=Hand.TEMPLATE,
        )  # fmt: skip
    box.put(
        K.ASSESSMENT, "Quizzly <no-reply@quizzly.example>", "Your test",
        "The company Coldharbour invites you to a test.", day=4, hand=Hand.TEMPLATE,
    )  # fmt: skip
    one, two, test = box.cases()
    assert one != two and test == two


def test_two_roles_of_one_house_stay_apart_though_one_name_holds_the_other() -> None:
    box = Box()
    for day, role in ((0, "Product Planner"), (1, "Product Planner Payments")):
        box.put(
            K.ACKNOWLEDGEMENT, "Coldharbour <no-reply@us.greenhouse-mail.io>", "Thank you", RECEIPT,
            day=day, role=role, company="Coldharbour", hand=Hand.TEMPLATE,
        )  # fmt: skip
    one, two = box.cases()
    assert one != two


def test_a_shared_job_portal_is_no_house() -> None:
    box = Box()
    for day, firm in ((0, "Harbour Office"), (1, "Canal Office")):
        box.put(
            K.ACKNOWLEDGEMENT, f"{firm} <no-reply@jobs.portal.example>", "Application received",
            RECEIPT, day=day, role="Clerk", company="Portal", hand=Hand.TEMPLATE,
        )  # fmt: skip
    one, two = box.cases()
    assert one and two and one != two


def test_a_person_of_the_case_who_names_another_job_is_a_question() -> None:
    box = Box()
    lea = "Lea Brandt <lea.brandt@coldharbour.example>"
    box.put(K.INTERVIEW_INVITATION, lea, "Tuesday", role="Fleet Planner", company="Coldharbour")
    box.put(K.INTERVIEW_INVITATION, lea, "Something else", day=9, role="Night Buyer")
    last = box.links()[-1]
    assert last.ask and not last.case


def test_a_friends_hint_follows_when_the_firm_begins_to_write() -> None:
    box = Box()
    friend = "Bo Lind <bo.lind@gmail.com>"
    box.put(K.OTHER_JOB, friend, "Ropes!", "Write to Ivo Tarn, they need somebody at Brambledown.")
    box.put(
        K.OUTREACH, "Ivo Tarn <ivo@brambledown.example>", "Bo says", "Shall we talk?", day=3,
    )  # fmt: skip
    box.put(K.OTHER_JOB, friend, "Sunday", "Bring the big kettle.", day=5)
    hint, firm, chat = box.cases()
    assert hint == firm and firm and not chat


def test_an_own_mail_to_a_friend_about_a_firm_joins_nothing() -> None:
    box = Box()
    box.put(
        K.ACKNOWLEDGEMENT, "Coldharbour <no-reply@us.greenhouse-mail.io>", "Thank you", RECEIPT,
        role="Clerk", company="Coldharbour", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(
        K.OTHER_JOB, "Bo Lind <bo.lind@gmail.com>", "Coldharbour", "I applied at Coldharbour.",
        day=1, out=True,
    )  # fmt: skip
    assert box.cases()[1] == ""


def test_a_referee_in_copy_brings_no_house_into_the_case() -> None:
    box = Box()
    box.put(
        K.REFERENCE_CHECK, "Lea Brandt <lea.brandt@coldharbour.example>", "References", role="Clerk",
        company="Coldharbour", cc="Per Dahl <per.dahl@corvid.example>",
    )  # fmt: skip
    box.put(K.OTHER_JOB, "Una Roe <una.roe@corvid.example>", "Reunion", "Are you coming?", day=3)
    first, other = box.cases()
    assert first and not other


def test_a_networks_message_and_the_persons_own_mail_are_one_lead() -> None:
    box = Box()
    box.put(
        K.OUTREACH, "Linkage <messages@linkage.example>", "Ruth Abara sent you a message",
        "Would you talk about a plant?", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(K.OUTREACH, AGENT, "As I wrote", "Here is more of it.", day=1)
    one, two = box.cases()
    assert one and one == two


def test_a_persons_mail_in_a_conversation_joins_whatever_it_was_taken_for() -> None:
    box = Box()
    first = box.put(K.OUTREACH, AGENT, "A dairy in the north", role="Plant Head")
    box.put(K.JOB_ALERT, AGENT, "Re: A dairy in the north", "The brief.", day=1, answers=first)
    one, two = box.cases()
    assert one and one == two


def test_an_earlier_loose_mail_joins_a_case_that_came_with_a_later_import() -> None:
    box = Box()
    box.put(K.OTHER_JOB, "Ivo Tarn <ivo@brambledown.example>", "Good to meet you", "At the fair.")
    assert not box.links()[0].case
    box.put(
        K.OUTREACH, "Ivo Tarn <ivo@brambledown.example>", "A role", "You met me.", day=2, role="Clerk",
    )  # fmt: skip
    early, later = box.links()
    assert later.new and early.case in ("", later.case)


def test_numbers_are_those_of_vacancies_not_of_telephones() -> None:
    found = numbers_of("Your application (124720)", "Ref: NVX-3107. Call 614-555-0199, since 2024.")
    assert {"124720", "NVX3107"} <= found and "2024" not in found and "0199" not in found


@pytest.mark.parametrize(
    ("text", "number"),
    [("Keeper of Lamps (QT/20417)", "QT20417"), ("HLMP/KEEP/07 Keeper of Lamps", "HLMPKEEP07")],
)
def test_a_number_with_strokes_is_a_vacancy_s_number(text: str, number: str) -> None:
    assert number in numbers_of(text, "")


@pytest.mark.parametrize("text", ["Figures Q/2024 and FY/2025", "Open 24/7", "and/or 2026"])
def test_a_year_or_hours_with_strokes_are_none(text: str) -> None:
    assert not numbers_of("Lamps", text)


def test_a_mail_provider_is_no_house() -> None:
    assert domain_key("ann@acorn.example") == "acorn.example"
    assert not domain_key("ann@gmail.com") and not domain_key("ann@bluewin.ch")
    assert not domain_key("sam@acorn.example", frozenset({"acorn.example"}))


def test_how_near_two_titles_are() -> None:
    assert role_nearness("Fleet Planner", "Planner, Fleet") == 1
    assert role_nearness("Vice President", "VP Finance") == 0
    assert role_nearness("Fleet Planner", "Night Buyer") < 0
    assert role_nearness("Arquitecto/a de proyecto", "Arquitecta de proyecto") == 1
    assert role_nearness("Senior designer", "Senior Signalling Design Engineer") > 0
    assert role_nearness("Product Manager", "Production Manager") < 0
    assert 0 < role_nearness("Product Planner", "Product Planner Payments") < 1


def test_a_person_of_a_case_long_over_may_write_of_anything() -> None:
    box = Box()
    lea = "Lea Brandt <lea.brandt@coldharbour.example>"
    box.put(K.INTERVIEW_INVITATION, lea, "Tuesday", role="Clerk", company="Coldharbour")
    box.put(K.REJECTION, lea, "Your application", "We chose another.", day=5)
    thanks = box.put(K.OTHER_JOB, lea, "Good luck", "It was good to meet you.", day=7)
    later = box.put(K.OTHER_JOB, lea, "The choir", "Do you still sing?", day=90)
    cases = box.cases()
    assert cases[thanks] == cases[0] and not cases[later]


def test_a_question_of_ones_own_before_applying_again_does_not_hide_the_second_round() -> None:
    box = Box()
    for day, kind in ((0, K.ACKNOWLEDGEMENT), (20, K.REJECTION), (400, K.ACKNOWLEDGEMENT)):
        if day == 400:
            box.put(
                K.OTHER_JOB, "Lea Brandt <lea.brandt@coldharbour.example>", "May I come again?",
                day=398, out=True,
            )  # fmt: skip
        box.put(
            kind, "Lea Brandt <lea.brandt@coldharbour.example>", "Your application",
            day=day, role="Clerk", company="Coldharbour",
        )  # fmt: skip
    cases = box.cases()
    assert cases[0] == cases[1] != cases[3]


def test_the_client_in_an_agents_subject_tells_two_searches_apart() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A plant in the north", role="Plant Head")
    box.put(
        K.INTERVIEW_INVITATION, "Ivo Tarn <itarn@brambledown.example>", "Tuesday at ours",
        "Come by the gate.", day=3, company="Brambledown Ropes", cc=AGENT,
    )  # fmt: skip
    box.put(
        K.INTERVIEW_LOGISTICS, "Ivo Tarn <itarn@brambledown.example>", "Now at two", "The same gate.",
        day=4, company="Brambledown Ropes",
    )  # fmt: skip
    box.put(
        K.OUTREACH, AGENT, "A second one", "We told Brambledown of it. A maker of glass.", day=5,
    )  # fmt: skip
    box.put(K.STATUS_UPDATE, AGENT, "Brambledown - the board", "They need a week.", day=9)
    plant, visit, later, glass, board = box.cases()
    assert plant == visit == later == board and glass not in ("", plant)


def test_a_town_under_an_agents_letters_is_no_role_they_share() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A dairy in the north", "Shall I?", role="Oldport")
    box.put(K.OUTREACH, AGENT, "Something else", "A maker of ropes.", day=9, role="Oldport")
    one, two = box.cases()
    assert one and two and one != two


def test_somebody_new_of_a_known_house_who_speaks_of_nothing_known_joins_nothing() -> None:
    box = Box()
    box.put(K.INTERVIEW_INVITATION, "Ivo Tarn <ivo@postern.example>", "Tuesday", role="Clerk")
    box.put(
        K.OTHER_JOB, "Bo Lind <bo.lind@postern.example>", "bad luck", "They took another.", day=4
    )
    first, other = box.cases()
    assert first and not other


def test_no_alert_comes_from_a_person_the_user_talks_with() -> None:
    box = Box()
    box.put(K.OUTREACH, AGENT, "A dairy in the north", role="Plant Head")
    found = box.put(K.JOB_ALERT, AGENT, "A second one", "They seek a buyer.", day=5, role="Buyer")
    box.put(K.OTHER_JOB, AGENT, "Re: A second one", "Yes, do.", day=6, out=True, answers=found)
    dairy, second, answer = box.cases()
    assert second == answer and second not in ("", dairy)


def test_an_answer_to_a_question_does_not_go_by_its_people_alone() -> None:
    box = Box()
    lea = "Lea Brandt <lea.brandt@coldharbour.example>"
    box.put(K.INTERVIEW_INVITATION, lea, "Tuesday", role="Fleet Planner", company="Coldharbour")
    other = box.put(K.INTERVIEW_INVITATION, lea, "Are you free?", day=9, role="Night Buyer")
    box.put(K.OTHER_JOB, lea, "Re: Are you free?", "Gladly.", day=9, out=True, answers=other)
    first, asked, answer = box.cases()
    assert first and not asked and not answer


def test_what_is_offered_weeks_after_the_end_is_another_case_however_near_its_title() -> None:
    box = Box()
    lea = "Lea Brandt <lea.brandt@coldharbour.example>"
    box.put(
        K.INTERVIEW_INVITATION, lea, "Tuesday", role="Head Planner Fleet", company="Coldharbour"
    )
    box.put(K.REJECTION, lea, "Your application", "We chose another.", day=5)
    box.put(K.OFFER, lea, "Are you free in May?", day=30, role="Temporary fleet planner assistant")
    first, _, offered = box.cases()
    assert offered != first


def test_a_pool_draws_on_its_people_by_its_number_whatever_the_title() -> None:
    box = Box()
    box.put(
        K.ACKNOWLEDGEMENT, "Canal Office <no-reply@canaloffice.example>", "Pool 115077", RECEIPT,
        role="Clerk", company="Canal Office", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(
        K.OUTREACH, "Ivo Tarn <ivo.tarn@canaloffice.example>", "Pool 115077 - a vacancy",
        "Shall we talk?", day=40, role="Night Buyer",
    )  # fmt: skip
    one, two = box.cases()
    assert one and one == two


def test_an_agent_in_copy_does_not_make_their_case_the_only_one_of_the_writers_house() -> None:
    box, shelf = Box(), Shelf(me=frozenset({ME.email}))
    box.put(K.OUTREACH, AGENT, "A dairy in the north", "A discreet client.")
    box.links(shelf)
    box.put(
        K.INTERVIEW_INVITATION, "Ivo Tarn <ivo@brambledown.example>", "Monday", day=5, cc=AGENT,
    )  # fmt: skip
    score = weigh(shelf.clues(*box.pairs[-1]), shelf.cases["case1"], shelf)
    assert score.has("beside") and not score.has("only")
