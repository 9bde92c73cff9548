"""What identifies a process: who stands behind an address, whose number and whose title it is, who was announced."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_reading_linking_evidence import AGENT, ME, RECEIPT, Box, who

from afterword.reading import freemail
from afterword.reading.linking.houses import (
    akin,
    domain_key,
    houses_of,
    is_office,
    is_platform,
    is_provider,
    meetings_of,
    named,
)
from afterword.reading.linking.words import numbers_of, of_a_profile, of_an_application
from afterword.reading.passed_on import writers_below
from afterword.terms import Hand, Mail, MailKind

K = MailKind
JO = "Jo Field <jo.field@coldharbour.example>"


@pytest.mark.parametrize(
    ("display", "address", "name"),
    [
        ("Weiler, Agnes", "a.weiler@klinik.example", "Agnes Weiler"),
        ("Meares, Lachlan (Policy)", "lachlan.meares@dept.example", "Lachlan Meares"),
        ("Oskar Tran via Network", "messages@network.example", "Oskar Tran"),
        ("Merck, Darmstadt", "jobs@merck.example", "Merck, Darmstadt"),
    ],
)
def test_a_name_is_read_first_name_first(display: str, address: str, name: str) -> None:
    assert named(display, address) == name


def test_last_name_first_is_a_person_and_no_system() -> None:
    agnes = who("Weiler, Agnes <a.weiler@klinik-anna.example>")
    assert not is_office(agnes) and not is_platform(agnes)


@pytest.mark.parametrize("display", ["Biscuits Dorval", "Malt Brothers", "Careers at Tarrow"])
def test_who_takes_no_answer_and_writes_under_anothers_name_is_a_system(display: str) -> None:
    assert is_platform(who(f"{display} <no-reply@hirebox.example>"))


def test_two_firms_that_write_through_one_system_are_two_cases() -> None:
    box = Box()
    for day, firm in enumerate(("Biscuits Dorval", "Malt Brothers")):
        box.put(
            K.ACKNOWLEDGEMENT, f"{firm} <no-reply@hirebox.example>", "Your application", RECEIPT,
            day=day * 9, role="Process Engineer", company="Hirebox", hand=Hand.TEMPLATE,
        )  # fmt: skip
    one, other = box.cases()
    assert one and other and one != other


@pytest.mark.parametrize(
    ("firm", "label", "same"),
    [
        ("Sucrerie de l'Orme", "sucrerie-orme", True),
        ("Klinikum St. Anna Personal", "klinikum-anna", True),
        ("Malt Brothers", "hirebox", False),
    ],
)
def test_a_domain_drops_small_words(firm: str, label: str, same: bool) -> None:
    assert akin(firm, label) is same


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("a@parks.vic.gov.au", "parks.vic.gov.au"),
        ("a@roads.vic.gov.au", "roads.vic.gov.au"),
        ("a@dshs.wa.gov", "dshs.wa.gov"),
        ("a@tarrow.uk.com", "tarrow.uk.com"),
        ("a@mail.coldharbour.com", "coldharbour.com"),
        ("a@us.coldharbour.com", "coldharbour.com"),
        ("a@hr.coldharbour.co.nz", "coldharbour.co.nz"),
        ("a@coldharbour.co.nz.example", "coldharbour.co.nz"),
    ],
)
def test_departments_under_one_ending_are_several_houses(address: str, house: str) -> None:
    assert domain_key(address) == house


def test_a_mail_provider_is_one_by_a_list_and_never_by_its_name() -> None:
    """Newspapers and banks have "post" and "mail" in their names, in invented mail too."""
    freemail.count_in(["linnetpost.example"])
    assert is_provider("a@linnetpost.example") and domain_key("a@linnetpost.example") == ""
    for host in ("wrenpost.example", "wrenmail.test", "poster.example", "thewesternpost.example"):
        assert not is_provider(f"a@{host}") and domain_key(f"a@{host}") == host


@pytest.mark.parametrize(
    "house",
    [
        "postbank.de",
        "postnl.nl",
        "postman.com",
        "washingtonpost.com",
        "huffpost.com",
        "canadapost.ca",
        "auspost.com.au",
        "anpost.com",
        "postfinance.ch",
        "posteitaliane.it",
        "deutschepost.de",
        "mailchimp.com",
        "emailage.com",
        "inboxhealth.com",
        "mailjet.com",
        "yahooinc.com",
        "gmx-gmbh.de",
        "blackmail.film",
    ],
)
def test_a_house_that_has_post_or_mail_in_its_name_is_a_house(house: str) -> None:
    assert domain_key(f"ida.roth@{house}") == house


@pytest.mark.parametrize(
    "host",
    [
        "post.cz",
        "post.com",
        "post.sk",
        "email.cz",
        "mail.ru",
        "mailbox.org",
        "kpnmail.nl",
        "yahoo.de",
        "hotmail.se",
        "live.be",
        "gmx.ch",
        "outlook.dk",
        "aol.co.uk",
        "wp.pl",
        "onet.pl",
        "laposte.net",
        "posteo.de",
        "t-online.de",
    ],
)
def test_where_private_people_have_their_mail_is_no_house(host: str) -> None:
    assert domain_key(f"ida.roth@{host}") == "" and is_provider(f"ida.roth@{host}")


def test_a_candidates_number_is_the_same_in_all_they_apply_for() -> None:
    text = "Campaign: 2025/1203\nCandidate ID: 3310826"
    assert numbers_of("", text) == {"20251203"}
    box = Box()
    for day, (number, role) in enumerate((("1147", "Food Inspector"), ("1203", "Auditor"))):
        box.put(
            K.ACKNOWLEDGEMENT, "State Jobs <noreply@statejobs.example>", f"Submitted: campaign 2025/{number}",
            f"{role}\nCandidate ID: 3310826", day=day * 20, role=role, company="State Jobs", hand=Hand.TEMPLATE,
        )  # fmt: skip
    one, other = box.cases()
    assert one and other and one != other


def test_the_number_in_the_subject_outweighs_one_that_is_mentioned() -> None:
    box = Box()
    for day, (number, role) in enumerate((("VG/10442", "Director"), ("VG/11207", "Adviser"))):
        box.put(
            K.ACKNOWLEDGEMENT, "Careers <no-reply@govbox.example>", f"Received - {number}", RECEIPT,
            day=day * 60, role=f"{role}, Procurement", company="Parks", hand=Hand.TEMPLATE,
        )  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, "Pia Sethi <pia.sethi@parks.example>", "Interview: Adviser - VG/11207",
        "As you know from VG/10442, questions come beforehand.", day=70, role="Adviser, Procurement",
        company="Parks",
    )  # fmt: skip
    director, adviser, invited = box.cases()
    assert invited == adviser != director


def _under_way(box: Box) -> None:
    box.put(
        K.ACKNOWLEDGEMENT, "Coldharbour <careers@coldharbour.example>", "Your application", RECEIPT,
        role="Planning Lead", company="Coldharbour", hand=Hand.TEMPLATE,
    )  # fmt: skip
    box.put(
        K.INTERVIEW_INVITATION, JO, "A talk", "Can we talk on Monday?", day=4, company="Coldharbour"
    )


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("At 1 pm Steve Lamb (site manager), at 3 pm Ann Rich.", "site manager"),
        ("You will meet Steve Lamb, our plant director, and Ann Rich.", "plant director"),
        ("You will meet our plant director Steve Lamb.", "plant director"),
        ("13h30 avec Yves Roux, directeur du site.", "directeur du site"),
        ("Unser Werkleiter Herr Amann holt Sie ab.", "Werkleiter"),
    ],
)
def test_whom_one_will_meet_is_not_what_one_applied_for(words: str, role: str) -> None:
    box = Box()
    _under_way(box)
    box.put(
        K.INTERVIEW_LOGISTICS, JO, "Second round", words, day=9, role=role, company="Coldharbour"
    )
    receipt, talk, second = box.cases()
    assert receipt == talk == second


def test_a_house_and_its_vacancy_are_no_person_and_their_title() -> None:
    box = Box()
    _under_way(box)
    box.put(
        K.INTERVIEW_INVITATION, JO, "Another seat", "For Tarrow General, Chief Buyer we would see you.",
        day=9, role="Chief Buyer", company="Coldharbour",
    )  # fmt: skip
    receipt, _, other = box.cases()
    assert other != receipt


def test_who_was_announced_by_name_belongs_to_the_case_from_whatever_house() -> None:
    box = Box()
    _under_way(box)
    box.put(
        K.STATUS_UPDATE, JO, "Monday", "With me will be Rosalind Petrie of our board.", day=5,
        company="Coldharbour",
    )  # fmt: skip
    box.put(
        K.OTHER_JOB,
        "Rosalind Petrie <rp@petrie-advisory.example>",
        "Yesterday",
        "One worry is left for Coldharbour.",
        day=8,
    )
    assert len(set(box.cases())) == 1


def test_somebody_named_in_two_cases_is_announced_by_neither() -> None:
    box = Box()
    _under_way(box)
    for day, agent in ((5, JO), (6, "Ivo Sand <ivo.sand@tarrow.example>")):
        box.put(
            K.INTERVIEW_INVITATION, agent, "A talk", "With me will be Rosalind Petrie.", day=day,
            role="Buyer" if agent != JO else "", company="Tarrow" if agent != JO else "Coldharbour",
        )  # fmt: skip
    box.put(
        K.OTHER_JOB,
        "Rosalind Petrie <rp@elsewhere.example>",
        "Hello",
        "One worry is left for Coldharbour.",
        day=8,
    )
    assert not box.links()[-1].case


def test_a_friend_who_is_asked_to_vouch_belongs_to_the_search_they_are_told_of() -> None:
    box = Box()
    _under_way(box)
    friend = "Guy Moss <guy.moss@gmail.com>"
    asked = box.put(
        K.OTHER_JOB,
        friend,
        "A favour",
        "May I name you as a referee at Coldharbour?",
        day=9,
        out=True,
    )
    box.put(K.OTHER_JOB, friend, "Re: A favour", "Of course.", day=10, answers=asked)
    assert len(set(box.cases())) == 1


def test_a_friend_who_is_only_told_does_not() -> None:
    box = Box()
    _under_way(box)
    box.put(
        K.OTHER_JOB,
        "Guy Moss <guy.moss@gmail.com>",
        "News",
        "Coldharbour asked me in.",
        day=9,
        out=True,
    )
    assert not box.cases()[-1]


def test_mail_passed_on_to_oneself_belongs_where_its_subject_and_firm_do() -> None:
    box = Box()
    _under_way(box)
    box.put(
        K.OTHER_JOB, f"{ME.name} <{ME.email}>", "Fwd: Your application", "For the file.", day=9, out=True,
        company="Coldharbour",
    )  # fmt: skip
    assert len(set(box.cases())) == 1


def test_an_application_nobody_asked_for_begins_a_case_and_the_first_answer_joins_it() -> None:
    box = Box()
    box.put(
        K.OTHER_JOB,
        "Tarrow <office@tarrow.example>",
        "Speculative application",
        "My letter.",
        out=True,
    )
    box.put(
        K.REJECTION, "Fern Tarrow <fern@tarrow.example>", "Your letter", "We are only fourteen.", day=7,
        company="Tarrow",
    )  # fmt: skip
    sent, answer = box.cases()
    assert sent and sent == answer


def test_a_private_answer_to_an_application_begins_a_case_and_brings_the_letter_along() -> None:
    box = Box()
    tom = "Tom Hall <tomhall57@gmail.com>"
    sent = box.put(
        K.OTHER_JOB,
        tom,
        "Your ad",
        "I was a quality manager. CV attached.",
        role="Quality manager",
        out=True,
    )
    box.put(
        K.INTERVIEW_INVITATION, tom, "Re: Your ad", "Call out on Saturday.", day=3, answers=sent
    )
    letter, answer = box.cases()
    assert answer and letter == answer


def test_a_portal_that_tells_of_ones_application_is_no_alert() -> None:
    box = Box()
    portal = "Jobmoor <bewerbungen@jobmoor.example>"
    said = {"role": "Supply Planner", "company": "Jobmoor", "hand": Hand.TEMPLATE}
    box.put(K.ACKNOWLEDGEMENT, portal, "Deine Bewerbung", "Eingegangen.", **said)  # type: ignore[arg-type]
    box.put(K.JOB_ALERT, portal, "Deine Bewerbung wurde angesehen", "Tipp!", day=3, **said)  # type: ignore[arg-type]
    box.put(K.JOB_ALERT, portal, "14 neue Stellen", "Supply Planner", day=4, **said)  # type: ignore[arg-type]
    one, seen, alert = box.cases()
    assert one == seen and not alert


def test_who_looked_at_a_profile_is_no_news_of_an_application() -> None:
    assert of_a_profile("9 personnes ont consulté votre profil cette semaine")
    assert not of_a_profile("Your application and profile were viewed")
    assert of_an_application("Votre candidature") and not of_an_application("Votre commande")


def test_an_agents_prompt_answer_under_a_new_subject_is_no_new_client() -> None:
    box = Box()
    box.put(
        K.OUTREACH,
        AGENT,
        "Sugar in the north",
        "A plant seeks a Process Engineer.",
        role="Process Engineer",
    )
    yes = box.put(
        K.OTHER_JOB, AGENT, "Re: Sugar in the north", "Gladly.", day=1, out=True, answers=0
    )
    box.put(K.OUTREACH, AGENT, "The description", "It is the mill at Orme.", day=3, answers=yes)
    assert len(set(box.cases())) == 1


def test_the_house_itself_says_no_days_after_the_agent_did() -> None:
    box = Box()
    _under_way(box)
    box.put(K.REJECTION, JO, "Sorry", "It went to another.", day=12, company="Coldharbour")
    box.put(
        K.REJECTION, "Coldharbour Recruiting <recruiting@coldharbour.example>", "Reply", "We regret.", day=15,
        company="Coldharbour", hand=Hand.TEMPLATE,
    )  # fmt: skip
    assert len(set(box.cases())) == 1


FORWARD = """Look at this one.

---------- Forwarded message ---------
From: People Team <people@coldharbour.example>
Date: Mon, 5 Jan 2026
Subject: Planning Lead
To: all"""


def test_whose_letters_are_passed_on_is_read_from_the_heads_below() -> None:
    assert writers_below(FORWARD) == ("people@coldharbour.example",)
    assert writers_below("From: the whole team, with love") == ()
    assert writers_below("> Von: Jo Field [mailto:jo@tarrow.example]") == ("jo@tarrow.example",)


def _passed_on(box: Box, at: int) -> None:
    reading, mail = box.pairs[at]
    box.pairs[at] = (replace(reading, below=("people@coldharbour.example",)), mail)


def test_an_advert_a_friend_passed_on_belongs_to_what_came_of_it_and_the_friend_does_not() -> None:
    box = Box()
    friend = "Ann Roe <ann.roe@gmail.com>"
    _passed_on(box, box.put(K.OTHER_JOB, friend, "Fwd: Planning Lead", "Look at this one.", day=-2))
    _under_way(box)
    box.put(K.OTHER_JOB, friend, "biscuits", "Bring some.", day=6)
    advert, receipt, talk, biscuits = box.cases()
    assert advert == receipt == talk and not biscuits


def test_an_appointment_is_known_by_its_event_and_its_house_an_office_too() -> None:
    office = Mail(id="a", sender=who("Reception <info@hotel-anna.example>"), to=(ME,))
    event = "BEGIN:VEVENT\r\nUID:visit-1@hotel-anna.example\r\nEND:VEVENT"
    meeting = replace(office, calendars=(event,))
    me = frozenset({ME.email})
    assert meetings_of(office, me) == {"%hotel-anna.example"}
    assert houses_of(office, me) == {"info@hotel-anna.example"}
    assert houses_of(meeting, me) > meetings_of(meeting, me) - {"%"} > meetings_of(office, me)


def test_a_machine_of_a_mail_provider_is_no_house() -> None:
    """As numbers of mails have it: "<CAB12@mail.gmail.com>"."""
    assert is_provider("CAB12@mail.gmail.com") and domain_key("CAB12@mail.gmail.com") == ""
    assert not is_provider("a@mail.coldharbour.example")
