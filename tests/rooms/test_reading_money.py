"""Whether they ask for money: what is asked of the reader is heard, what the firm pays is not."""

from __future__ import annotations

import pytest

from afterword.reading import read
from afterword.reading.fraud.money import asks_for_money
from afterword.terms import Address, Mail, MailKind, RemarkKind

ASKED = (
    # English: gift cards, log-ins, fees, cheques, money passed on
    "To get your welcome pack kindly send a scan of your passport, your online banking password and the starter kit fee of $85 in gift cards.",
    "Please buy two Steam cards of $100 each and send us the codes before noon.",
    "Before we can issue the contract you must pay a refundable training deposit of £150.",
    "A processing fee of $60 is required to release your offer letter.",
    "The visa fee must be paid before Friday so that we can book your seat.",
    "You will need to transfer €220 in advance payment for the laptop we have reserved.",
    "Please reply with your bank login and password so that payday can be set up.",
    "We need the username and PIN of your bank to set up the deposit.",
    "Deposit the check at your branch and forward the remainder to our vendor.",
    "We have mailed you a cheque. Please cash the cheque on Monday. Then buy the equipment from our supplier.",
    "Your task is to receive payments into your personal account and forward them the same day.",
    "The registration fee can be settled by you, please send 0.02 bitcoin to the wallet below.",
    "Kindly pay the background check fee of $45 via Zelle to proceed.",
    # German
    "Bitte überweisen Sie vorab die Bearbeitungsgebühr von 80 Euro, dann erhalten Sie den Vertrag.",
    "Sie müssen vor Arbeitsbeginn eine Kaution von 150 Euro für das Gerät hinterlegen.",
    "Wir benötigen noch das Passwort zu Ihrem Online-Banking.",
    "Bitte kaufen Sie drei Geschenkkarten zu je 50 Euro und schicken Sie uns die Codes.",
    # French
    "Veuillez régler les frais de dossier de 90 euros avant la signature du contrat.",
    "Merci de nous envoyer votre code confidentiel de carte bancaire.",
    "Pour valider votre poste, vous devez acheter des cartes cadeaux et envoyer les codes.",
    "Une caution de 120 € est exigée pour recevoir le matériel.",
    # Spanish
    "Para iniciar el contrato debe pagar la tasa de inscripción de 70 euros.",
    "Por favor, envíe la clave bancaria de su cuenta para hacerle el ingreso.",
    "Tiene que comprar tarjetas de regalo y mandarnos los códigos.",
    # that it comes back makes it no other thing
    "To open your working account you top up 50 USDT, which is yours again with your first commission.",
    "Bitte überweisen Sie eine Kaution von 180 Euro für das Gerät, die mit dem ersten Gehalt erstattet wird.",
    "Merci de verser une caution de 140 € avant la livraison, remboursée avec votre premier salaire.",
    "Debe abonar una fianza de 90 euros que le será reembolsada con la primera nómina.",
)
NOT_ASKED = (
    "The salary is $68,000 a year, with a sign-on payment of $5,000 after three months.",
    "Please send us your bank details for payroll by Thursday.",
    "Kindly provide your IBAN so that we can set up direct deposit.",
    "Please keep your train tickets; we will reimburse your travel costs.",
    "We pay the background check fee ourselves and you need do nothing.",
    "The visa fee is paid by the company, please just send the form.",
    "We will never ask you to pay a fee or to send gift cards.",
    "If anyone asks you to buy gift cards in our name, please report it.",
    "We would like to send you a $25 gift card for your time.",
    "Please complete our survey and receive a $20 gift card.",
    "You would lead the team that lets our customers buy bitcoin in three taps.",
    "Please send your CV and tell us how you would price a cash app.",
    "Please send your resume to our team in crypto.",
    "There is no fee for applying, please send the form by Monday.",
    "Please reset your password to enter the candidate portal.",
    "You must pay attention to detail in this role.",
    "Could you deposit the signed contract at reception and send me a line?",
    "Wir übernehmen die Visumsgebühr; bitte schicken Sie uns nur das Formular.",
    "Bitte nennen Sie uns Ihre Bankverbindung für die Lohnabrechnung.",
    "Bitte zahlen Sie den Zug zunächst selbst; die Kosten werden mit dem ersten Gehalt erstattet.",
    "Merci d'avancer le billet de train, il vous sera remboursé avec votre premier salaire.",
    "Für die Bewerbung wird keine Bearbeitungsgebühr erhoben, bitte senden Sie nur den Lebenslauf.",
    "Bitte senden Sie uns die Belege, die Fahrtkosten überweisen wir.",
    "Merci de nous envoyer votre RIB pour le versement du salaire.",
    "Les frais de dossier sont à notre charge, veuillez envoyer le formulaire.",
    "Veuillez envoyer vos justificatifs de transport, nous remboursons les frais.",
    "Por favor, envíe su número de cuenta para la nómina.",
    "Los gastos de visado corren a cargo de la empresa; debe enviar solo el formulario.",
    "Nunca le pediremos pagar una tasa de inscripción, por favor avise.",
)


def _mail(text: str, **fields: object) -> Mail:
    sender = Address("Corwin Bask", "corwin.bask@fernlock.example")
    return Mail(
        id="m", subject="Your offer", sender=sender, text=f"Dear Ines,\n\n{text}\n", **fields
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_of_the_reader_is_heard(text: str) -> None:
    found = asks_for_money(_mail(text), text)
    assert found is not None


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_is_paid_to_the_reader_or_by_the_firm_is_no_asking(text: str) -> None:
    assert asks_for_money(_mail(text), text) is None


def test_an_advert_sent_to_many_asks_nobody() -> None:
    text = "Please pay the course fee of $49 to reserve your seat."
    assert asks_for_money(_mail(text), text) is not None
    assert asks_for_money(_mail(text, headers={"list-unsubscribe": "<u>"}), text) is None


def test_the_reading_keeps_the_words_as_a_remark_and_as_evidence() -> None:
    asked = "Before we can issue the contract you must pay a refundable training deposit of £150."
    reading = read(
        _mail(
            f"Congratulations, you have been selected for the position of stock clerk. {asked} "
            "No interview is needed."
        ),
        kin=True,
    )
    assert reading.kind is not MailKind.NOT_JOB
    words = [one for one in reading.remarks if one.kind is RemarkKind.MONEY]
    assert [one.quote for one in words] == [asked]
    marks = [one for one in reading.evidence if one.rule == "asks.money"]
    assert [one.text for one in marks] == [asked]
    assert reading.text[marks[0].start : marks[0].end] == asked
