"""The promised day: theirs to keep, not the reader's deadline, an interview or the past."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.reading.dates.promised import dates_in, promised_in
from afterword.terms import MailKind

WRITTEN = date(2027, 3, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 2 April", date(2027, 4, 2)),
        ("on April 5th", date(2027, 4, 5)),
        ("between 12 and 16 April", date(2027, 4, 16)),
        ("within five to seven working days", date(2027, 3, 19)),
        ("in two weeks", date(2027, 3, 24)),
        ("a fortnight", None),
        ("within a fortnight", date(2027, 3, 24)),
        ("next week", date(2027, 3, 19)),
        ("early next week", date(2027, 3, 17)),
        ("by the end of the month", date(2027, 3, 31)),
        ("by mid May", date(2027, 5, 15)),
        ("by the 18th", date(2027, 3, 18)),
        ("within 48 hours", date(2027, 3, 12)),
        ("before the weekend", date(2027, 3, 12)),
        ("bis spätestens 3. Mai", date(2027, 5, 3)),
        ("in KW 14", date(2027, 4, 9)),
        ("innert zehn Arbeitstagen", date(2027, 3, 24)),
        ("bis Ende nächster Woche", date(2027, 3, 19)),
        ("op uiterlijk 3 mei", date(2027, 5, 3)),
        ("binnen tien werkdagen", date(2027, 3, 24)),
        ("d'ici la fin de la semaine", date(2027, 3, 12)),
        ("sous quinze jours", date(2027, 3, 25)),
        ("en un plazo de entre cinco y diez días hábiles", date(2027, 3, 24)),
        ("antes del viernes 26", date(2027, 3, 26)),
        ("até ao fim do mês", date(2027, 3, 31)),
        ("até sexta dia 19", date(2027, 3, 19)),
        ("entro la fine di aprile", date(2027, 4, 30)),
        ("tra il 4 e il 10 aprile", date(2027, 4, 10)),
        ("in the next few", None),
        ("last Friday", None),
        ("guten Morgen", None),
    ],
)
def test_a_day_is_resolved_against_the_day_of_writing(words: str, day: date | None) -> None:
    found = dates_in(f"Something happens {words}.", WRITTEN)
    assert (max(f.day for f in found) if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You will hear from us by Friday 2 April, whichever way it goes.", date(2027, 4, 2)),
        ("Bear with us for another two weeks.", date(2027, 3, 24)),
        ("The jury sits on the 18th and I will ring you by 22 March.", date(2027, 3, 22)),
        ("Spätestens am 6. April haben Sie Antwort.", date(2027, 4, 6)),
        ("Binnen vijf werkdagen belt een collega je.", date(2027, 3, 17)),
        ("Nous reviendrons vers vous d'ici le 30 mars.", date(2027, 3, 30)),
        ("Te damos una respuesta antes del viernes 26.", date(2027, 3, 26)),
        ("Daremos retorno em até 7 dias úteis.", date(2027, 3, 19)),
        ("Riceverà un riscontro entro il 31 marzo.", date(2027, 3, 31)),
    ],
)
def test_a_promise_is_a_day_and_a_word_of_telling(text: str, day: date) -> None:
    found = promised_in(f"Dear Ola,\n\n{text}\n\nThanks", WRITTEN, MailKind.STATUS_UPDATE)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Please send us your answer by 2 April.", MailKind.OFFER),
        ("Your interview is on Friday 2 April at 10.", MailKind.INTERVIEW_INVITATION),
        ("Reply to this mail within five days.", MailKind.ACTION_NEEDED),
        ("We said you would hear by 12 March.", MailKind.STATUS_UPDATE),
        ("You may appeal in writing within 14 days.", MailKind.REJECTION),
        ("If you do not hear from us within 30 days, you were not chosen.", MailKind.REJECTION),
        ("Bitte geben Sie uns bis 19. April Bescheid.", MailKind.OFFER),
        ("Gelieve uw diploma vóór 2 april te bezorgen.", MailKind.ACTION_NEEDED),
        ("Merci de nous confirmer votre venue avant le 2 avril.", MailKind.INTERVIEW_INVITATION),
        ("Applications close on 2 April.", MailKind.ACKNOWLEDGEMENT),
    ],
)
def test_what_is_asked_or_past_or_an_appointment_is_no_promise(text: str, kind: MailKind) -> None:
    assert promised_in(text, WRITTEN, kind) is None


def test_a_day_without_its_month_follows_the_days_named_before_it() -> None:
    text = "The board meets on 8 April. You will have word from me by the 15th."
    found = promised_in(text, WRITTEN, MailKind.ON_HOLD)
    assert found is not None
    assert found[0] == date(2027, 4, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Marit and Olu have met all three of you and will decide by Monday 22 March. "
            "I'll phone you that evening whatever they say.",
            date(2027, 3, 22),
        ),
        (
            "The owners sit down on Friday 19 March. I will ring you that afternoon.",
            date(2027, 3, 19),
        ),
        (
            "Since we spoke the chair has met both, and she'll let you know by 2 April.",
            date(2027, 4, 2),
        ),
        (
            "Frau Brandt und Herr Kolb haben beide Bewerber getroffen und werden bis Montag, 22. März, "
            "entscheiden. Ich rufe Sie an dem Nachmittag so oder so an.",
            date(2027, 3, 22),
        ),
        (
            "Der Vorstand tagt am Freitag, 19. März. Ich melde mich noch am selben Tag bei Ihnen.",
            date(2027, 3, 19),
        ),
        (
            "Nous avons vu les deux candidats et déciderons d'ici le lundi 22 mars. Je vous appelle ce jour-là.",
            date(2027, 3, 22),
        ),
        (
            "Hemos visto a los dos y decidiremos antes del lunes 22 de marzo. Le llamo esa misma tarde.",
            date(2027, 3, 22),
        ),
        (
            "We hebben jullie beiden gezien en beslissen uiterlijk maandag 22 maart.",
            date(2027, 3, 22),
        ),
        (
            "De raad beslist op 10 maart; in diezelfde week, uiterlijk de 13e, hoor je het.",
            date(2027, 3, 13),
        ),
        ("Abbiamo visto entrambi e decideremo entro lunedì 22 marzo.", date(2027, 3, 22)),
    ],
)
def test_who_was_met_takes_no_coming_day_back_and_that_day_is_the_one_named(
    text: str, day: date
) -> None:
    found = promised_in(f"Dear Ola,\n\n{text}\n\nThanks", WRITTEN, MailKind.STATUS_UPDATE)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "We had said we would decide by 22 March.",
        "Your interview is on 22 March. Please ring us that afternoon.",
        "Your interview is on 22 March. You will meet the team that afternoon.",
        "Wir hatten Ihnen gesagt, dass wir bis 22. März entscheiden wollten.",
        "Mon mari vous rappellera si les horaires conviennent.",
    ],
)
def test_what_was_said_or_is_asked_for_that_day_stays_no_promise(text: str) -> None:
    assert promised_in(text, WRITTEN, MailKind.INTERVIEW_LOGISTICS) is None


@pytest.mark.parametrize(
    "text",
    [
        "Wir melden uns bis zum 2. April bei Ihnen.",
        "Wir melden uns spätestens bis zum 2. April.",
        "Wir prüfen das und melden uns bis 02.04. bei Ihnen.",
        "Dazu melden wir uns spätestens am 2. April.",
        "Wir kommen bis Freitag, den 2. April, auf Sie zu.",
        "Nous vous répondrons d'ici le 2 avril.",
        "Nous revenons vers vous d'ici le 2 avril.",
        "Le contestamos antes del 2 de abril.",
        "Te diremos algo antes del 2 de abril.",
        "Volveremos a llamarle antes del 2 de abril.",
        "We laten je uiterlijk 2 april weten hoe het verdergaat.",
        "We komen uiterlijk 2 april bij je terug.",
        "We koppelen uiterlijk 2 april terug.",
        "Ci faremo vivi entro il 2 aprile.",
        "Torneremo a sentirci entro il 2 aprile.",
        "Retornaremos até 2 de abril.",
        "Voltamos a falar consigo até 2 de abril.",
        "I'll give you a shout by 2 April.",
    ],
)
@pytest.mark.parametrize("kind", [MailKind.STATUS_UPDATE, MailKind.INTERVIEW_LOGISTICS])
def test_the_plainest_promise_of_each_language_is_heard(text: str, kind: MailKind) -> None:
    found = promised_in(f"Hallo Ola,\n\n{text}\n\nGruss", WRITTEN, kind)
    assert found is not None
    assert found[0] == date(2027, 4, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Bitte melden Sie sich bis zum 2. April bei uns.",
        "Melden Sie sich bis zum 2. April bei Frau Kolb.",
        "Melde dich bis zum 2. April bei mir.",
        "Falls Sie sich bis zum 2. April nicht melden, vergeben wir den Platz anders.",
        "Laat ons uiterlijk 2 april weten of je komt.",
        "Dê-nos a sua resposta até 2 de abril.",
        "Merci de revenir vers nous d'ici le 2 avril.",
    ],
)
def test_the_same_words_said_to_the_reader_ask_and_promise_nothing(text: str) -> None:
    assert promised_in(text, WRITTEN, MailKind.STATUS_UPDATE) is None


@pytest.mark.parametrize(
    "text",
    [
        "I wondered whether there is any news after the 18th.",
        "Is there any news since you met on the 18th of April?",
        "I look forward to hearing from you by 2 April.",
        "Gibt es nach dem 2. April schon Neuigkeiten?",
        "Ich wollte nachfragen, ob es nach dem 2. April eine Entscheidung gibt.",
        "Auriez-vous des nouvelles après le 2 avril ?",
        "Quería saber si hay noticias después del 2 de abril.",
        "Ik vroeg me af of er na 2 april al nieuws is, ik hoor het graag.",
        "Queria saber se há notícias depois de 2 de abril.",
        "Mi chiedevo se dopo il 2 aprile ci sono notizie.",
    ],
)
def test_who_asks_for_news_promises_none(text: str) -> None:
    assert promised_in(f"Dear Ola,\n\n{text}", WRITTEN) is None
    assert promised_in(f"Dear Ola,\n\n{text}", WRITTEN, MailKind.STATUS_UPDATE) is None


def test_news_that_is_announced_stays_promised() -> None:
    found = promised_in("I'll be in touch with any news by 2 April.", WRITTEN)
    assert found is not None
    assert found[0] == date(2027, 4, 2)
