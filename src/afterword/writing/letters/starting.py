"""The day on which the work begins, as an offer says it: that day and no other, or none.

An acceptance says "as agreed, I start on". So the sentence must speak of the start of the work (not of a
cover, a course or a year that begins), it must say it and not ask it, and the day must be plain: a figure
that two countries read as two days is a hole, and so is a weekday that does not fit its date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from afterword.terms import Brief, Happening, MailKind
from afterword.writing import fragments, habits
from afterword.writing.days_said import Day, days_in
from afterword.writing.fragments import in_any_case
from afterword.writing.letters.lines import LINE, lines, mail_day

_WORK = r"(?:employment|contract|post|role|position|job|appointment|engagement|work)"
#: What says that the work begins: a label, a subject that begins it, or a preposition beside the post.
_STARTS: Mapping[str, re.Pattern[str]] = {
    "en": in_any_case(
        r"\b(?:start(?:ing)?|commencement|joining|hire) (?:date|day)\b|\bdate of (?:joining|commencement|hire|employment|entry)\b|"
        r"\b(?:your|the) first (?:working )?day\b|^first (?:working )?day\b|^(?:start(?:s|ing)?|commencement|commencing|joining)(?: on| from)?\b(?! to\b)|"
        r"\byou(?:[’']ll| will| would| are to| are due to| shall|[’']d)?(?: then| officially)? (?:start|begin|join)\b(?! to\b)|"
        r"\b(?:want|like|love|need|ask|expect) you to (?:start|begin|join)\b|\bsee you start\b|"
        rf"\b(?:your|the|this) (?:\w+ )?{_WORK}(?: with us| here)?(?: (?:will|would|is to|shall))? (?:start|begin|commence|be effective|takes? effect)s?\b|"
        rf"\b{_WORK}\b[^;]{{0,80}}\b(?:starting|beginning|commencing|effective|with effect from|as of|from|with a start)\b|"
        rf"\b(?:starting|beginning|commencing|effective|with effect from|as of)\b[^;]{{0,60}}\b{_WORK}\b"
    ),
    "de": in_any_case(
        r"\b(?:Eintritt\w*|Arbeitsbeginn|Dienstbeginn|Dienstantritt|Stellenantritt|Arbeitsantritt|Vertragsbeginn|Startdatum|Starttermin)\b|"
        r"^(?:Beginn|Start)\b|\bBeginn (?:der|Ihrer|des) (?:Tätigkeit|Arbeit|Arbeitsverhältnis\w*|Anstellung)\b|"
        r"\bSie (?:beginnen|starten|fangen)\b|\b(?:beginnen|starten|fangen) Sie\b|\bIhr(?:en)? erster? (?:Arbeits)?tag\b|"
        r"\b(?:Ihre Tätigkeit|(?:Ihr|das) Arbeitsverhältnis|die Stelle|(?:Ihr|der) (?:Arbeits)?vertrag|Ihre Anstellung)\b[^;]{0,30}\bbeginn\w*|"
        r"\b(?:Stelle|Position|Tätigkeit|Aufgabe|einstellen|anstellen|Arbeitsvertrag|anbieten)\b[^;]{0,80}\b(?:zum|ab(?: dem)?)\b|"
        r"\b(?:zum|ab(?: dem)?)\b[^;]{0,60}\b(?:Stelle|Position|Tätigkeit|einstellen|anstellen|anzubieten|anbieten)\b"
    ),
    "fr": in_any_case(
        r"\b(?:prise de (?:poste|fonctions?)|entrée en (?:poste|fonctions?)|date de (?:début|démarrage|prise|votre prise))|"
        r"^(?:début|démarrage)(?!\w)|\bvous (?:commencer\w*|commencez|débuter\w*|prendrez|rejoindrez|intégrerez)|\bvotre premier jour\b|"
        r"\b(?:votre|le) (?:contrat|emploi|embauche|poste|engagement)\b[^;]{0,30}\b(?:début\w*|commenc\w*|prend\w* effet)|"
        r"\b(?:poste|embauch\w*|contrat|engag\w*|recrut\w*|emploi)\b[^;]{0,80}(?:à (?:compter|partir) du|dès le)\b|"
        r"(?:à (?:compter|partir) du|dès le)\b[^;]{0,60}\b(?:poste|embauch\w*|contrat|engag\w*|emploi)\b"
    ),
    "es": in_any_case(
        r"\b(?:fecha de (?:incorporación|inicio|alta|comienzo)|incorporación|primer día)\b|^inicio\b|\bse incorpor(?:a|ará|aría)\b|"
        r"\b(?:usted )?(?:empezará|comenzará|empezaría|comenzaría)\b|\b(?:su|el) (?:contrato|puesto|empleo)\b[^;]{0,30}\b(?:empie\w+|comien\w+|inici\w+)|"
        r"\b(?:puesto|contrato|empleo|contratar\w*)\b[^;]{0,80}\ba partir del\b|\ba partir del\b[^;]{0,60}\b(?:puesto|contrato|empleo)\b"
    ),
}
#: Another day of an offer, and what begins besides the work.
_OTHER_DAY = in_any_case(
    r"\b(?:by|before|until|deadline|decision|answer|reply|accept\w*|lapses?|expires?|valid|sign\w*|return|probation|call|meet\w*|talk|"
    r"insurance|cover|coverage|benefits?|pension|health\w*|(?:leave|holiday|financial|fiscal|business|tax|calendar|school|company) year|"
    r"vacation|holidays|closed|review|bonus|rise|raise|training|induction|onboarding|orientation|course|project|season|tenancy|lease|"
    r"predecessor|colleague|successor|he|she|they|the team|"
    r"bis|Frist|Antwort|Rückmeldung|unterschr\w+|Probezeit|Gespräch|Versicherung\w*|Urlaub\w*|Schulung\w*|Einarbeitung|Seminar\w*|"
    r"Gehaltserhöhung\w*|Geschäftsjahr|Projekt\w*|Betriebsferien|"
    r"avant|jusqu\w*|réponse|signer|signé\w*|période d[’']essai|entretien|mutuelle|assurance|formation|congés?|exercice|projet|"
    r"hasta|antes|respuesta|firm\w+|per[ií]odo de prueba|entrevista|seguro|formación|curso|vacaciones|ejercicio|proyecto)\b"
)
#: Asked, doubted or denied: then no other sentence makes it sure.
_DOUBT = in_any_case(
    r"\b(?:not|never|cannot|no (?:longer|later|earlier)|unless|if|whether|could|can|might|may(?= (?:start|begin|join))|asked|prefer\w*|"
    r"hoped|wished|originally|earliest|latest|or|either|around|about|approximately|roughly|tentative\w*|provisional\w*|subject to|tbc|"
    r"nicht|kein\w*|frühestens|spätestens|etwa|ca|circa|voraussichtlich|oder|könnten?|falls|wenn|ob|"
    r"ne|pas|ou|environ|vers le|au plus (?:tôt|tard)|pourriez|pourrait|si|provisoire|"
    r"no|aproximadamente|sobre el|hacia el|podría\w*)\b|n[’']t\b"
)
_PARTS = re.compile(
    r";\s|\s[–—]\s|,? (?:and|but|who|which|while|und|aber|mais|pero)(?= (?:we|I|the|your|you|our|is|will|wir|die|der|das|nous|la|le|el)\b)|"
    r", (?=(?:who|which|while|where)\b)"
)
#: A start without a year lies within these days of the offer, or the year is left to the user.
_WITHIN = 300


def starts_on(brief: Brief) -> tuple[date | None, str]:
    """The day on which the offer says that the work begins, with its line; None where it names no one day."""
    found: dict[date, str] = {}
    for fact in lines(brief):
        text = fragments.clean(fact.text)
        asked = fact.text.rstrip().endswith("?")
        for clause in _clauses(text):
            said = fragments.clean(clause)
            # An offer may be in another language than the answer to it.
            tongue = next((name for name, row in _STARTS.items() if row.search(said)), "")
            if tongue and not _OTHER_DAY.search(said) and (days := _dates(said)):
                if asked or _DOUBT.search(said):
                    return None, ""
                for then in (_day(one, tongue, fact.id, brief) for one in days):
                    if then is None:
                        return None, ""
                    found[then] = fact.id
    return next(iter(found.items())) if len(found) == 1 else (None, "")


def _clauses(text: str) -> list[str]:
    """Its clauses; the day after the pay ("£68,000 a year, starting 1 February") stands by itself."""
    found: list[str] = []
    for clause in _PARTS.split(text):
        head, comma, tail = clause.rpartition(", ")
        paid = _TERMS.search(head) and not _OTHER_DAY.search(_PAID_TOO.sub("", head))
        own = comma and paid and _AFTER_PAY.match(tail)
        found += [head, tail] if own else [clause]
    return found


_AFTER_PAY = re.compile(r"(?:starting|beginning|commencing)(?: on| from)? ", re.IGNORECASE)
#: Paid beside the salary: no other day by itself.
_PAID_TOO = re.compile(
    r"\b(?:bonus|pension|holidays|vacation|benefits?|insurance)\b", re.IGNORECASE
)


def _dates(text: str) -> list[Day]:
    """The days a text names, those with a weekday before them knowing it."""
    named: list[Day] = []
    weekday: Day | None = None
    for one in days_in(text):
        if one.weekday >= 0 and not one.day:
            weekday = one
        elif one.day and one.month:
            near = weekday is not None and one.start - weekday.end < 12
            named.append(
                Day(
                    one.start, one.end, one.day, one.month, one.year,
                    weekday.weekday if near and weekday else -1, 0,
                    bool(_FIGURES.match(text[one.start : one.end])),
                )
            )  # fmt: skip
    return named


#: "02/01/2027", and "01.02.2027" too; a year that comes first leaves no doubt.
_FIGURES = re.compile(r"\d\d?[./-]\d\d?(?:[./-]|$)")


def _day(one: Day, tongue: str, line: str, brief: Brief) -> date | None:
    """The one day that is meant; None where two could be, where it is over, or where its weekday differs."""
    day, month = one.day, one.month
    if one.either:
        # Figures: who writes in these languages sets the day first; in English nobody knows.
        american = habits.of(brief.to.country).english == "en-US"
        if day <= 12 and month <= 12 and day != month and (tongue == "en" or american):
            return None
        if month > 12:
            day, month = month, day
    wrote = mail_day(brief, line) or brief.today
    try:
        then = date(one.year or wrote.year, month, day)
        if not one.year and then < wrote:
            then = then.replace(year=then.year + 1)
    except ValueError:
        return None
    if then < brief.today or (not one.year and (then - wrote).days > _WITHIN):
        return None
    return then if one.weekday in (-1, then.weekday()) else None


#: Pay, or where and how the work is done, as an offer states them.
_TERMS = in_any_case(
    r"[€£$]\s?\d|\d[\d.,'’ ]*\s?(?:k\b|€|£|\$|eur|euros?|gbp|usd|chf|francs?|pounds?|dollars?|franken)|"
    r"\b(?:salary|remuneration|compensation package|gehalt|vergütung|salaire|rémunération|salario|sueldo|retribución)\b[^.]{0,40}\d"
)


def terms_mail(brief: Brief) -> Happening | None:
    """The offer in which the terms stand: the last that names pay, else the last that names the first day, else the last."""
    offers = [
        one
        for one in brief.happenings
        if one.kind is MailKind.OFFER and one.at.date() <= brief.today
    ]
    offers.sort(key=lambda one: one.at, reverse=True)
    said = {
        one.id: [fact.text for fact in lines(brief) if fact.id.startswith(f"{LINE}{one.id}:")]
        for one in offers
    }
    for named in (_pay, _first_day):
        if hit := next((one for one in offers if any(map(named, said[one.id]))), None):
            return hit
    return next(iter(offers), None)


def _pay(text: str) -> bool:
    return _TERMS.search(text) is not None and not text.rstrip().endswith("?")


def _first_day(text: str) -> bool:
    return any(row.search(text) for row in _STARTS.values()) and bool(_dates(text))
