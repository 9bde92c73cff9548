"""A friend's own no is none of the user's, and a firm's no to the user stays one."""

from __future__ import annotations

import pytest

from afterword.reading.hearing import hear
from afterword.reading.hearsay import tells_of_their_own
from afterword.reading.model import Opinion
from afterword.reading.settling import settle
from afterword.terms import Address, Certainty, Mail, MailKind

K = MailKind
FRIENDS = [
    'It was a no. "We have chosen somebody who knows the\ntrade." The man who interviewed me yawned.',
    "Well, they said no. Four rounds and the girl who interviewed me is twelve. Wine on Friday?",
    "So I didn't get the job, they went with somebody internal. How is yours going?",
    "Guess what, they rang and would I still consider it? The other one left after a week!",
    "Ich hab die Absage bekommen, nach sechs Wochen. Kaffee?",
    "Bon, ils m'ont dit non pour le poste à Lyon. On se voit samedi ?",
    "Ya está, me han rechazado otra vez en la última ronda.",
    "I got a no from Harlow & Finch, third one this month. How is your search going?",
    "They passed on me, apparently I talk too much. Drinks?",
    "My final interview went badly, so that is that.",
    "They turned me down. 'We've decided to go with another candidate', after four rounds. Pint?",
    'They rejected me by fax, Beth: "we regret to inform you", and a smudge.',
    "They interviewed me twice and then wanted somebody from logistics. Can I put you down as a reference?",
    "Nada, me dijeron que no y ya está.",
    "Ik ben afgewezen, ze hebben voor de neef gekozen.",
    "Mein Vorstellungsgespräch lief richtig schlecht, die nehmen jemand anderen.",
]
#: What recruiters chat about while they refuse, and what sounds like a verdict on them.
SMALL_TALK = [
    "Thank you for coming in for the interview for the Bakery Manager role. Unfortunately the panel has decided to move forward with another candidate. How is your search going otherwise?",
    "I'm sorry I didn't get it to you sooner: unfortunately we have decided not to move forward with you.",
    "The director dropped me a line this morning: it is a no, I fear. How is yours coming along?",
    "Sorry for the silence, I had my final interview of the round today. Somebody else was chosen.",
    "I got a no from the client, they took somebody with a forklift licence.",
    "I was made redundant twice, so I know how this feels: they preferred the other applicant.",
    "They gave me the job of telling you, which I hate: it went to the other finalist.",
    "I didn't get the job description changed in time, and the post went to an internal.",
    "I was rejected here twice before I joined. We have decided to go with another candidate.",
    "I wonder whether I was turned down for saying it, but the panel chose somebody else for the bakery.",
    'They wrote "I got a no from everybody" on the wall; still, the place went to another baker.',
    "Ich habe die Absage bekommen: der Kunde hat sich gegen Sie entschieden.",
    "On m'a pris de court : nous avons retenu une autre personne.",
    "Las señoras me dijeron que no te oían bien. Se queda con el puesto otra profesora.",
    "Mi entrevista fue larga hoy, perdona. Hemos elegido a otra persona.",
]
FIRMS = [
    "Thank you for your application. We have decided to go with another candidate.",
    "They rang me this morning: they have gone with the other candidate, I am sorry. You did well.",
    "The panel preferred somebody with more sector experience. I argued for you and lost.",
    "Wir haben uns für einen anderen Bewerber entschieden. Mir tut es leid, meine Absage fällt mir schwer.",
    "Ils ont choisi quelqu'un d'autre. Je suis désolée pour vous.",
]


@pytest.mark.parametrize("body", FRIENDS)
def test_who_tells_of_themselves_is_heard_so(body: str) -> None:
    assert tells_of_their_own(body)


@pytest.mark.parametrize("body", [*FIRMS, *SMALL_TALK])
def test_who_tells_the_reader_is_not(body: str) -> None:
    assert not tells_of_their_own(body)


@pytest.mark.parametrize(("body", "kind"), [(FRIENDS[0], K.NOT_JOB), (FIRMS[2], K.REJECTION)])
def test_a_friends_no_ends_no_search_of_the_users(body: str, kind: MailKind) -> None:
    said = Opinion(K.REJECTION, 0.97, ((K.OTHER_JOB, 0.03),), 0)
    mail = Mail("1", subject="Well", sender=Address("Jo", "jo@ravn.example"), text=body)
    assert settle(hear(mail), lambda clauses, facts: said).kind is kind


@pytest.mark.parametrize("body", SMALL_TALK[:2])
def test_small_talk_beside_a_no_takes_nothing_from_it(body: str) -> None:
    said = Opinion(K.REJECTION, 0.97, ((K.OTHER_JOB, 0.03),), 0)
    mail = Mail("1", subject="Your interview", sender=Address("Jo", "jo@ravn.example"), text=body)
    assert settle(hear(mail), lambda clauses, facts: said).kind is K.REJECTION


def test_a_no_that_a_rule_is_sure_of_is_never_taken_for_a_friends() -> None:
    body = (
        "After careful consideration you will not be progressing to the next stage of the process "
        "for the baker role. They turned me down twice too. Best of luck in future."
    )
    said = Opinion(K.REJECTION, 0.97, ((K.OTHER_JOB, 0.03),), 0)
    mail = Mail("1", subject="The role", sender=Address("Jo", "jo@ravn.example"), text=body)
    heard = hear(mail)
    assert heard.verdict.certainty is Certainty.STRONG and tells_of_their_own(body)
    assert settle(heard, lambda clauses, facts: said).kind is K.REJECTION
