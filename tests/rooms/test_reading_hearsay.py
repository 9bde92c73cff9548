"""A friend's own no is none of the user's, and a firm's no to the user stays one."""

from __future__ import annotations

import pytest

from afterword.reading.hearing import hear
from afterword.reading.hearsay import tells_of_their_own
from afterword.reading.model import Opinion
from afterword.reading.settling import settle
from afterword.terms import Address, Mail, MailKind

K = MailKind
FRIENDS = [
    "Well, they said no. Four rounds and the girl who interviewed me is twelve. Wine on Friday?",
    "So I didn't get the job, they went with somebody internal. How is yours going?",
    "Guess what, they rang and would I still consider it? The other one left after a week!",
    "Ich hab die Absage bekommen, nach sechs Wochen. Kaffee?",
    "Bon, ils m'ont dit non pour le poste à Lyon. On se voit samedi ?",
    "Ya está, me han rechazado otra vez en la última ronda.",
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


@pytest.mark.parametrize("body", FIRMS)
def test_who_tells_the_reader_is_not(body: str) -> None:
    assert not tells_of_their_own(body)


@pytest.mark.parametrize(("body", "kind"), [(FRIENDS[0], K.NOT_JOB), (FIRMS[2], K.REJECTION)])
def test_a_friends_no_ends_no_search_of_the_users(body: str, kind: MailKind) -> None:
    said = Opinion(K.REJECTION, 0.97, ((K.OTHER_JOB, 0.03),), 0)
    mail = Mail("1", subject="Well", sender=Address("Jo", "jo@ravn.example"), text=body)
    assert settle(hear(mail), lambda clauses, facts: said).kind is kind
