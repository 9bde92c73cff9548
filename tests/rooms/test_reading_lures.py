"""Marks of a fraud: several together warn, one alone is innocent, whatever the language."""

from __future__ import annotations

import pytest

from afterword.reading import read
from afterword.reading.fraud.lures import lure_in
from afterword.terms import Address, Mail, MailKind, RemarkKind

LURES = (
    "You have been selected for Remote Data Clerk. The interview is held via Telegram @desk_mia. Kindly "
    "send a photo of your ID and bank details to begin today.",
    "We will mail you a check to purchase a laptop and software from our vendor. Text our manager on WhatsApp.",
    "Congratulations, you are hired! Add our HR on Telegram, and send a copy of your passport and your bank account.",
    "Sie wurden für die Stelle ausgewählt. Bitte schreiben Sie uns per WhatsApp und schicken Sie ein Foto "
    "Ihres Personalausweises sowie Ihre Bankverbindung.",
    "Vous avez été sélectionnée. Écrivez-nous sur Telegram avec une copie de votre pièce d'identité et vos "
    "coordonnées bancaires.",
    "Ha sido seleccionada. Escríbanos por WhatsApp y envíe una foto de su DNI y sus datos bancarios.",
    "Você foi selecionada. Contate o gerente no Telegram e envie uma cópia do seu passaporte e os dados bancários.",
    "U bent geselecteerd. Stuur via WhatsApp een kopie van uw paspoort en uw bankgegevens.",
    "Lei è stata selezionata. Ci scriva su Telegram e mandi una copia della carta d'identità e le coordinate bancarie.",
)  # fmt: skip
INNOCENT = (
    "Could you text me on WhatsApp when you are at the gate?",
    "You have been selected for an interview. Feel free to write to me on WhatsApp.",
    "Please send a copy of your passport and your bank details for payroll by Friday.",
    "Please check the equipment list before your trial shift and write to us on Signal.",
    "Our background check takes a week; the laptop is on your desk on the first day.",
    "Wir schicken Ihnen den Laptop. Bitte senden Sie uns Ihre Bankverbindung für das Gehalt.",
    # Several marks together, in good faith: a talk on site, and what it takes.
    "We look forward to your interview on Thursday at 10:00 at our offices in Leeds. For the right-to-work "
    "check please bring your passport; a copy of your passport will be taken at reception. So that we can "
    "refund your train ticket, please bring your bank details. If you are late, text me on WhatsApp.",
    "You have been selected for an interview by video. Please send a copy of your passport for the right-to-work "
    "check and your bank details, so that travel can be paid. Message me on WhatsApp with any questions.",
    "Congratulations, you are hired! Please send a copy of your passport and your bank details for payroll. If "
    "you have a question, text me on WhatsApp.",
    "You have been chosen! Come to our office at 12 Mill Street on Monday at 9:00, and send a copy of your ID and "
    "your bank account before that. Write to Lea on WhatsApp.",
    "Sie wurden für die zweite Runde ausgewählt. Schicken Sie uns eine Kopie Ihres Ausweises und Ihre "
    "Bankverbindung für die Reisekosten und melden Sie sich gern über WhatsApp.",
    "Sie wurden eingestellt. Bringen Sie eine Kopie Ihres Personalausweises und Ihre Bankverbindung mit. Falls Sie "
    "sich verspäten, schreiben Sie uns per WhatsApp.",
    "Vous avez été retenue pour un entretien. Apportez une copie de votre passeport et vos coordonnées bancaires "
    "pour le remboursement du train. En cas de retard, écrivez-nous sur WhatsApp.",
    "Ha sido seleccionada para la siguiente entrevista. Envíe una copia de su DNI y sus datos bancarios. "
    "Escríbanos por WhatsApp.",
    "U bent geselecteerd voor een gesprek. Stuur een kopie van uw paspoort en uw bankgegevens voor de reiskosten. "
    "App ons via WhatsApp als u te laat bent.",
    # What is called a check pays nothing, and what is paid out is no lure.
    "Once we receive the background check we order your laptop. Please send a copy of your passport, and contact "
    "Lea on Signal.",
    "You will get an email to check your equipment list. Send us a scan of your ID and write to Lea on WhatsApp.",
    "We send you a check for your home office every January. Your bank details are safe with us; text us on Signal.",
)


def mail(text: str, **more: str) -> Mail:
    return Mail(
        id="1",
        source="test",
        subject="Shortlisted",
        sender=Address("HR Desk", "hr.desk@freepost.example"),
        to=(Address("Ida Roth", "ida@home.example"),),
        text=text,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("text", LURES)
def test_several_marks_together_are_a_lure(text: str) -> None:
    assert lure_in(mail(text), text, MailKind.OUTREACH) is not None


@pytest.mark.parametrize("text", INNOCENT)
def test_one_mark_alone_is_innocent(text: str) -> None:
    assert lure_in(mail(text), text, MailKind.OUTREACH) is None


def test_who_was_chosen_after_talks_is_asked_for_papers_in_good_faith() -> None:
    text = (
        "You have been selected, we are delighted! Please send a copy of your passport, and text me on "
        "WhatsApp with any question."
    )
    assert lure_in(mail(text), text, MailKind.OFFER) is None
    assert lure_in(mail(text, in_reply_to="t1"), text, MailKind.OTHER_JOB) is None


@pytest.mark.parametrize("text", [one for one in LURES if "check" not in one])
def test_who_answers_in_a_thread_or_names_where_to_meet_is_believed(text: str) -> None:
    """A small house may ask for all of it, of somebody it has talked with or is about to see."""
    assert lure_in(mail(text, in_reply_to="t1"), text, MailKind.OTHER_JOB) is None
    met = f"{text} We see you at our office, 12 Mill Street, on Monday at 9:00."
    assert lure_in(mail(met), met, MailKind.OTHER_JOB) is None


def test_a_cheque_to_be_spent_warns_in_a_thread_too() -> None:
    text = LURES[1]
    assert lure_in(mail(text, in_reply_to="t1"), text, MailKind.OTHER_JOB) is not None


def test_the_warning_stands_where_that_of_money_stands() -> None:
    text = f"Dear Candidate,\n\nYour resume was reviewed. {LURES[0]}\n\nHR Desk"
    found = read(mail(text), frozenset({"ida@home.example"}), kin=True)
    warned = [one.quote for one in found.remarks if one.kind is RemarkKind.MONEY]
    assert warned == ["Kindly send a photo of your ID and bank details to begin today."]
    assert any(one.rule == "asks.lure" for one in found.evidence)
