"""The short courtesies in German, French and Spanish: formal, and worded there, not translated.

None guesses a gender: the greeting names the person, and no sentence needs a participle
that would have to agree with reader or writer.
"""

from __future__ import annotations

from collections.abc import Mapping

from afterword.terms import Basis, Brief, Draft, MailKind, Remark, RemarkKind
from afterword.writing import calling, fragments
from afterword.writing.letters import lines, offering, thanked
from afterword.writing.letters.pieces import last_of, last_talk, promised_day
from afterword.writing.letters.quoting import cite, fit, mark, theirs, words_known
from afterword.writing.letters.thanked import Known, of_phrase
from afterword.writing.page import Page
from afterword.writing.standing_alone import stands

LANGUAGES = ("de", "fr", "es")

Lines = Mapping[str, str]

#: Whole notes, each worded apart: opening, their sentence, their topic, hole, ending.
THANKS: Mapping[str, tuple[tuple[str, str, str, str, str], ...]] = {
    "de": (
        (
            "haben Sie vielen Dank für das Gespräch{when}.",
            "Ein Satz von Ihnen beschäftigt mich weiter: {q}",
            "Was Sie zu {q} gesagt haben, beschäftigt mich weiter.",
            "[welcher Satz aus dem Gespräch beschäftigt Sie noch?]",
            "Wenn Sie zu einer meiner Antworten mehr wissen möchten, ergänze ich sie gern.",
        ),
        (
            "für die Zeit, die Sie sich{when} genommen haben, danke ich Ihnen.",
            "Mitgenommen habe ich vor allem dies: {q}",
            "Mitgenommen habe ich vor allem unseren Austausch über {q}.",
            "[was haben Sie aus dem Gespräch mitgenommen?]",
            "Sollte noch etwas offen sein, sende ich Ihnen gern mehr dazu.",
        ),
        (
            "danke für den offenen Austausch{when}.",
            "In Erinnerung geblieben ist mir Ihr Hinweis: {q}",
            "In Erinnerung geblieben ist mir das Thema {q}.",
            "[ein Hinweis, den Ihnen sonst niemand gegeben hätte]",
            "Für Rückfragen bin ich jederzeit da.",
        ),
        (
            "unser Gespräch{when} war für mich ein Gewinn, vielen Dank dafür.",
            "Notiert habe ich mir Ihre Worte: {q}",
            "Notiert habe ich mir das Stichwort {q}.",
            "[eine Einzelheit, die Sie überrascht hat]",
            "Gern vertiefe ich einzelne Punkte, wenn es Ihnen hilft.",
        ),
    ),
    "fr": (
        (
            "Je vous remercie pour notre entretien{of}.",
            "Une de vos phrases m’accompagne depuis : {q}",
            "Ce que vous m’avez dit sur {q} m’accompagne depuis.",
            "[quelle phrase de l’entretien vous est restée ?]",
            "S’il faut préciser l’une de mes réponses, je le ferai volontiers.",
        ),
        (
            "Merci du temps que vous m’avez accordé{when}.",
            "Je retiens surtout ceci : {q}",
            "Je retiens surtout notre échange sur {q}.",
            "[qu’avez-vous retenu de l’échange ?]",
            "Un mot de votre part suffit s’il vous manque un élément.",
        ),
        (
            "Notre conversation{of} m’a beaucoup apporté, et je vous en remercie.",
            "J’ai noté vos mots : {q}",
            "J’ai noté ce point : {q}",
            "[un détail qui vous a surpris]",
            "Si une question vous vient, je vous répondrai volontiers.",
        ),
        (
            "C’était un plaisir de parler avec vous{when}, merci de votre accueil.",
            "J’y repense souvent : {q}",
            "Je repense souvent au sujet {q}.",
            "[le moment où le poste est devenu concret]",
            "Je compléterai avec plaisir ce que j’ai pu dire trop vite.",
        ),
    ),
    "es": (
        (
            "Le agradezco la conversación que mantuvimos{when}.",
            "Sigo pensando en una frase suya: {q}",
            "Sigo pensando en lo que me dijo sobre {q}.",
            "[¿qué frase de la conversación recuerda todavía?]",
            "Si alguna de mis respuestas se quedó corta, la ampliaré con gusto.",
        ),
        (
            "Muchas gracias por el tiempo que me dedicó{when}.",
            "Me quedo sobre todo con esto: {q}",
            "Me quedo sobre todo con el tema {q}.",
            "[¿con qué idea se quedó usted?]",
            "Si le falta algún dato, bastará una línea suya.",
        ),
        (
            "Fue un placer hablar con usted{when}, y se lo agradezco.",
            "Anoté sus palabras: {q}",
            "Anoté este punto: {q}",
            "[un detalle que le sorprendió]",
            "Si le surge alguna pregunta, la responderé con gusto.",
        ),
        (
            "Gracias por recibirme{when} y por explicarme el trabajo con calma.",
            "Le sigo dando vueltas a esto: {q}",
            "Le sigo dando vueltas a {q}.",
            "[el momento en que el puesto se volvió concreto]",
            "Con gusto entraré en más detalle donde le sea útil.",
        ),
    ),
}
UNDERSTOOD: Lines = {
    "de": "So habe ich Sie verstanden: {q}",
    "fr": "Voici ce que j’ai compris : {q}",
    "es": "Así lo entendí: {q}",
}
ROLE: Mapping[str, tuple[str, str]] = {
    "de": ("die Position „{r}“", "die ausgeschriebene Position"),
    "fr": ("le poste {of}{r}", "le poste"),
    "es": ("el puesto de {r}", "el puesto"),
}
#: Before these "de" loses its vowel.
_ELIDES = frozenset("AEIOUÀÂÉÈÊËÎÏÔŒÛaeiouàâéèêëîïôœû")
#: The role after "about", where the article melts into the preposition.
ABOUT: Mapping[str, tuple[str, str]] = {
    "de": ("zur Position „{r}“", "zur ausgeschriebenen Position"),
    "fr": ("au sujet du poste {of}{r}", "au sujet du poste"),
    "es": ("sobre el puesto de {r}", "sobre el puesto"),
}
NUDGE: Mapping[str, tuple[str, str, str, str]] = {
    "de": (
        "nochmals vielen Dank für unser Gespräch{when}.",
        "Zum {day} hatten Sie mir eine Rückmeldung zugesagt; so ein Termin verschiebt sich leicht.",
        "Darf ich fragen, wie es um {role} steht oder wann ich besser nachfrage?",
        "Wenn Sie noch etwas von mir brauchen, sende ich es gern.",
    ),
    "fr": (
        "Je vous remercie encore pour notre entretien{of}.",
        "Vous m’aviez indiqué la date du {day} ; je sais que ces choses bougent facilement.",
        "Puis-je vous demander où en est la décision pour {role}, ou quand vous relancer ?",
        "S’il vous manque un document, je vous l’enverrai volontiers.",
    ),
    "es": (
        "Gracias de nuevo por nuestra conversación{of}.",
        "Me había indicado la fecha del {day}; sé que esas cosas se mueven.",
        "¿Podría decirme cómo va la decisión sobre {role}, o cuándo conviene preguntar?",
        "Si necesita algo más de mi parte, se lo enviaré con gusto.",
    ),
}
LAST: Mapping[str, tuple[str, ...]] = {
    "de": (
        "dies ist meine letzte Nachricht {about}; danach warte ich auf Ihre Rückmeldung.",
        "Falls die Antwort nein lautet oder noch offen ist, ist das völlig in Ordnung.",
        "Über eine Fortsetzung des Gesprächs würde ich mich freuen.",
        "So oder so danke ich Ihnen für Ihre Zeit.",
    ),
    "fr": (
        "Ce message {about} sera le dernier ; ensuite, j’attendrai de vos nouvelles.",
        "Si la réponse est non, ou pas encore, je le comprends très bien.",
        "Si vous souhaitez poursuivre l’échange, ce sera avec plaisir.",
        "Dans tous les cas, merci du temps que vous m’avez accordé.",
    ),
    "es": (
        "Este será mi último mensaje {about}; después esperaré sus noticias.",
        "Si la respuesta es que no, o si falta tiempo, lo entiendo perfectamente.",
        "Si más adelante desea retomar la conversación, será un placer.",
        "En cualquier caso, gracias por su tiempo.",
    ),
}
GRACE: Mapping[str, tuple[str, str, str, str, str, str]] = {
    "de": (
        "vielen Dank, dass Sie mir {about} Bescheid gegeben haben.",
        "vielen Dank für die Gespräche über {role}.",
        "Aus unserem Gespräch behalte ich dies: {q}",
        "Geschätzt habe ich [was war an den Gesprächen wertvoll?].",
        "Ihre Entscheidung respektiere ich und wünsche Ihnen und dem Team alles Gute.",
        "Sollten sich die Pläne ändern, freue ich mich, von Ihnen zu hören.",
    ),
    "fr": (
        "Votre réponse {about} m’est bien parvenue, merci de me l’avoir donnée.",
        "Merci de nos échanges sur {role}.",
        "De notre entretien, je garderai ceci : {q}",
        "J’ai apprécié [ce qui a compté pour vous dans ces échanges].",
        "Je respecte votre décision et vous souhaite, à vous et à l’équipe, une belle suite.",
        "Si vos projets évoluent, j’aurai plaisir à avoir de vos nouvelles.",
    ),
    "es": (
        "He recibido su decisión {about}; gracias por comunicármela.",
        "Gracias por nuestras conversaciones sobre {role}.",
        "De nuestra conversación me quedo con esto: {q}",
        "He valorado [lo que mereció la pena de estas conversaciones].",
        "Respeto la decisión y les deseo lo mejor a usted y a su equipo.",
        "Si los planes cambian, me alegrará tener noticias suyas.",
    ),
}
KEPT_OF_A_MAIL: Mapping[str, str] = {
    "de": "Aus Ihrer Nachricht behalte ich dies: {q}",
    "fr": "De votre message, je garderai ceci : {q}",
    "es": "De su mensaje me quedo con esto: {q}",
}
#: Taken up from their mail: that they said why, a kind clause of theirs, what they offer in person.
TAKEN_UP: Mapping[str, tuple[str, str, str]] = {
    "de": (
        "Danke auch dafür, dass Sie mir den Grund so offen genannt haben.",
        "Ihren Satz {q} nehme ich gern mit.",
        "Sie schreiben {q}: Ja, sehr gern, vielen Dank dafür.",
    ),
    "fr": (
        "Merci aussi de m’avoir dit la raison, et si clairement.",
        "Je garderai votre phrase {q}.",
        "Vous écrivez {q} : oui, très volontiers, et merci.",
    ),
    "es": (
        "Gracias también por decirme el motivo con tanta claridad.",
        "Me quedo con su frase {q}.",
        "Me escribe {q}: sí, con mucho gusto, y gracias.",
    ),
}
#: What the note is about, with the role where it is known: thanks, question, last word, their no.
SUBJECTS: Mapping[str, tuple[str, str, str, str]] = {
    "de": (
        "Danke für das Gespräch {about}",
        "Nachfrage {about}",
        "Letzte Nachricht {about}",
        "Ihre Entscheidung {about}",
    ),
    "fr": (
        "Notre entretien {about}",
        "Question {about}",
        "Dernier message {about}",
        "Votre décision {about}",
    ),
    "es": (
        "Nuestra conversación {about}",
        "Consulta {about}",
        "Último mensaje {about}",
        "Su decisión {about}",
    ),
}


def thanks_abroad(brief: Brief) -> Draft | None:
    """The thank-you note in the brief's language, or None when we do not write it."""
    if brief.language not in LANGUAGES:
        return None
    language = brief.language
    page = Page(brief, language)
    voices = THANKS[language]
    opening, whole, topic, missing, ending = voices[page.turn("voice", len(voices))]
    known, when, fact = thanked.on_record(brief, language)
    if known is not Known.TALK:
        return _without_a_talk(page, known, when, fact)
    page.say(opening.format(when=when, of=of_phrase(when)), fact)
    detail = detail_of(brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY)
    if detail is None:
        page.say(missing)
    else:
        put_abroad(page, detail, whole, topic)
    page.paragraph()
    page.say(ending, spare=1)
    return page.draft(_subject(brief, 0))


def _without_a_talk(page: Page, known: Known, when: str, fact: str) -> Draft:
    """Thanks for the lead, for their mail, for colleagues' time or the invitation; a hole for none of it."""
    brief, language = page.brief, page.language
    thanks, hole, ending, subject = thanked.FOR_A_MAIL[language]
    mail = None if known is Known.LEAD else thanked.their_mail(brief)
    if mail is not None:
        phrase = calling.when(mail.at.date(), brief.today, language)
        when = f" {phrase}" if phrase else ""
        page.say(thanks.format(when=when, of=of_phrase(when)), f"event:{mail.id}")
        page.say(hole)
    else:
        words, subject = thanked.NOTE[language][known]
        page.say(words.format(when=when), fact)
    page.paragraph()
    page.say(ending)
    return page.draft(subject)


def nudge_abroad(brief: Brief, *, last: bool) -> Draft | None:
    if brief.language not in LANGUAGES:
        return None
    language = brief.language
    page = Page(brief, language)
    role, role_fact = role_abroad(brief)
    if last:
        rows = LAST[language]
        page.say(rows[0].format(about=role_abroad(brief, ABOUT)[0]), role_fact)
        for place, line in enumerate(rows[1:]):
            page.say(line, spare=(0, 2, 1)[place])
        return page.draft(_subject(brief, 2))
    thanks, promise, question, offer = NUDGE[language]
    talk, promised = last_talk(brief, language), promised_day(brief)
    if talk.fact:
        page.say(thanks.format(when=talk.phrase, of=of_phrase(talk.phrase)), talk.fact)
    if promised and promised[0] <= brief.today:
        page.say(promise.format(day=calling.day(promised[0], language)), promised[1])
    page.say(question.format(role=role), role_fact)
    page.say(offer, spare=1)
    return page.draft(_subject(brief, 1))


def grace_abroad(brief: Brief, reason: str = "") -> Draft | None:
    """The grace note there; `reason` is the fact of a no in which they took the trouble to say why."""
    if brief.language not in LANGUAGES:
        return None
    language = brief.language
    page = Page(brief, language)
    news, thanks, keep, hole, respect, door = GRACE[language]
    role, role_fact = role_abroad(brief)
    told = last_of(
        brief, MailKind.REJECTION, MailKind.POSITION_FILLED, MailKind.ON_HOLD, MailKind.CANCELLED
    )
    if told is not None:
        page.say(news.format(about=role_abroad(brief, ABOUT)[0]), f"event:{told.id}", role_fact)
    else:
        met = thanked.on_record(brief, language)[0] is Known.TALK
        about = role_abroad(brief, ABOUT)[0]
        page.say(thanks.format(role=role) if met else news.format(about=about), role_fact)
    why, wrote, yes = TAKEN_UP[language]
    if reason:
        page.say(why, reason)
    detail = detail_of(brief, RemarkKind.TOPIC, RemarkKind.CHALLENGE)
    clause, fact = lines.praise(brief)
    if detail is not None:
        # What stands in a mail was said in no talk.
        keep = KEPT_OF_A_MAIL[language] if detail.said_in else keep
        put_abroad(page, detail, keep, keep)
    elif clause:
        page.say(wrote.format(q=cite(clause, language)), fact)
    elif not reason:
        page.say(hole)
    page.paragraph()
    page.say(respect)
    offer = offering.offered(brief)
    if offer is not None:
        page.say(yes.format(q=cite(offer.clause, language)), offer.fact)
    else:
        page.say(door)
    return page.draft(_subject(brief, 3))


def _subject(brief: Brief, place: int) -> str:
    return SUBJECTS[brief.language][place].format(about=role_abroad(brief, ABOUT)[0])


def detail_of(brief: Brief, *kinds: RemarkKind) -> Remark | None:
    found = theirs(brief, *kinds, others=False)
    return next((one for one in found if words_known(one) and fit(one)), None)


def put_abroad(page: Page, remark: Remark, whole: str, topic: str, *, spare: int = 0) -> None:
    text = fragments.clean(remark.quote)
    if remark.basis is Basis.INFERRED:
        page.say(UNDERSTOOD[page.language].format(q=text), mark(remark), spare=spare)
    else:
        line = whole if stands(text) or len(text.split()) > 4 else topic
        page.say(line.format(q=cite(text, page.language)), mark(remark), spare=spare)
    if hole := fragments.clean(remark.hole):
        page.say(f"[{hole}]", mark(remark))


def role_abroad(brief: Brief, table: Mapping[str, tuple[str, str]] = ROLE) -> tuple[str, str]:
    named, plain = table[brief.language]
    role = fragments.clean(brief.role)
    if not role or len(role.split()) > 12:
        return plain, ""
    return named.format(r=role, of="d’" if role[0] in _ELIDES else "de "), "case:role"
