"""What sounds like a step of a process and is none; and what is one though it sounds alike."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from afterword.reading import read
from afterword.reading.reasons.codes import reasons_in
from afterword.terms import Address, Mail, MailKind

ME = frozenset({"sol@postelyon.example"})
K = MailKind


def _mail(sender: str, subject: str, text: str, name: str = "", to: str = "sol@postelyon.example") -> Mail:  # fmt: skip
    return Mail(
        id="m1@x",
        source="x",
        date=datetime(2026, 11, 20, 9, tzinfo=UTC),
        sender=Address(name, sender),
        to=(Address("", to),),
        subject=subject,
        text=text,
    )


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Béatrice Aumont a accepté votre invitation", "Béatrice Aumont, Directrice des opérations chez Calvadier Instruments, fait désormais partie de votre réseau."),
        ("Beatrice Hall accepted your invitation", "Beatrice Hall, Operations Director at Calvadier, is now a connection."),
        ("Beate Hall hat Ihre Einladung angenommen", "Beate Hall, Leiterin Produktion bei Calvadier, ist jetzt in Ihrem Netzwerk."),
        ("Beatriz Hall ha aceptado tu invitación", "Beatriz Hall, directora de operaciones en Calvadier, forma parte de tu red."),
        ("Beatriz Hall aceitou o seu convite", "Beatriz Hall, diretora de operações na Calvadier, agora faz parte da sua rede."),
        ("Beatrijs Hall heeft je uitnodiging geaccepteerd", "Beatrijs Hall, operationeel directeur bij Calvadier, is nu een connectie."),
        ("Beatrice Hall ha accettato il tuo invito", "Beatrice Hall, direttrice operativa di Calvadier, ora fa parte della tua rete."),
    ],
)  # fmt: skip
def test_who_accepts_in_a_network_has_looked_at_no_application(subject: str, text: str) -> None:
    found = read(_mail("messages-noreply@linkedin.com", subject, text, "LinkedIn"), ME)
    assert found.kind in (K.ACCOUNT, K.NOT_JOB)


def test_who_viewed_the_application_has_viewed_it() -> None:
    text = "Your application for Operations Manager was viewed by Calvadier Instruments."
    mail = _mail("jobs-noreply@linkedin.com", "Your application was viewed", text, "LinkedIn")
    assert read(mail, ME).kind is K.APPLICATION_VIEWED


@pytest.mark.parametrize(
    ("sender", "name", "subject", "text"),
    [
        ("ne-pas-repondre@rdvsante.example", "Rendez-vous santé", "Rappel : rendez-vous le 25 novembre à 18h00", "Bonjour,\n\nNous vous rappelons votre rendez-vous avec le Dr Chabrier le mercredi 25 novembre à 18h00."),
        ("no-reply@smile.example", "Smile Dentists", "Your appointment on 25 November", "Hello,\n\nThis is a reminder of your appointment on Wednesday 25 November at 18:00."),
        ("syndic@regie.example", "Régie Saint-Clair", "Conseil syndical : votre candidature", "Madame,\n\nVotre candidature au conseil syndical a bien été enregistrée. L'assemblée générale se tiendra le 10 décembre. Vous serez informée du résultat du vote."),
    ],
)  # fmt: skip
def test_private_hours_and_seats_of_neighbours_are_no_process(
    sender: str, name: str, subject: str, text: str
) -> None:
    assert read(_mail(sender, subject, text, name), ME).kind is K.NOT_JOB


def test_an_interview_at_a_dentists_is_one() -> None:
    text = "Hello,\n\nThis is a reminder of your job interview as a dental nurse on 25 November at 18:00."
    mail = _mail("no-reply@smile.example", "Your interview on 25 November", text, "Smile Dentists")
    assert read(mail, ME).kind in (K.INTERVIEW_LOGISTICS, K.INTERVIEW_INVITATION)


def test_a_line_to_a_friend_is_private() -> None:
    text = "Coucou, oui pour samedi. Je suis morte de trouille pour mercredi.\nBises, Solène"
    mail = _mail("sol@postelyon.example", "Re: Week-end", text, to="aurelie@postelyon.example")
    assert read(mail, ME).kind is K.NOT_JOB


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Madame,\n\nNous regrettons votre décision mais la comprenons tout à fait. Nous vous souhaitons une pleine réussite dans vos recherches.",
        "Dear Sol,\n\nWe understand your decision and wish you all the best with your search.",
        "Guten Tag,\n\nwir bedauern Ihre Entscheidung sehr und wünschen Ihnen für Ihre berufliche Zukunft alles Gute.",
    ],
)
def test_an_answer_to_a_withdrawal_is_no_no(text: str) -> None:
    found = read(_mail("bruno@cimaroc.example", "Re: Responsable logistique", text, "Bruno S"), ME)
    assert found.kind is not K.REJECTION


def test_a_no_that_understands_a_decision_stays_a_no() -> None:
    text = (
        "Dear Sol,\n\nUnfortunately we have decided not to move forward with your application. "
        "We understand your decision to ask for feedback and will send it."
    )
    assert read(_mail("bruno@cimaroc.example", "Your application", text, "Bruno S"), ME).kind is K.REJECTION  # fmt: skip


@pytest.mark.parametrize(
    "others",
    [
        "Cette décision ne préjuge en rien de vos autres candidatures au sein du groupe.",
        "This does not affect your other applications with us.",
        "Das betrifft Ihre anderen Bewerbungen bei uns nicht.",
        "Esto no afecta a sus otras candidaturas.",
    ],
)
def test_the_users_other_applications_are_nobody_who_was_preferred(others: str) -> None:
    found = {
        one.code for one in reasons_in(f"Update\n\nNein. {others}", K.REJECTION, outgoing=False)
    }
    assert "R02" not in found


def test_the_sentence_that_says_no_is_shown_first() -> None:
    text = (
        "Bonjour Solène,\n\nAprès une étude attentive, nous sommes au regret de vous informer que nous ne "
        "pouvons donner une suite favorable à votre candidature. Cette décision ne préjuge en rien de vos "
        "autres candidatures."
    )
    found = read(_mail("notification@smartrecruiters.com", "Votre candidature", text, "Vercorin"), ME)  # fmt: skip
    assert found.kind is K.REJECTION
    assert "suite favorable" in found.evidence[0].text


def test_a_talk_for_a_post_in_medicine_that_a_machine_books_is_none_of_the_doctors_hours() -> None:
    text = "Ada Voss invites you to choose a time for:\n\nFirst talk, Policy Adviser, vaccination programme\nTue 15 Sept 9:00 / 10:30"
    mail = _mail("noreply@slotpick.example", "Choose a time: talk RBV-26-118", text, "Slotpick")
    assert read(mail, ME).kind is not K.NOT_JOB


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Ida,\n\nGood. You are one of two. I have not yet seen that you can run a yard from the numbers. Show me which of us it is.\n\nKarin", True),
        ("Ida,\n\nI am not convinced that you can lead a crew of forty. Prove me wrong.\n\nKarin", True),
        ("Ida,\n\nFrau Lohse zweifelt noch. Überzeugen Sie mich.\n\nKarin", True),
        ("Ida,\n\nThank you. You showed us that you can lead, and we talk on Friday.\n\nKarin", False),
        ("Ida,\n\nThe slides show me which of the yards is full. More soon.\n\nKarin", False),
    ],
)  # fmt: skip
def test_a_doubt_put_to_ones_face_waits_for_ones_answer(text: str, asks: bool) -> None:
    """In a known process; what a stranger writes so is no case of the user's."""
    mail = _mail("karin@fjord.example", "Re: Thank you", text, "Karin Moe")
    assert (read(mail, ME, kin=True).kind is K.ACTION_NEEDED) is asks
    assert read(mail, ME).kind is not K.ACTION_NEEDED
