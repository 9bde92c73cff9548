"""The title alone: in any trade and language, cut where the sentence goes on."""

from __future__ import annotations

import pytest

from afterword.reading.hearing import hear
from afterword.reading.role.title import role_of
from afterword.reading.role.words import is_head
from afterword.terms import Address, Mail


@pytest.mark.parametrize(
    ("subject", "body", "title"),
    [
        ("Offer: Glazier", "", "Glazier"),
        ("Votre candidature cuisinière de nuit", "", "Cuisinière de nuit"),
        ("AW: Bewerbung Kranfahrer", "", "Kranfahrer"),
        ("kandidatuur lasser", "", "Lasser"),
        ("Hola", "su solicitud para la plaza de soldadora llegó", "Soldadora"),
        ("Reminder: Night Porter, tomorrow 12:00", "", "Night Porter"),
        ("Yard Foreman, and a thought", "", "Yard Foreman"),
        ("Last talk, Store Director", "", "Store Director"),
        ("News", "You applied to become Harbour Manager further north.", ""),
        ("Saturday", "Are you free to speak?", ""),
    ],
)
def test_the_title_alone(subject: str, body: str, title: str) -> None:
    said = role_of(subject, body)
    assert said == title or (not title and "become" not in said and "further" not in said)


@pytest.mark.parametrize(
    ("subject", "body", "title"),
    [
        ("Outcome - Process Technician (nights)", "", "Process Technician"),
        ("Loom fitter post: our decision", "", "Loom fitter"),
        ("Tram conductors wanted, Leith", "", "Tram conductor"),
        ("Associate, Family Law", "", "Associate, Family Law"),
        ("Site Manager, Carlow", "", "Site Manager"),
        ("Sachbearbeiter Fuhrpark 80 %", "", "Sachbearbeiter Fuhrpark"),
        ("Neues zur Tischlerstelle", "", "Tischler"),
        ("Selectiegesprek tuinarchitect", "", "Tuinarchitect"),
        ("Chargée de mission eau – votre dossier", "", "Chargée de mission eau"),
        ("Encargada de almacén: fase final", "", "Encargada de almacén"),
        ("Re: autista notturno", "", "Autista notturno"),
        ("Budget Officer 2, req 55102", "", "Budget Officer 2"),
    ],
)
def test_a_subject_gives_the_title_without_the_talk_around_it(
    subject: str, body: str, title: str
) -> None:
    assert role_of(subject, body) == title


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Your application for Kiln Operator has reached us.", "Kiln Operator"),
        ("We'd like to appoint you as Bridge Surveyor, grade 6.", "Bridge Surveyor"),
        ("We are looking for a night baker from May.", "Night baker"),
        ("Sie haben sich auf die Position »Prüfingenieur Kran« beworben.", "Prüfingenieur Kran"),
        ("Je hebt gesolliciteerd op technisch tekenaar. Helaas.", "Technisch tekenaar"),
        ("votre dossier pour le poste de gestionnaire paie (Dijon)", "Gestionnaire paie"),
        ("la vaga de analista de crédito foi suspensa", "Analista de crédito"),
        ("la tua candidatura per addetta mensa scolastica (Pisa)", "Addetta mensa scolastica"),
        ("The Sluice Warden vacancy is closed.", "Sluice Warden"),
    ],
)
def test_running_text_must_announce_a_title(body: str, title: str) -> None:
    assert role_of("Hello again", body) == title


@pytest.mark.parametrize(
    "body",
    [
        "You will meet our hiring manager and a recruiter.",
        "Our Managing Director sends her regards; she met your former manager.",
        "I will put you in touch with Captain Orme and the night porter.",
        "Visitors must sign in; the driver waits outside.",
    ],
)
def test_people_of_the_firm_are_not_the_role(body: str) -> None:
    assert role_of("Tomorrow", body) == ""


@pytest.mark.parametrize(
    "word", ["assist", "shortlist", "entrevista", "Hilfe", "heure", "primeiro", "mechanics"]
)
def test_what_only_sounds_like_a_trade_is_none(word: str) -> None:
    assert not is_head(word)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("für die Stelle Bauleiter Tiefbau müssen wir noch um Geduld bitten.", "Bauleiter Tiefbau"),
        (
            "für die Position Referentin Klimaschutz dürfen wir Sie einladen.",
            "Referentin Klimaschutz",
        ),
        ("Für die Stelle Leiterin Controlling benötigen wir noch Zeit.", "Leiterin Controlling"),
        ("pour le poste de Responsable Logistique souhaitons vous voir", "Responsable Logistique"),
        ("para el puesto de Analista Financiero queremos invitarle", "Analista Financiero"),
        ("voor de functie Projectleider Waterbouw moeten we wachten", "Projectleider Waterbouw"),
    ],
)
def test_a_title_stops_before_the_verb_the_sentence_goes_on_with(body: str, title: str) -> None:
    assert role_of("Nachricht", body) == title


@pytest.mark.parametrize(
    ("subject", "body", "title"),
    [
        ("Hello", "Thank you for applying for the “Product Owner, Billing” role.", "Product Owner, Billing"),
        ("Your talk", "We liked you for the Design Lead, Mobile role.", "Design Lead, Mobile"),
        ("Product Owner", "You applied for the Product Owner, Billing position.", "Product Owner, Billing"),
        ("Hallo", "Ihre Bewerbung als „Teamleiterin, Netzbau“ liegt vor.", "Teamleiterin, Netzbau"),
        ("Site Manager, Carlow", "You applied for Site Manager, and we thank you.", "Site Manager"),
    ],
)  # fmt: skip
def test_a_comma_belongs_to_a_title_written_as_one(subject: str, body: str, title: str) -> None:
    assert role_of(subject, body) == title


@pytest.mark.parametrize(
    ("subject", "body", "title"),
    [
        ("Second talk", "You'll meet Imke Daal (VP Supply Chain) and two of the planners.", ""),
        ("Second talk", "Our operations director, Imke Daal, will see you on Monday.", ""),
        ("Termin", "Sie sprechen mit Dr. Imke Daal, Leiterin Einkauf, und mit mir.", ""),
        ("Entretien", "Vous verrez Imke Daal, Directrice des achats, mardi.", ""),
        ("Entrevista", "Le recibirá Imke Daal (Directora de Compras) el martes.", ""),
        ("Gesprek", "U spreekt met Imke Daal (Hoofd Inkoop) op maandag.", ""),
        # The post itself, named beside somebody's title, is still read.
        (
            "Depot Planner",
            "Your talk about the position of Depot Planner is with Imke Daal (Head of Stores).",
            "Depot Planner",
        ),
        (
            "Your application",
            "Thanks for applying for the Loading Project Coordinator position.",
            "Loading Project Coordinator",
        ),
        ("Bewerbung", "Ihre Bewerbung zur Ausschreibung LK-31-007 (Referentin Museum) ist da.", "Referentin Museum"),
    ],
)  # fmt: skip
def test_what_somebody_is_called_beside_their_name_is_not_the_post(
    subject: str, body: str, title: str
) -> None:
    assert role_of(subject, f"Guten Tag,\n\n{body}\n\nGruss") == title


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Tilman Voss", "Bringen Sie einen ganzen Tag mit.\n\nVoss\nTechnischer Leiter\nHafenwerk GmbH"),
        ("Jeanne Durand", "Venez à dix heures.\n\nDurand\nDirectrice technique\nForges du Lac"),
        ("Marta Ruiz", "Venga a las diez.\n\nRuiz\nDirectora de Operaciones\nAceros Luna"),
        ("Ida Kuiper", "Kom om tien uur.\n\nKuiper\nOperationeel Directeur\nKadewerf B.V."),
    ],
)  # fmt: skip
def test_the_title_under_the_writers_own_name_is_no_post(name: str, letter: str) -> None:
    address = Address(name, f"{name.split()[0][0]}.{name.split()[1]}@kadewerk.example".lower())
    mail = Mail(id="x", subject="10", sender=address, text=f"Guten Tag,\n\n{letter}")
    assert role_of(mail.subject, hear(mail).letter.body) == ""


@pytest.mark.parametrize(
    "words",
    [
        "The post reports to our technical managing director. Come on Monday.",
        "Die Stelle berichtet künftig an unseren technischen Geschäftsführer. Bis Montag.",
        "Le poste dépend de la directrice des opérations. À lundi.",
        "La vacante reporta al director de operaciones. Hasta el lunes.",
        "A vaga reporta ao diretor de operações. Até segunda.",
        "De functie rapporteert aan de operationeel directeur. Tot maandag.",
        "Il ruolo riporta al direttore operativo. A lunedì.",
    ],
)
def test_whom_the_post_reports_to_is_no_post(words: str) -> None:
    assert role_of("Monday", words) == ""


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("A friend sent me your note about the Yard Manager. My CV is attached.", "Yard Manager"),
        ("Ich schreibe Ihnen wegen der Teamleitung Versand.", "Teamleitung Versand"),
        ("Ich schreibe Ihnen wegen der Stelle als Lagerleiter.", "Lagerleiter"),
        ("Je vous écris pour le poste de chef de chantier.", "Chef de chantier"),
    ],
)
def test_what_the_users_own_letter_is_about_is_the_post(words: str, title: str) -> None:
    assert role_of("Hello", words, own=True) == title


def test_what_others_write_about_may_be_a_person() -> None:
    assert role_of("Hello", "I read about the Managing Director in the paper.") == ""
