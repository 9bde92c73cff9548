"""What a mail of theirs gives the answer to it: what it offers, what it praises, when they will know.

The brief brings the sentences of that mail as facts (`line:` and the mail's id and the place). Only
what stands there in plain words is taken up; of a formula ("do not hesitate to call") nothing is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from afterword.terms import Brief, Fact
from afterword.writing import fragments
from afterword.writing.calling import MONTHS
from afterword.writing.days_said import days_in
from afterword.writing.letters.quoting import LONG_PRAISE, LONG_QUOTE, praising

LINE = "line:"


def lines(brief: Brief) -> list[Fact]:
    """The sentences of the mail that is answered, in their order."""
    return [one for one in brief.facts if one.id.startswith(LINE) and fragments.clean(one.text)]


def sentences_of(text: str, subject: str = "") -> list[str]:
    """The sentences of a mail, line breaks inside a paragraph taken out; a short line stays its own."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        if " ".join(block.split()) == " ".join(subject.split()):
            continue
        runs: list[str] = []
        for line in block.splitlines():
            if runs and len(runs[-1].rsplit("\n", 1)[-1]) >= WRAPPED:
                runs[-1] += "\n" + line.strip()
            else:
                runs.append(line.strip())
        for run in runs:
            found += fragments.split(" ".join(run.split()))
    return [one for one in found if len(one.split()) > 1]


#: A line from here on was broken by the mail program, not by its writer.
WRAPPED = 55


# ── what they offer ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Offered:
    """Something they would do with the user or for them: the clause, and the thing where it has a name."""

    clause: str
    thing: str
    fact: str
    advice: bool = False


#: How somebody says that they themselves would do it, and gladly.
_WOULD = re.compile(
    r"\b(?:I|we)(?:[’']d| would|[’']ll| will|[’']m| am|[’']re| are)?\b[^.;!?]{0,24}?\b(?:gladly|happily|"
    r"(?:love|like|glad|happy|delighted|pleased|willing|offer) to|love (?:a|that|another))\b|"
    r"\b(?:happy|glad|delighted) to\b|"
    r"\b(?:would you like|shall we|could we|can we|let[’']s|let us|fancy|how about|you are welcome to|"
    r"you[’']re welcome to)\b|"
    r"\b(?:ich|wir)\b[^.;!?]{0,30}\bgerne?\b|\bgerne? (?:würde|lade|treffe|gebe|spreche|erkläre|telefoniere)\w* (?:ich|wir)\b|"
    r"\b(?:je|nous|j[’'])\s?[^.;!?]{0,40}\b(?:volontiers|avec plaisir|heureu(?:x|se)|ravie?s?|plaisir)\b|"
    r"\bavec plaisir\b|"
    r"\b(?:con (?:mucho )?gusto|encantad[oa]s?|me encantaría|nos encantaría|me gustaría|nos gustaría)\b",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:coffee|tea|lunch|breakfast|drink|beer|pint|walk|chat|call|phone call|talk|conversation|catch-up|catch up|"
    r"meeting)"
)
#: The thing with its article and, where it is named, its time: "a coffee in the new year".
_THING = re.compile(
    rf"\b(?<!\bto )(?P<thing>(?:(?:a|an|another|some) )?(?:(?:cup of|quick|short|brief|proper|longer|informal|good|"
    rf"(?:\w+-)?(?:minute|hour)) )*{_NAMED}"
    r"(?: (?:by|over the) (?:phone|telephone))?"
    r"(?P<time> (?:in|after|before|next|once|early|later|over|this|when|on) "
    r"(?:(?!\b(?:if|whenever|you|would|and|to|with|because|since|so)\b)[\w’'-]+ ?){1,5})?)",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:feedback|pointers|advice|(?:talk|walk) you through|go through (?:it|them|this) with you)\b",
    re.IGNORECASE,
)
#: What may be offered in words for which there is no one name; told back in theirs.
_DEED = re.compile(
    r"\b(?:introduce you|put you in touch|recommend you|put in a (?:good )?word|pass (?:on )?your|show you (?:round|around)|"
    r"meet you|meet (?:up|again)|have you (?:over|round|visit)|visit us|come (?:and|to) (?:see|visit)|act as (?:a|your) refer\w+|"
    r"be a refer\w+|give you a reference|call you|ring you|to (?:talk|chat|speak|meet|catch up)|kaffee|mittagessen|telefonat|telefonier\w+|rückmeldung|feedback|treffen|"
    r"kennenlernen|weiterempfehl\w+|empfehl\w+|café|déjeuner|appel|rencontrer|recommander|retour|comida|almuerzo|"
    r"llamada|charlar|tomar|recomendar\w*|presentarle)\b",
    re.IGNORECASE,
)
#: A formula at the foot of a mail offers nothing; what is asked, refused or said of the talk that was neither.
_FORMULA = re.compile(
    r"\b(?:any (?:other |further )?questions?|hesitate|at your disposal|rückfragen|zur verfügung|à votre disposition|"
    r"su disposición|cualquier (?:duda|pregunta)|apply|re-?apply|bewerb\w+|thank|thanks|danke\w*|merci|gracias|"
    r"invite you to|interview|unfortunately|leider|malheureusement|lamentablemente|cannot|can[’']t|unable|not able|"
    r"would have|offer you|enjoyed|was|were|schedule|confirm)\b",
    re.IGNORECASE,
)
#: Where a clause with its own subject begins after the praise or the news before it.
_CLAUSES = re.compile(
    r"[;:–—]\s|,? (?:and|but|so|though)(?= (?:I|we|if|would|shall|let)\b)|"
    r",? (?:und|aber)(?= (?:ich|wir|gern|würde)\b)|,? (?:et|mais)(?= (?:je|nous|j[’'])\b)|"
    r",? (?:y|pero)(?= (?:me|nos|con|estaría)\b)"
)
_IF = re.compile(
    r",? (?:if (?:you|that|it)|whenever|should you|wenn Sie|falls Sie|si (?:vous|cela|le|lo|usted))\b.*$",
    re.IGNORECASE,
)


def offered(brief: Brief) -> Offered | None:
    """What the mail offers the user in person, the last such thing; None where it offers nothing."""
    for fact in reversed(lines(brief)):
        text = fragments.clean(fact.text)
        for clause in reversed([fragments.clean(one) for one in _CLAUSES.split(text)]):
            if not _WOULD.search(clause) or _FORMULA.search(clause):
                continue
            bare = fragments.clean(_IF.sub("", clause)) or clause
            named = _THING.search(re.sub(r" with (?:you|me|us)\b", "", bare))
            if named is not None and brief.language == "en":
                return Offered(bare, _article(named["thing"].strip()), fact.id)
            if _ADVICE.search(bare):
                return Offered(bare, "", fact.id, advice=True)
            if _DEED.search(bare) and len(bare.split()) <= LONG_QUOTE:
                return Offered(bare, "", fact.id)
    return None


def _article(thing: str) -> str:
    """ "a coffee in the new year": meals and tea go without an article, the rest have one."""
    small = thing[0].lower() + thing[1:]
    if re.match(r"(?:an?|another|some|lunch|breakfast|tea)\b", small, re.IGNORECASE):
        return small
    return f"a {small}"


# ── what they value, and how they told it ────────────────────────────────────

#: Words that praise and are no courtesy of a form letter.
_WARM = re.compile(
    r"\b(?:best|finest|excellent|outstanding|impress\w+|strong(?:est)?|rare\w*|memorable|remarkable|favourite|favorite|"
    r"enjoyed meeting|preferred|first choice|beeindruck\w+|überzeug\w+|hervorragend\w*|best\w{1,2}|remarquable\w*|"
    r"excellente?|convaincu\w*|impressionn\w+|excelente|magnífic\w+|impresion\w+|mejor\w*)\b",
    re.IGNORECASE,
)
_OF_YOU = re.compile(r"\b(?:you|your|yours|Sie|Ihr\w*|vous|votre|vos|usted|su|le)\b", re.IGNORECASE)
_THEMSELVES = re.compile(
    r"\b(?:write|tell|ring|call|say (?:it|this)|speak)\b[^.;!?]{0,20}\b(?:you )?(?:myself|personally|in person)\b|"
    r"\b(?:persönlich (?:schreiben|mitteilen|sagen)|vous (?:écrire|le dire) (?:moi-même|personnellement)|"
    r"(?:escribirle|decírselo) (?:yo mism[oa]|personalmente))\b",
    re.IGNORECASE,
)


def praise(brief: Brief) -> tuple[str, str]:
    """A clause of the mail that praises the user's own doing, and its fact; two empty words for none."""
    for fact in lines(brief):
        clause = praising(fact.text) if brief.language == "en" else _whole(fact.text)
        if clause and _WARM.search(clause) and _OF_YOU.search(clause):
            return clause, fact.id
    return "", ""


#: What turns a kind sentence of another language into bad news.
_TURNED = re.compile(
    r"\b(?:aber|leider|nicht|jedoch|dennoch|trotz\w*|andere\w*|entschieden|mais|malheureusement|pas|toutefois|cependant|"
    r"autre|pero|lamentablemente|no|sin embargo|aunque|otr[oa]s?)\b",
    re.IGNORECASE,
)


def _whole(text: str) -> str:
    """The sentence where nothing in it turns, and it is short enough to hand back."""
    clause = fragments.clean(text)
    return clause if len(clause.split()) <= LONG_PRAISE and not _TURNED.search(clause) else ""


def themselves(brief: Brief) -> str:
    """The fact of the sentence in which they say that they wanted to write themselves; "" for none."""
    return next((one.id for one in lines(brief) if _THEMSELVES.search(one.text)), "")


# ── when they will know more ─────────────────────────────────────────────────

_MONTH = "|".join(month for months in MONTHS.values() for month in months)
_KNOW = re.compile(
    r"\b(?:expect|hope|know|hear|tell|be in touch|come back|get back|revisit|review|decide|restart|reopen|rechnen|wissen|"
    r"melden|entscheiden|saur\w+|reviendr\w+|savoir|décid\w+|sab[er]\w+|decid\w+|contactar\w*|avisar\w*)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?:(?:in|by|at|from|until|after|before|around|towards) (?:(?:early|mid|late|the (?:beginning|middle|end|start) of|"
    rf"the (?:first|second|last) (?:week|half|days) of)[ -])?(?:{_MONTH}|the new year|the spring|the summer|the autumn|"
    rf"spring|summer|autumn)|"
    rf"(?:Anfang|Mitte|Ende|im|ab) (?:{_MONTH})|im neuen Jahr|"
    rf"(?:début|mi-|fin|en|courant) ?(?:{_MONTH})|à la rentrée|"
    rf"(?:a (?:principios|mediados|finales) de|en) (?:{_MONTH}))\b",
    re.IGNORECASE,
)


def knows_when(brief: Brief) -> tuple[str, str]:
    """ "in early February" and its fact, where the mail says about when they will know; else empty."""
    for fact in lines(brief):
        found = _ABOUT.search(fact.text)
        if found and _KNOW.search(fact.text):
            return " ".join(found[0].split()), fact.id
    return "", ""


# ── when the work begins ─────────────────────────────────────────────────────

_START = re.compile(
    r"\b(?:start(?:s|ing|ed)?(?: date| day)?|commenc\w+|begin(?:s|ning)?|first day|join(?:ing)?(?: us)?(?: date)?|effective|as of|with effect from|"
    r"beginn\w*|Eintritt\w*|Arbeitsbeginn|Dienstbeginn|Stellenantritt|anfang\w*|starten|zum|"
    r"début|commenc\w+|prise de poste|entrée en fonction|à compter du|"
    r"inicio|incorpora\w+|comenz\w+|empez\w+|a partir del)\b",
    re.IGNORECASE,
)
#: Another day of an offer: by when it wants an answer, or what runs on after the start.
_OTHER_DAY = re.compile(
    r"\b(?:by|before|until|deadline|decision|answer|reply|accept\w*|lapses?|expires?|valid|sign\w*|return|probation|call|meet\w*|talk|"
    r"bis|Frist|Antwort|Rückmeldung|unterschr\w+|Probezeit|Gespräch|avant|jusqu\w*|réponse|signer|signé\w*|période d[’']essai|entretien|"
    r"hasta|antes|respuesta|firm\w+|periodo de prueba|entrevista)\b",
    re.IGNORECASE,
)


def starts_on(brief: Brief) -> tuple[date | None, str]:
    """The day on which the offer says that the work begins, with its line; None where it names no one day."""
    found: dict[date, str] = {}
    for fact in lines(brief):
        if not _START.search(fact.text) or _OTHER_DAY.search(fact.text):
            continue
        for one in days_in(fact.text):
            if one.day and one.month:
                then = _day(one.year, one.month, one.day, brief.today)
                if then is not None and then >= brief.today:
                    found[then] = fact.id
    return next(iter(found.items())) if len(found) == 1 else (None, "")


def _day(year: int | None, month: int, day: int, today: date) -> date | None:
    """The day, in the year said or the next one in which it is still ahead."""
    try:
        then = date(year or today.year, month, day)
        return then if year or then >= today else then.replace(year=today.year + 1)
    except ValueError:
        return None
