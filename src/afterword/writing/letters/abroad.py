"""The courtesies that end or keep something, in German, French and Spanish: worded there, not translated.

Each is a few lines of a table. Nobody's gender is guessed: no participle agrees with writer
or reader, and the polite form is kept whatever the tone.
"""

from __future__ import annotations

from collections.abc import Mapping

from afterword.terms import Brief, Draft, LetterKind, RemarkKind
from afterword.writing import calling, fragments
from afterword.writing.letters import signals, starting, thanked
from afterword.writing.letters.foreign import (
    LANGUAGES,
    detail_of,
    put_abroad,
    role_abroad,
)
from afterword.writing.letters.lines import LINE, lines
from afterword.writing.letters.thanked import Known
from afterword.writing.page import Page

K = LetterKind
#: A line is its words and how easily it can be spared. "¶" opens a paragraph, "…" stands where
#: one true detail of the talk goes, "!" where the news does, "+" the thanks for what is on record.
Line = tuple[str, int]
NEW, DETAIL, NEWS, THANKS = ("¶", 0), ("…", 1), ("!", 0), ("+", 0)

SUBJECTS: Mapping[LetterKind, Mapping[str, str]] = {
    K.WITHDRAWAL: {
        "de": "Rückzug meiner Bewerbung: {role}",
        "fr": "Retrait de ma candidature : {role}",
        "es": "Retirada de mi candidatura: {role}",
    },
    K.OFFER_ACCEPTANCE: {
        "de": "Ja zu Ihrem Angebot: {role}",
        "fr": "J’accepte votre offre : {role}",
        "es": "Acepto su oferta: {role}",
    },
    K.OFFER_DECLINE: {
        "de": "Ihr Angebot: {role}",
        "fr": "Votre offre : {role}",
        "es": "Su oferta: {role}",
    },
    K.KEEP_IN_TOUCH: {
        "de": "Vielleicht nützlich",
        "fr": "Peut-être utile",
        "es": "Quizá le sirva",
    },
    K.CONGRATULATION: {"de": "Glückwunsch", "fr": "Félicitations", "es": "Enhorabuena"},
    K.CARD: {
        "de": "Eine Karte, per Post",
        "fr": "Une carte, par la poste",
        "es": "Una tarjeta, por correo",
    },
}
#: Their words brought in, and the hole where none are known.
KEPT: Mapping[str, tuple[str, str]] = {
    "de": (
        "In Erinnerung bleibt mir dies: {q}",
        "Geschätzt habe ich [eine wahre Einzelheit: Menschen oder Arbeit].",
    ),
    "fr": (
        "Je garderai ceci en mémoire : {q}",
        "J’ai apprécié [un point vrai : les personnes ou le travail].",
    ),
    "es": (
        "Me quedo con esto: {q}",
        "He valorado [algo cierto: las personas o el trabajo].",
    ),
}
#: What is said of news: of a new post, of anything read, and the hole.
TOLD: Mapping[LetterKind, Mapping[str, tuple[str, str, str]]] = {
    K.CONGRATULATION: {
        "de": (
            "herzlichen Glückwunsch zur neuen Aufgabe.",
            "herzlichen Glückwunsch; das habe ich gern gelesen: {news}",
            "herzlichen Glückwunsch [wozu?].",
        ),
        "fr": (
            "Toutes mes félicitations pour votre nouveau poste.",
            "Toutes mes félicitations ; je l’ai lu avec plaisir : {news}",
            "Toutes mes félicitations [pour quoi ?].",
        ),
        "es": (
            "Enhorabuena por su nuevo puesto.",
            "Enhorabuena; lo he leído con alegría: {news}",
            "Enhorabuena [¿por qué?].",
        ),
    },
    K.KEEP_IN_TOUCH: {
        "de": (
            "von Ihrer neuen Aufgabe habe ich gern gelesen.",
            "das habe ich mit Interesse gelesen: {news}",
            "[eine öffentliche Neuigkeit von dort]",
        ),
        "fr": (
            "J’ai appris votre changement de poste avec plaisir.",
            "J’ai lu ceci avec intérêt : {news}",
            "[une nouvelle publique de leur côté]",
        ),
        "es": (
            "Me ha alegrado saber de su nuevo puesto.",
            "He leído esto con interés: {news}",
            "[una noticia pública de su empresa]",
        ),
    },
}
LETTERS: Mapping[LetterKind, Mapping[str, tuple[Line, ...]]] = {
    K.WITHDRAWAL: {
        "de": (
            ("ich ziehe meine Bewerbung um {role} zurück.", 0),
            ("Das sage ich Ihnen gleich, damit Sie nicht noch mehr Zeit darauf verwenden.", 0),
            NEW,
            THANKS,
            DETAIL,
            NEW,
            ("Ich wünsche Ihnen, dass Sie die passende Person finden.", 0),
            ("Es würde mich freuen, wenn sich unsere Wege wieder kreuzen.", 2),
        ),
        "fr": (
            ("Je retire ma candidature pour {role}.", 0),
            ("Je préfère vous le dire avant que vous n’y consacriez plus de temps.", 0),
            NEW,
            THANKS,
            DETAIL,
            NEW,
            ("Je vous souhaite de trouver la bonne personne.", 0),
            ("Ce serait un plaisir de vous recroiser un jour.", 2),
        ),
        "es": (
            ("Retiro mi candidatura para {role}.", 0),
            ("Prefiero decírselo ya, antes de que le dedique más tiempo.", 0),
            NEW,
            THANKS,
            DETAIL,
            NEW,
            ("Le deseo que encuentre a la persona adecuada.", 0),
            ("Me alegraría que volviéramos a coincidir.", 2),
        ),
    },
    K.OFFER_ACCEPTANCE: {
        "de": (
            ("gern nehme ich Ihr Angebot für {role} an, vielen Dank.", 0),
            ("Ich beginne am {start}, zu den Bedingungen {terms}.", 0),
            NEW,
            ("Was brauchen Sie bis dahin von mir?", 0),
            ("Ich freue mich auf die Arbeit mit Ihnen und dem Team.", 1),
        ),
        "fr": (
            ("J’accepte avec plaisir votre offre pour {role}, et je vous en remercie.", 0),
            ("Je commencerai le {start}, aux conditions de {terms}.", 0),
            NEW,
            ("De quoi avez-vous besoin de ma part d’ici là ?", 0),
            ("Je me réjouis de travailler avec vous et avec l’équipe.", 1),
        ),
        "es": (
            ("Acepto con mucho gusto su oferta para {role} y se la agradezco.", 0),
            ("Empezaré el {start}, en las condiciones de {terms}.", 0),
            NEW,
            ("¿Qué necesita de mí hasta entonces?", 0),
            ("Me alegra empezar a trabajar con usted y con el equipo.", 1),
        ),
    },
    K.OFFER_DECLINE: {
        "de": (
            ("vielen Dank für Ihr Angebot für {role} und das Vertrauen, das darin liegt.", 0),
            ("Ich habe es mir gut überlegt und nehme es nicht an.", 0),
            ("Der Grund: [Ihr wahrer Grund in einer Zeile, oder streichen Sie den Satz].", 0),
            NEW,
            DETAIL,
            ("Das sage ich Ihnen gleich, damit Sie ohne Zeitverlust weitersuchen können.", 2),
            NEW,
            (
                "Sollte sich eine Aufgabe ergeben, die besser passt, spreche ich gern wieder mit Ihnen.",
                0,
            ),
        ),
        "fr": (
            ("Votre offre pour {role} me touche, et je vous en remercie.", 0),
            ("Après réflexion, j’ai décidé de ne pas l’accepter.", 0),
            ("La raison : [votre vraie raison en une ligne, ou supprimez cette phrase].", 0),
            NEW,
            DETAIL,
            ("Je vous le dis aujourd’hui, pour que vous puissiez avancer.", 2),
            NEW,
            (
                "Si un poste qui correspond davantage à mon profil se présente, j’en parlerai avec plaisir.",
                0,
            ),
        ),
        "es": (
            ("Su oferta para {role} es una muestra de confianza que le agradezco.", 0),
            ("Lo he pensado bien y he decidido no aceptarla.", 0),
            ("El motivo: [su motivo verdadero en una línea, o quite esta frase].", 0),
            NEW,
            DETAIL,
            ("Se lo digo hoy para que puedan seguir adelante.", 2),
            NEW,
            ("Si algún día surge un puesto que encaje mejor, hablaré con usted con gusto.", 0),
        ),
    },
    K.KEEP_IN_TOUCH: {
        "de": (
            NEWS,
            ("Vielleicht nützt Ihnen dies: [ein Link, ein Name, ein Befund].", 0),
            ("Eine Antwort braucht es nicht.", 3),
        ),
        "fr": (
            NEWS,
            ("Ceci pourrait vous servir : [un lien, un nom, un constat].", 0),
            ("Ce mot n’appelle pas de réponse.", 3),
        ),
        "es": (
            NEWS,
            ("Quizá le sirva esto: [un enlace, un nombre, un dato].", 0),
            ("No hace falta que responda.", 3),
        ),
    },
    K.CONGRATULATION: {
        "de": (
            NEWS,
            ("Ich wünsche Ihnen einen guten Anfang und Freude daran.", 0),
            ("Eine Antwort braucht es nicht.", 1),
        ),
        "fr": (
            NEWS,
            ("Je vous souhaite un bon début et du plaisir à l’ouvrage.", 0),
            ("Ce mot n’appelle pas de réponse.", 1),
        ),
        "es": (
            NEWS,
            ("Le deseo un buen comienzo y que lo disfrute.", 0),
            ("No hace falta que responda.", 1),
        ),
    },
    K.CARD: {
        "de": (
            ("für Ihre Zeit danke ich Ihnen herzlich.", 0),
            DETAIL,
            ("Wie Sie auch entscheiden: Es war gut, mit Ihnen zu sprechen.", 0),
        ),
        "fr": (
            ("Merci du temps que vous m’avez accordé{when}.", 0),
            DETAIL,
            ("Quelle que soit votre décision, cet échange m’a fait plaisir.", 0),
        ),
        "es": (
            ("Gracias por el tiempo que me dedicó{when}.", 0),
            DETAIL,
            ("Decida lo que decida, fue un placer hablar con usted.", 0),
        ),
    },
}


AGREED: Mapping[str, str] = {
    "de": "[vereinbarter Tag]",
    "fr": "[date convenue]",
    "es": "[fecha acordada]",
}


def courtesy_abroad(brief: Brief) -> Draft | None:
    """The courtesy in the brief's language; None where it is not written in it."""
    rows = LETTERS.get(brief.kind, {}).get(brief.language)
    if brief.language not in LANGUAGES or rows is None:
        return None
    page = Page(brief, brief.language)
    role, role_fact = role_abroad(brief)
    known, when, fact = thanked.on_record(brief, brief.language)
    talked = known is Known.TALK
    for words, spare in rows:
        if words == "¶":
            page.paragraph()
        elif words == "…":
            _detail(page)
        elif words == "!":
            _news(page)
        elif words == "+":
            thanked.close(page)
        else:
            facts = [role_fact] if "{role}" in words else []
            facts += [fact] if "{when}" in words and talked else []
            start, line = _start(brief)
            facts += [line] if "{start}" in words else []
            terms, offer = _terms(brief)
            facts += [offer] if "{terms}" in words else []
            text = words.format(role=role, when=when if talked else "", start=start, terms=terms)
            page.say(text, *facts, spare=spare)
    subject = SUBJECTS[brief.kind][brief.language]
    if not role_fact:
        subject = subject.removesuffix("{role}").rstrip(" :")
    return page.draft(subject.format(role=fragments.clean(brief.role)))


def _start(brief: Brief) -> tuple[str, str]:
    """The day the work begins as the offer says it, with its line; the hole for it."""
    then, line = starting.starts_on(brief)
    if then is None:
        return AGREED[brief.language], ""
    year = {"de": " {}", "fr": " {}", "es": " de {}"}[brief.language].format(then.year)
    return calling.day(then, brief.language) + (year if then.year != brief.today.year else ""), line


#: The mail whose terms hold, by its day, and the paper where no such mail is known.
_OF_THE_OFFER: Mapping[str, tuple[str, str]] = {
    "de": ("Ihrer Nachricht vom {day}", "Ihres Schreibens"),
    "fr": ("votre message du {day}", "votre lettre"),
    "es": ("su mensaje del {day}", "su carta"),
}


def _terms(brief: Brief) -> tuple[str, str]:
    offer = starting.terms_mail(brief)
    mail, paper = _OF_THE_OFFER[brief.language]
    if offer is None or not any(one.id.startswith(f"{LINE}{offer.id}:") for one in lines(brief)):
        return paper, ""
    return mail.format(day=calling.day(offer.at.date(), brief.language)), f"event:{offer.id}"


def _detail(page: Page) -> None:
    words, hole = KEPT[page.language]
    remark = detail_of(page.brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE)
    if remark is not None:
        put_abroad(page, remark, words, words, spare=1)
    elif page.brief.kind is not LetterKind.CARD and (
        page.brief.kind is not LetterKind.WITHDRAWAL or thanked.talks(page.brief)
    ):
        page.say(hole)  # who has met nobody there has no such detail to tell


def _news(page: Page) -> None:
    moved, read, hole = TOLD[page.brief.kind][page.language]
    news = signals.news(page.brief)
    signal = signals.latest(page.brief, "person_moved")
    if news is not None:
        page.say(read.format(news=fragments.clean(news.text)), news.id)
    elif signal is not None:
        page.say(moved, f"event:{signal.id}")
    else:
        page.say(hole)
